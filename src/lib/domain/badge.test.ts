import { expect, test } from 'vitest';
import { describeBadge, formatBadgeCode, parseBadgeCode, timeOfBadge } from './badge.ts';
import type { Day } from './day.ts';

const BADGE = {
	number: 7,
	name: 'Lê Minh Khang',
	role: 'youth',
	quarter: 'Khu phố 3',
	validFrom: '2026-11-20' as Day,
	validTo: '2026-12-31' as Day
};

test.each([
	['2026-11-19', 'notYet'],
	['2026-11-20', 'valid'],
	['2026-12-31', 'valid'],
	['2027-01-01', 'expired']
] as const)('F004 on %s it is %s', (today, time) => {
	expect(timeOfBadge(BADGE, today as Day)).toBe(time);
});

test('F004 a code comes back as it was, and what is none is none', () => {
	const code = { tag: 'A0B1', secret: 's'.repeat(22), signature: 'g'.repeat(86) };
	const text = formatBadgeCode(code);
	expect(parseBadgeCode(text)).toEqual(code);
	for (const odd of ['', text.slice(1), `${text}x`, text.replace('.', ''), text.toLowerCase(), `${text}\n`, text + '/'])
		expect(parseBadgeCode(odd), odd).toBeNull();
});

test('F004 whatever is shown is signed', () => {
	const text = describeBadge('ward', 'secret', BADGE, 'sum');
	const others = [
		describeBadge('other', 'secret', BADGE, 'sum'),
		describeBadge('ward', 'other', BADGE, 'sum'),
		describeBadge('ward', 'secret', BADGE, ''),
		...Object.keys(BADGE).map((field) => describeBadge('ward', 'secret', { ...BADGE, [field]: 'x' }, 'sum'))
	];
	expect(new Set([text, ...others]).size).toBe(10);
	// no field runs over into the next
	expect(describeBadge('ward', 'secret', { ...BADGE, name: 'a","b' }, '')).not.toBe(
		describeBadge('ward', 'secret', { ...BADGE, name: 'a', role: 'b' }, '')
	);
});
