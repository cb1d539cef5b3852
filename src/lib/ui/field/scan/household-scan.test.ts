import { expect, test } from 'vitest';
import { parseCard } from '$lib/domain/card.ts';
import type { Day } from '$lib/domain/day.ts';
import type { Household } from '$lib/domain/household.ts';
import type { HouseholdId, PersonId } from '$lib/domain/id.ts';
import type { Person } from '$lib/domain/person.ts';
import { CARD_S01 } from '../../../../../tests/fixtures/cards.ts';
import { consentOf, hrefOf, sortReads, tickConsent, type Given } from './household-scan.ts';

const HOUSE = { id: 'h1' as HouseholdId, lane: 'Ngõ 12', number: '12/3' } as Household;
const read = (text: string) => {
	const reading = parseCard(text, '2026-11-20' as Day);
	if (reading.kind === 'refused') throw new Error(reading.problem.code);
	return reading;
};
const sen = (household: string, changes: object = {}) =>
	({
		id: `p-${household}` as PersonId,
		household: household as HouseholdId,
		name: 'Ngô Thị Sen',
		birth: '1985',
		...changes
	}) as Person;

test('who may be meant behind this door comes before who lives elsewhere', () => {
	const [row] = sortReads([read(CARD_S01)], [sen('h2'), sen('h1')], HOUSE);
	expect(row!.found).toMatchObject({ kind: 'maybe', people: [{ household: 'h1' }, { household: 'h2' }] });
});

test('somebody who is known elsewhere is opened there, not doubled here', () => {
	const [row] = sortReads([read(CARD_S01)], [sen('h2', { personalId: '000185000101' })], HOUSE);
	expect(row!.found).toMatchObject({ kind: 'known', person: { household: 'h2' } });
	expect(hrefOf(sen('h2'))).toBe('/doors/h2/people/p-h2');
});

test.each([
	['12/3 Ngõ 12, Khu phố 3, Hòa An', false],
	['Số 12/3, NGO 12, Hòa An', false],
	['12/5 Ngõ 12, Khu phố 3', true],
	['7 Lý Thường Kiệt, Hà Nội', true],
	['', false]
])('an address "%s" differs from the door: %s', (cardAddress, differs) => {
	expect(sortReads([{ ...read(CARD_S01), cardAddress }], [], HOUSE)[0]!.addressDiffers).toBe(differs);
});

test('F071 the yes of one is nobody else’s, has the instant of its own tick, and goes without a trace', () => {
	const [one, other] = [read(CARD_S01), read(CARD_S01)];
	let given: readonly Given[] = tickConsent([], one, true, 1_000);
	expect(consentOf(given, other)).toBeNull();
	given = tickConsent(given, other, true, 2_000);
	expect(consentOf(given, one)).toMatchObject({ record: true, phone: false, remind: false, givenAt: 1_000 });
	expect(consentOf(given, other)).toMatchObject({ record: true, givenAt: 2_000 });
	given = tickConsent(given, one, false, 3_000);
	expect([consentOf(given, one), given.length]).toEqual([null, 1]);
});
