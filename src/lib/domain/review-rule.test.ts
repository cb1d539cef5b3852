import { expect, it } from 'vitest';
import { parseDay, type Day } from './day.ts';
import type { Review } from './review.ts';
import { lateBefore, parseReviewRule, tellTimeToFix } from './review-rule.ts';
import { checkSavedFilter, makeSavedFilter } from './saved-filter.ts';

const TODAY = parseDay('2026-11-20') as Day;
const sentBack = (day: string): Review => ({ state: 'returned', decidedAt: Date.parse(`${day}T03:00:00Z`) });

it('tells since when a visit is with its volunteer; late is what is past the last day, and nothing without a rule', () => {
	const rule = { fixDays: 5 };
	expect(tellTimeToFix(sentBack('2026-11-15'), rule, TODAY)).toEqual({ days: 5, dueOn: TODAY, isLate: false });
	expect(tellTimeToFix(sentBack('2026-11-14'), rule, TODAY)).toMatchObject({ days: 6, isLate: true });
	expect(tellTimeToFix(sentBack('2026-01-01'), { fixDays: null }, TODAY)).toEqual({
		days: 323,
		dueOn: null,
		isLate: false
	});
	// a clock that was set back since makes no time negative
	expect(tellTimeToFix(sentBack('2026-11-21'), rule, TODAY)).toMatchObject({ days: 0, isLate: false });
	for (const state of ['waiting', 'corrected', 'approved'] as const)
		expect(tellTimeToFix({ ...sentBack('2026-01-01'), state }, rule, TODAY)).toBe(null);
	expect(lateBefore(rule, TODAY)).toBe('2026-11-15');
});

it.each(['0', '61', '1.5', 'x', '-1'])('%s is no number of days', (typed) => {
	expect(parseReviewRule(typed)).toMatchObject({ problem: { at: 'fixDays' } });
});

it('an empty box takes the rule away', () => {
	expect(parseReviewRule(' ')).toEqual({ ok: true, value: { fixDays: null } });
	expect(parseReviewRule('7')).toEqual({ ok: true, value: { fixDays: 7 } });
});

it('a filter is kept without what was searched for and without a place in the list', () => {
	const query = new URLSearchParams('state=returned&late=1&q=dinh thi thu&after=0199a1b2-0000-7000-8000-000000000001');
	expect(makeSavedFilter(' Trả lại quá hạn ', query)).toEqual({
		name: 'Trả lại quá hạn',
		query: '?state=returned&late=1'
	});
	expect(checkSavedFilter(makeSavedFilter(' ', query))).toMatchObject([{ code: 'field.required' }]);
	expect(checkSavedFilter(makeSavedFilter('Mật khẩu là 123456', query))).toMatchObject([
		{ at: 'name' },
		{ at: 'name' }
	]);
});
