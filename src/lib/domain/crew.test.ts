import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCrew, tallyCrew } from './crew.ts';
import type { Day } from './day.ts';
import type { HouseholdId, VisitId } from './id.ts';
import { checkKnocker, CREW_LETTERS, type Knocker } from './knocker.ts';
import { LIMIT } from './limit.ts';
import { OUTCOMES, type Visit } from './visit.ts';

const TODAY = '2026-11-20' as Day;
const MORNING = Date.parse('2026-11-20T01:00:00Z');
const MEMBERS: readonly Knocker[] = [
	{ letter: 'A', name: 'Khang' },
	{ letter: 'B', name: 'Bác Tư' },
	{ letter: 'C', name: 'Cô Sáu' }
];

describe('a crew', () => {
	it('has a letter for each name, in order, and is two to four people', () => {
		const made = makeCrew(['  Lê  Minh Khang ', 'Bác Tư'], MORNING);
		expect(made).toEqual({
			crew: {
				members: [
					{ letter: 'A', name: 'Lê Minh Khang' },
					{ letter: 'B', name: 'Bác Tư' }
				],
				at: 'A',
				startedAt: MORNING
			}
		});
		expect(makeCrew(['Khang'], MORNING)).toMatchObject({ problem: { code: 'field.required' }, place: 1 });
		const many = makeCrew(['a', 'b', 'c', 'd', 'e'], MORNING);
		expect('crew' in many && many.crew.members.map(({ letter }) => letter)).toEqual([...CREW_LETTERS]);
	});

	it('has no room for a number, an empty name or a long one, and says which name it is', () => {
		for (const [name, code] of [
			['  ', 'field.required'],
			['Tư 0999 000 012', 'note.idNumber'],
			['Tư 000150000017', 'note.idNumber'],
			['otp 123456', 'note.secretCode'],
			['x'.repeat(LIMIT.nameChars + 1), 'field.tooLong']
		] as const)
			expect(makeCrew(['Khang', name], MORNING), name).toMatchObject({ problem: { code }, place: 1 });
		expect(checkKnocker({ letter: 'E' as 'A', name: 'Năm' })).toMatchObject([{ code: 'field.badChoice' }]);
		expect(checkKnocker({ letter: 'D', name: 'Chị Bảy tổ 12' })).toEqual([]);
	});
});

describe('the day by letter', () => {
	const knockers = [...MEMBERS, { letter: 'B', name: 'Bảy' } as Knocker, undefined];
	const anyVisit = fc
		.record({
			door: fc.integer({ min: 1, max: 6 }),
			who: fc.constantFrom(...knockers),
			outcome: fc.constantFrom(...OUTCOMES),
			dayOff: fc.constantFrom(0, 0, 0, -1, 1),
			minute: fc.integer({ min: 0, max: 600 })
		})
		.map(({ door, who, outcome, dayOff, minute }): Omit<Visit, 'id'> => ({
			household: `door ${door}` as HouseholdId,
			seenAt: MORNING + dayOff * 86_400_000 + minute * 60_000,
			outcome,
			...(who ? { knocker: who } : {})
		}));
	const anyVisits = fc.array(anyVisit, { maxLength: 40 }).map((visits) => {
		return visits.map((visit, at): Visit => ({ ...visit, id: `visit ${at}` as VisitId }));
	});

	it('counts each visit of the day under one letter and no other, in whatever order they come', () => {
		fc.assert(
			fc.property(anyVisits, (visits) => {
				const day = tallyCrew(visits, MEMBERS, TODAY);
				const ofToday = visits.filter(({ seenAt }) => seenAt >= MORNING && seenAt < MORNING + 16 * 3600_000);
				expect(day.visits).toBe(ofToday.length);
				expect(day.rows.reduce((sum, row) => sum + row.met + row.nobodyHome, 0)).toBe(ofToday.length);
				expect(day.doors).toBe(new Set(ofToday.map(({ household }) => household)).size);
				for (const row of day.rows) {
					const own = ofToday.filter(
						({ knocker }) => knocker?.letter === row.knocker?.letter && knocker?.name === row.knocker?.name
					);
					expect(row.met + row.nobodyHome).toBe(own.length);
					expect(row.doors).toBe(new Set(own.map(({ household }) => household)).size);
				}
				expect(tallyCrew(visits.toReversed(), MEMBERS, TODAY)).toEqual(day);
			})
		);
	});

	it('shows every member, also who has done nothing; then who had a letter before, then nobody', () => {
		const visit = (who: Knocker | undefined, at: number): Visit => ({
			id: `${at}` as VisitId,
			household: `${at}` as HouseholdId,
			seenAt: MORNING + at,
			outcome: 'informed',
			...(who ? { knocker: who } : {})
		});
		const day = tallyCrew([visit(undefined, 1), visit(knockers[3], 2), visit(MEMBERS[1], 3)], MEMBERS, TODAY);
		expect(day.rows.map(({ knocker, doors }) => [knocker?.name ?? null, doors])).toEqual([
			['Khang', 0],
			['Bác Tư', 1],
			['Cô Sáu', 0],
			['Bảy', 1],
			[null, 1]
		]);
	});

	it('counts an account once that became active, and none that was active before', () => {
		const standing = { state: 'l2Active', on: TODAY, evidence: 'seenOnScreen', observer: '' } as const;
		const base = { household: 'x' as HouseholdId, seenAt: MORNING, outcome: 'activatedOnly', standing } as const;
		const day = tallyCrew(
			[
				{ ...base, id: '1' as VisitId, before: 'l2Approved', knocker: MEMBERS[0]! },
				{ ...base, id: '2' as VisitId, before: 'l2Active', knocker: MEMBERS[0]! }
			],
			MEMBERS,
			TODAY
		);
		expect(day.rows[0]).toMatchObject({ activated: 1, doors: 1, met: 2 });
	});
});
