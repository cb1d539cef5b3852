import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Birth } from './birth.ts';
import { canHelp, checkHelper, findHelper, listHelpedBy, listHelpers } from './buddy.ts';
import { makeConsent } from './consent.ts';
import type { Day } from './day.ts';
import type { HouseholdId, PersonId } from './id.ts';
import { LADDER_STATES, type LadderState } from './ladder.ts';
import { PRESENCES, type Person } from './person.ts';

const TODAY = '2026-11-27' as Day;
const yes = { ...makeConsent(0), record: true };

function make(id: string, changes: Partial<Person> = {}): Person {
	return {
		id: id as PersonId,
		household: 'h1' as HouseholdId,
		name: `Người ${id}`,
		birth: '1980' as Birth,
		sex: 'female',
		presence: 'home',
		consent: yes,
		...changes
	};
}
const stands = (state: LadderState) => ({ state, on: TODAY, evidence: 'seenOnScreen' as const, observer: 'v' });

const anybody = fc
	.record({
		id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
		household: fc.constantFrom('h1', 'h2'),
		birth: fc.constantFrom('1940', '1980', '2005', '2012-11-27', '2012-11-28', '2020'),
		presence: fc.constantFrom(...PRESENCES),
		hasConsent: fc.boolean(),
		state: fc.option(fc.constantFrom(...LADDER_STATES), { nil: undefined }),
		buddy: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { nil: undefined })
	})
	.map(({ id, household, birth, presence, hasConsent, state, buddy }) =>
		make(id, {
			household: household as HouseholdId,
			birth: birth as Birth,
			presence,
			...(hasConsent ? {} : { consent: makeConsent(0) }),
			...(state ? { standing: stands(state) } : {}),
			...(buddy ? { buddy: buddy as PersonId } : {})
		})
	);
const household = fc.uniqueArray(anybody, { selector: ({ id }) => id, maxLength: 5 });

describe('F078 the digital buddy', () => {
	it('is always another member of the same household who is there and agreed to be written down', () => {
		fc.assert(
			fc.property(household, (people) => {
				for (const helped of people)
					for (const one of listHelpers(people, helped, TODAY)) {
						expect(one.id).not.toBe(helped.id);
						expect(one.household).toBe(helped.household);
						expect(one.consent?.record).toBe(true);
						expect(one.presence).not.toBe('deceased');
						expect(one.standing?.state).not.toBe('moved');
					}
			})
		);
	});

	it('is shown exactly while whoever is named may be chosen', () => {
		fc.assert(
			fc.property(household, (people) => {
				for (const helped of people) {
					const found = findHelper(people, helped, TODAY);
					expect(found !== null).toBe(listHelpers(people, helped, TODAY).some(({ id }) => id === helped.buddy));
					const isRight = helped.buddy === undefined || (found !== null && helped.consent?.record === true);
					expect(checkHelper(people, helped, TODAY)).toHaveLength(isRight ? 0 : 1);
				}
			})
		);
	});

	it('nobody helps themselves, no child is asked to, and a neighbour is no member', () => {
		const grandma = make('g', { birth: '1948' as Birth });
		expect(canHelp(grandma, grandma, TODAY)).toBe(false);
		expect(canHelp(make('c', { birth: '2012-11-28' as Birth }), grandma, TODAY)).toBe(false);
		expect(canHelp(make('c', { birth: '2012-11-27' as Birth }), grandma, TODAY)).toBe(true);
		expect(canHelp(make('n', { household: 'h2' as HouseholdId }), grandma, TODAY)).toBe(false);
	});

	it('who has done it on their own account comes first, then the younger', () => {
		const people = [
			make('old', { birth: '1950' as Birth }),
			make('young', { birth: '2006' as Birth }),
			make('done', { birth: '1970' as Birth, standing: stands('l2LoggedIn') }),
			make('active', { birth: '1990' as Birth, standing: stands('l2Active') })
		];
		const order = listHelpers(people, make('g'), TODAY).map(({ id }) => id);
		expect(order).toEqual(['done', 'active', 'young', 'old']);
	});

	it('finds whom somebody helps', () => {
		const people = [make('g', { buddy: 'y' as PersonId }), make('k', { buddy: 'g' as PersonId }), make('y')];
		expect(listHelpedBy(people, { id: 'y' as PersonId }).map(({ id }) => id)).toEqual(['g']);
	});
});
