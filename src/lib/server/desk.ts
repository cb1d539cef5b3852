// The desk of one signed-in member of staff: every act carries who does it.

import type { Staff } from '../domain/desk.ts';
import { readAreas } from './area.ts';
import { listAudit } from './audit.ts';
import { revokeDevice } from './device.ts';
import { listHouseholds, readHousehold } from './household.ts';
import { listIncidents } from './incident.ts';
import { makeInvitation } from './invite.ts';
import { revealNumber } from './person.ts';
import { importRescue } from './rescue.ts';
import type { Report } from './report.ts';
import { reviewVisit } from './review.ts';
import { answerWithTrouble, type Site } from './site.ts';
import { countVisits, listVisits, readVisit } from './visit.ts';
import { listVolunteers } from './volunteer.ts';
import type { Desk } from './ward.ts';

export function openDesk(site: Site, report: Report, staff: Staff): Desk {
	const { ward } = staff;
	const { db } = site.store;
	return {
		staff,
		readAreas: () => readAreas(db, ward),
		countFigures: () => report.countFigures(ward),
		countOpenVisits: () => countVisits(db, ward, { state: 'open' }),
		listVisits: (filter) => listVisits(db, ward, filter),
		readVisit: (id, filter) => readVisit(site, staff, id, filter),
		approveVisit: (id, v) => answerWithTrouble(reviewVisit(site, staff, id, v, { act: 'approve' })),
		returnVisit: (id, v, target, comment) =>
			answerWithTrouble(reviewVisit(site, staff, id, v, { act: 'return', target, comment })),
		revealNumber: (person, reason) => answerWithTrouble(revealNumber(site, staff, person, reason)),
		listHouseholds: (filter) => listHouseholds(db, ward, filter),
		readHousehold: (id) => readHousehold(site, staff, id),
		listVolunteers: () => listVolunteers(db, ward),
		makeInvitation: (volunteer) => answerWithTrouble(makeInvitation(site, staff, volunteer)),
		revokeDevice: (device) => answerWithTrouble(revokeDevice(site, staff, device)),
		importRescue: (text) => answerWithTrouble(importRescue(site, staff, text)),
		listAudit: (before) => listAudit(db, ward, before),
		listIncidents: () => listIncidents(db, ward)
	};
}
