// The desk of one signed-in member of staff: every act carries who does it.

import { dayAt } from '../domain/day.ts';
import type { DeskSession } from '../domain/desk-people.ts';
import type { Staff } from '../domain/desk.ts';
import { fail, type Result } from '../domain/problem.ts';
import { readAreas, readAssignment } from './area.ts';
import { countAsides, dismiss, listAsides, listWhy, readAside, takeUpAside } from './aside.ts';
import { assignAreas, moveHousehold, planAssignment, planMove } from './assignment.ts';
import { listAudit } from './audit.ts';
import { issueBadge, readBadgeSheet, revokeBadge } from './badge.ts';
import { countConflicts, listConflicts } from './conflict-list.ts';
import { chooseValue, readConflict } from './conflict.ts';
import { correctPerson } from './correct.ts';
import { openContentDesk } from './content-desk.ts';
import type { Content } from './content.ts';
import type { Films } from './films.ts';
import { openDifficultyDesk } from './difficulty-desk.ts';
import { holdsDevice } from './device.ts';
import { openFigureDesk } from './figure-desk.ts';
import { listHouseholds, readHousehold } from './household.ts';
import { listIncidents } from './incident.ts';
import { makeInvitation } from './invite.ts';
import { openOutreachDesk } from './outreach-desk.ts';
import { openPeopleDesk } from './people-desk.ts';
import { approvePlain, choosePlain } from './plain.ts';
import { openPrivacyDesk } from './privacy-desk.ts';
import { readAssignedUntil } from './last-day.ts';
import { openLaneDesk } from './lane-desk.ts';
import { letGo } from './leave.ts';
import { openListDesk, type ListShelf } from './list-desk.ts';
import { revealNumber } from './person.ts';
import { openReferralDesk } from './referral-desk.ts';
import type { ProvedChains } from './proved-chains.ts';
import { importRescue } from './rescue.ts';
import type { Report } from './report.ts';
import { addLateDay, openReviewDesk } from './review-desk.ts';
import { reviewVisit } from './review.ts';
import { openSessionDesk } from './session-desk.ts';
import { readScope } from './scope.ts';
import { revokeDevice } from './shut-out.ts';
import { answerWithTrouble, siteOf, type Site } from './site.ts';
import type { StatusBoard } from './status.ts';
import { keepApart, listTwins, mergeTwins, undoTwin } from './twins.ts';
import { countVisits, listVisits } from './visit-list.ts';
import { readVisit } from './visit.ts';
import { listVolunteers, nameVolunteers } from './volunteer.ts';
import type { Desk } from './ward-desk.ts';

/** What all desks of an installation share. */
export interface DeskTools {
	readonly report: Report;
	readonly content: Content;
	readonly films: Films;
	readonly lists: ListShelf;
	readonly board: StatusBoard;
	readonly chains: ProvedChains;
}

