// What the next best step names is there, and holds today: a card on a phone never leads to a guide that is gone.

import { expect, it } from 'vitest';
import { canFollow } from '../lib/domain/content.ts';
import { isPhoneBorrowed } from '../lib/domain/guide.ts';
import { NEXT_GUIDES } from '../lib/domain/next-step.ts';
import { SCAM_GUIDE } from '../lib/domain/visit.ts';
import { readPack } from './packs.ts';

it.each([...NEXT_GUIDES, SCAM_GUIDE])('%s ships and is in force', (id) => {
	const pack = readPack('vi');
	const guide = pack.guides.find((one) => one.id === id);
	expect(guide && canFollow(guide, pack.publishedOn)).toBe(true);
});

it('S09: a borrowed phone is known as borrowed until a point says that it was unlinked', () => {
	const guide = readPack('vi').guides.find((one) => one.id === 'P15-new-phone')!;
	const at = (step: string, ticks: readonly string[] = []) =>
		isPhoneBorrowed(
			{ ...guide, start: step },
			{
				guideId: guide.id,
				packVersion: 1,
				context: { state: 'deviceLost' },
				path: [],
				ahead: [],
				hasSeenNeverAsk: true,
				timers: {},
				ticks
			}
		);
	const lending = guide.steps.filter((step) => step.borrows).map((step) => step.id);
	expect(lending).toEqual(['borrow-read']);
	expect(at('borrow')).toBe(false);
	expect(at('borrow-read')).toBe(true);
	expect(at('borrow-read', ['unlink/unlinked'])).toBe(false);
});
