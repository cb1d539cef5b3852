import { expect, it } from 'vitest';
import { LIMIT } from '../../domain/limit.ts';
import { desk as en } from '../words/en/desk.ts';
import { desk as vi } from '../words/vi/desk.ts';
import { formatBadge, formatCounted } from './counted.ts';

it('says where a list was counted no further, in words and in the menu', () => {
	const most = LIMIT.countedRows;
	expect(formatCounted(vi, 137)).toBe('137');
	expect(formatCounted(vi, most)).toBe('1.000');
	// the server answers one more than it counts to
	expect(formatCounted(vi, most + 1)).toBe('hơn 1.000');
	expect(vi.review.count(formatCounted(vi, 50, true))).toBe('hơn 50 lượt');
	expect(en.review.count(formatCounted(en, 50, true))).toBe('more than 50 visits');
	expect([formatBadge(137), formatBadge(most), formatBadge(most + 1)]).toEqual(['137', '1.000', '1.000+']);
});
