import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureAims, type CampaignAims } from './aim.ts';
import type { Area } from './area.ts';
import type { Birth } from './birth.ts';
import type { Day } from './day.ts';
import { foldFigures, LEVELS, type Level } from './figures.ts';
import type { AreaId, HouseholdId, PersonId } from './id.ts';
import { EVIDENCE, isOfficial, LADDER_STATES, type Standing } from './ladder.ts';
import { PRESENCES, type Person } from './person.ts';

const TODAY = '2026-11-27' as Day;
const area = (id: string, parent: string | null, assigned = true) =>
	({
		id: id as AreaId,
		parent: parent as AreaId | null,
		kind: 'quarter',
		name: `Nơi ${id}`,
		aliases: [],
		assigned
	}) as Area & {
		assigned: boolean;
	};
const AREAS = [
	area('ward', null, false),
	area('k3', 'ward'),
	area('t1', 'k3'),
	area('t2', 'k3'),
	area('k4', 'ward', false)
];
const campaign = (aims: CampaignAims['aims'], changes: Partial<CampaignAims> = {}): CampaignAims => ({
	name: 'Đợt thử',
	from: '2026-11-01' as Day,
	to: '2026-12-31' as Day,
	aims,
	...changes
});
const aim = (id: string, level: Level = 2, count = 10) => ({ area: id as AreaId, level, count });

const standing = fc.record({
	state: fc.constantFrom(...LADDER_STATES),
	evidence: fc.constantFrom(...EVIDENCE),
	on: fc.constant(TODAY),
	observer: fc.constant('v')
});
const somebody = fc.record({
	area: fc.constantFrom('k3', 't1', 't2', 'k4'),
	presence: fc.constantFrom(...PRESENCES),
	shown: fc.option(standing, { nil: undefined }),
	known: fc.option(standing, { nil: undefined })
});

function measure(
	people: readonly {
		area: string;
		presence: Person['presence'];
		shown?: Standing | undefined;
		known?: Standing | undefined;
	}[],
	told: CampaignAims | null,
	today = TODAY
) {
	const records = people.map((one, at) => ({
		one,
		person: {
			id: `p${at}` as PersonId,
			household: one.area as HouseholdId,
			name: 'x',
			birth: '1980' as Birth,
			sex: 'male',
			presence: one.presence,
			...(one.shown ? { standing: one.shown } : {})
		} as Person
	}));
	return measureAims(
		told,
		AREAS,
		{
			people: records.map(({ person }) => person),
			areaOf: ({ household }) => household as string as AreaId,
			knownOf: ({ id }) => records.find(({ person }) => person.id === id)?.one.known
		},
		today
	);
}

describe('build 3: targets on the phone', () => {
	it('with everything at the ward they say what the desk says, and nothing waits', () => {
		fc.assert(
			fc.property(fc.array(somebody), (people) => {
				const all = people.map((one) => ({ ...one, known: one.shown }));
				const rows = measure(all, campaign(LEVELS.map((level) => aim('k3', level))));
				const here = all.filter((one) => one.area !== 'k4');
				const desk = foldFigures(
					here.map(({ presence, shown }) => ({
						presence,
						state: shown?.state ?? '',
						isOfficial: shown !== undefined && isOfficial(shown.evidence),
						count: 1
					})),
					[],
					0
				);
				for (const row of rows) expect([row.acknowledged, row.waiting]).toEqual([desk.levels[row.level].success, 0]);
				expect(rows).toHaveLength(2);
			})
		);
	});

	it('nobody counts twice, and what only this phone knows never counts as the ward’s', () => {
		fc.assert(
			fc.property(fc.array(somebody), (people) => {
				const [row] = measure(people, campaign([aim('k3')]));
				const [blind] = measure(
					people.map((one) => ({ ...one, known: undefined })),
					campaign([aim('k3')])
				);
				const [sent] = measure(
					people.map((one) => ({ ...one, shown: undefined })),
					campaign([aim('k3')])
				);
				expect(blind!.acknowledged).toBe(0);
				expect(sent!.waiting).toBe(0);
				expect(row!.acknowledged).toBe(sent!.acknowledged);
				expect(row!.acknowledged + row!.waiting).toBeLessThanOrEqual(people.length);
			})
		);
	});

	it('tells of assigned areas alone, in their order and by level, and only while the campaign runs', () => {
		const told = campaign([aim('t2'), aim('k4'), aim('k3', 2), aim('k3', 1), aim('ward'), aim('away')]);
		expect(measure([], told).map(({ areaName, level }) => `${areaName}/${level}`)).toEqual([
			'Nơi k3/1',
			'Nơi k3/2',
			'Nơi t2/2'
		]);
		expect(measure([], told, '2026-10-31' as Day)).toEqual([]);
		expect(measure([], told, '2027-01-01' as Day)).toEqual([]);
		expect(measure([], null)).toEqual([]);
	});
});
