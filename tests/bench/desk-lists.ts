// Every list page of the desk as its route loads it, in a ward of any size: what each takes, and its slowest measures.

import type { AreaId, HouseholdId, VisitId } from '../../src/lib/domain/id.ts';
import type { Desk } from '../../src/lib/server/ward-desk.ts';
import { NAME_MARK, type MadeWard } from '../fixtures/made-ward.ts';

/** A list page, or a search in one. */
export interface DeskList {
	readonly name: string;
	readonly kind: 'list' | 'search';
	readonly load: () => Promise<unknown>;
}

/** What the frame around every page asks for. */
const frame = (desk: Desk) => [desk.countOpenVisits(), desk.countOpenCases()];

/** The pages of one member of staff; some are asked for beyond their first page. */
export async function listPages(desk: Desk, made: MadeWard): Promise<readonly DeskList[]> {
	const page = (name: string, ...loads: (() => unknown)[]): DeskList => ({
		name,
		kind: 'list',
		load: () => Promise.all([...frame(desk), ...loads.map((load) => load())])
	});
	const search = (name: string, load: () => Promise<unknown>): DeskList => ({ name, kind: 'search', load });
	const review = (filter: Parameters<Desk['listVisits']>[0]) => async () => {
		const [found] = await Promise.all([
			desk.listVisits(filter),
			desk.readAreas(),
			desk.nameVolunteers(),
			desk.review.listFilters(),
			desk.review.readRule(),
			desk.review.countLate()
		]);
		return desk.choosePlain(found.rows);
	};
	const quarter = made.quarters[0]!.id as AreaId;
	const [session] = await desk.sessions.list();
	const [volunteer] = await desk.listVolunteers();
	const someVisits = await desk.listVisits({ state: 'open' });
	const some = await desk.listHouseholds({});
	const someInbox = await desk.referrals.list({ state: 'waiting' });
	const someConflicts = await desk.listConflicts({ state: 'open' });
	if (!session || !volunteer || !some.next || !someVisits.next || !someInbox.next || !someConflicts.next)
		throw new Error('the ward is too small to have lists');
	const after = someVisits.next as VisitId;
	return [
		page('review, waiting', review({ state: 'open' })),
		page('review, waiting, next page', review({ state: 'open', after })),
		page('review, all states', review({})),
		page('review, sent back and late', review({ state: 'returned', isLate: true })),
		page('review, one quarter', review({ state: 'open', area: quarter })),
		page('review, one volunteer', review({ volunteer: volunteer.id })),
		page('review, one outcome', review({ outcome: 'refused' })),
		page('review, one barrier', review({ code: 'B4.1' })),
		page(
			'households',
			() => desk.listHouseholds({}),
			() => desk.readAreas()
		),
		page(
			'households, next page',
			() => desk.listHouseholds({ after: some.next as HouseholdId }),
			() => desk.readAreas()
		),
		page(
			'households, one quarter',
			() => desk.listHouseholds({ area: quarter }),
			() => desk.readAreas()
		),
		page('household sheet', () => desk.readHousehold(some.rows[0]!.household.id)),
		...(['waiting', 'done'] as const).flatMap((state) =>
			([undefined, 'wardPolice', 'civilStatus', 'oneStopDesk'] as const).map((receiver) =>
				page(
					`inbox, ${receiver ?? 'everybody'}, ${state}`,
					() => desk.referrals.list({ state, ...(receiver ? { receiver } : {}) }),
					() => desk.referrals.countLate(),
					() => desk.readAreas()
				)
			)
		),
		page('inbox, next page', () => desk.referrals.list({ state: 'waiting', after: someInbox.next! })),
		page('inbox, late', () => desk.referrals.list({ isLate: true })),
		page(
			'sessions',
			() => desk.sessions.list(),
			() => desk.readAreas()
		),
		page('one session', () => desk.sessions.read(session.session.id)),
		page(
			'outreach',
			() => desk.outreach.listEvents(),
			() => desk.readAreas(),
			() => desk.countFigures()
		),
		page(
			'help desk',
			() => desk.outreach.readHelp(),
			() => desk.readAreas()
		),
		page('lanes of all areas', () => desk.lanes.listAreas('')),
		page('lanes of a quarter', () => desk.lanes.readArea(quarter, null)),
		page('lanes, one lane', () => desk.lanes.readArea(quarter, 'Ngõ 1')),
		page(
			'twins',
			() => desk.listTwins(),
			() => desk.countOpenCases()
		),
		page(
			'conflicts, open',
			() => desk.listConflicts({ state: 'open' }),
			() => desk.readAreas()
		),
		page('conflicts, next page', () => desk.listConflicts({ state: 'open', after: someConflicts.next! })),
		page('conflicts, settled', () => desk.listConflicts({ state: 'settled' })),
		page(
			'kept aside',
			() => desk.listAsides({ state: 'open' }),
			() => desk.listWhy()
		),
		page(
			'kept aside, settled',
			() => desk.listAsides({ state: 'settled' }),
			() => desk.listWhy()
		),
		page('incidents', () => desk.listIncidents()),
		page('audit', () => desk.listAudit()),
		page('week of the audit', () => desk.people.readWeek(null)),
		page('staff', () => desk.people.readStaff()),
		page('account', () => desk.people.readAccount()),
		page('volunteers', () => desk.listVolunteers()),
		page('consents', () => desk.privacy.listConsents({ state: 'all' })),
		page('consents, on a phone', () => desk.privacy.listConsents({ state: 'phone' })),
		page('requests', () => desk.privacy.listRequests('open')),
		page('requests, closed', () => desk.privacy.listRequests('closed')),
		page(
			'breaches and deletions',
			() => desk.privacy.listBreaches(),
			() => desk.privacy.listRuns()
		),
		page('campaigns', () => desk.figures.listCampaigns()),
		page('reports', () => desk.figures.listReports()),
		page('brought lists', () => desk.list.read()),
		search('household by a name that many have', () => desk.listHouseholds({ search: NAME_MARK })),
		search('household by two names', () => desk.listHouseholds({ search: 'nguyen thu' })),
		search('household by lane and number', () => desk.listHouseholds({ search: 'ngo 7 127' })),
		search('household that is not there', () => desk.listHouseholds({ search: 'khongco' })),
		search('visit by two names', () => desk.listVisits({ search: 'nguyen thu' })),
		search('visit by lane and number', () => desk.listVisits({ search: 'ngo 7 127' })),
		search('visit that is not there', () => desk.listVisits({ search: 'khongco' })),
		search('visit waiting, by two names', () => desk.listVisits({ state: 'open', search: 'nguyen thu' })),
		search('person for a request', () => desk.privacy.findPeople('nguyen thu')),
		search('area', () => desk.lanes.listAreas('khu pho 3'))
	];
}