export async function openDesk(
	all: Site,
	{ report, content, films, lists, board, chains }: DeskTools,
	{ staff, session }: { readonly staff: Staff; readonly session: DeskSession }
): Promise<Desk> {
	const { ward } = staff;
	const site = siteOf(all, ward);
	const { db } = site.store;
	const scope = await readScope(db, staff);
	const own = scope.within ? { within: scope.within } : {};
	/** What is about one record, for whoever may look there; all others learn no more than of a record that is not there. */
	const about = async <Answer>(id: string, work: () => Promise<Answer>): Promise<Answer | null> =>
		(await scope.holdsRecord(id)) ? work() : null;
	const decide = async <Value>(holds: Promise<boolean> | boolean, work: () => Promise<Result<Value>>) =>
		(await holds) ? answerWithTrouble(work()) : fail<Value>('staff.notAllowed');
	const record = (id: string) => scope.holdsRecord(id);
	/** What cannot be told to stand in somebody's areas is for whoever has them all. */
	const isWhole = scope.within === null;
	return {
		staff,
		content: openContentDesk(site, content, films, staff),
		list: openListDesk(site, staff, lists),
		lanes: openLaneDesk(site, staff, scope),
		figures: openFigureDesk(site, report, staff, scope),
		referrals: openReferralDesk(site, staff, scope),
		outreach: openOutreachDesk(site, staff, scope),
		difficulties: openDifficultyDesk(site, staff, scope),
		review: openReviewDesk(site, staff, scope),
		sessions: openSessionDesk(site, staff, scope),
		people: openPeopleDesk(site, chains, staff, session),
		privacy: openPrivacyDesk(site, staff, session, scope),
		readAreas: async () => scope.show(await readAreas(db, ward)),
		countFigures: () => report.countFigures(ward, scope.within),
		countOpenVisits: () => countVisits(db, ward, { state: 'open', ...own }),
		listVisits: async (filter) => listVisits(db, ward, await addLateDay(site, ward, { ...filter, ...own })),
		readVisit: (id, filter) =>
			about(id, async () => readVisit(site, staff, id, await addLateDay(site, ward, { ...filter, ...own }))),
		approveVisit: (id, v) => decide(record(id), () => reviewVisit(site, staff, id, v, { act: 'approve' })),
		returnVisit: (id, v, target, comment) =>
			decide(record(id), () => reviewVisit(site, staff, id, v, { act: 'return', target, comment })),
		choosePlain: (rows) => choosePlain(db, ward, rows),
		approvePlain: async (seen) => {
			const held = await Promise.all(seen.map(({ id }) => record(id)));
			return decide(!held.includes(false), () => approvePlain(site, staff, seen));
		},
		listTwins: () => listTwins(db, ward, scope.within),
		mergeTwins: async (choice) =>
			decide((await record(choice.kept)) && record(choice.gone), () => mergeTwins(site, staff, choice)),
		keepApart: async (one, other) =>
			decide((await record(one)) && record(other), () => keepApart(site, staff, one, other)),
		undoTwin: (id) => answerWithTrouble(undoTwin(site, staff, id, scope.within)),
		correctPerson: (correction) => decide(record(correction.visit), () => correctPerson(site, staff, correction)),
		revealNumber: (person, reason) => decide(record(person), () => revealNumber(site, staff, session, person, reason)),
		listHouseholds: (filter) => listHouseholds(db, ward, { ...filter, ...own }),
		readHousehold: (id) => about(id, () => readHousehold(site, staff, id)),
		nameVolunteers: () => nameVolunteers(db, ward, scope.within),
		listVolunteers: () => listVolunteers(db, ward, scope.within, dayAt(site.clock())),
		makeInvitation: (volunteer) =>
			decide(scope.holdsVolunteer(volunteer), () => makeInvitation(site, staff, volunteer)),
		revokeDevice: (device) => decide(holdsDevice(db, ward, scope, device), () => revokeDevice(site, staff, device)),
		letGo: (volunteer, isSure) => decide(scope.holdsVolunteer(volunteer), () => letGo(site, staff, volunteer, isSure)),
		readBadge: async (volunteer) =>
			(await scope.holdsVolunteer(volunteer)) ? readBadgeSheet(site, staff, volunteer) : null,
		issueBadge: (input) => decide(scope.holdsVolunteer(input.volunteer), () => issueBadge(site, staff, input)),
		revokeBadge: (volunteer) => decide(scope.holdsVolunteer(volunteer), () => revokeBadge(site, staff, volunteer)),
		importRescue: (text) => answerWithTrouble(importRescue(site, staff, text)),
		countOpenCases: async () => ({
			conflicts: await countConflicts(db, ward, scope.within),
			asides: isWhole ? await countAsides(db, ward) : 0
		}),
		listConflicts: (filter) => listConflicts(db, ward, { ...filter, ...own }),
		readConflict: (key, filter) => about(recordOf(key), () => readConflict(site, staff, key, { ...filter, ...own })),
		chooseValue: (key, v, choice) => decide(record(recordOf(key)), () => chooseValue(site, staff, key, v, choice)),
		listAsides: async (filter) => (isWhole ? listAsides(db, ward, filter) : { rows: [], total: 0, next: null }),
		listWhy: () => listWhy(db, ward),
		readAside: async (id, filter) => (isWhole ? readAside(site, staff, id, filter) : null),
		takeUpAside: (id, input) => decide(isWhole, () => takeUpAside(site, staff, id, input)),
		dismissAside: (id, note) => decide(isWhole, () => dismiss(site, staff, id, note)),
		readStatus: () => board.read(staff),
		checkLogs: () => answerWithTrouble(board.check(staff)),
		listIncidents: () => listIncidents(db, ward),
		planAssignment: async (volunteer, areas, until) =>
			(await scope.holdsVolunteer(volunteer)) && scope.holdsAreas(areas)
				? planAssignment(db, ward, { volunteer, areas, until }, dayAt(site.clock()))
				: null,
		readAssignment: (volunteer) => readAssignment(db, ward, volunteer, dayAt(site.clock())),
		readAssignedUntil: (volunteer) => readAssignedUntil(db, ward, volunteer, dayAt(site.clock())),
		assignAreas: async (input) =>
			decide((await scope.holdsVolunteer(input.volunteer)) && scope.holdsAreas(input.after), () =>
				assignAreas(site, staff, input)
			),
		planMove: async (household, to) =>
			(await record(household)) && scope.holdsAreas([to])
				? planMove(db, ward, household, to, dayAt(site.clock()))
				: null,
		moveHousehold: async (input) =>
			decide((await record(input.household)) && scope.holdsAreas([input.to]), () => moveHousehold(site, staff, input)),
		listAudit: (before) => listAudit(db, ward, before, isWhole ? undefined : staff.id)
	};
}

/** The record that a case is about; the desk's key of a case begins with it. */
function recordOf(key: string): string {
	return key.slice(0, Math.max(0, key.indexOf('.')));
}
