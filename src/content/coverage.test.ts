import { describe, expect, it } from 'vitest';
import type { Pack } from '../lib/domain/content.ts';
import { findUncovered, printCoverage, ROWS } from './coverage.ts';
import { readPack } from './packs.ts';

const pack = readPack('vi');
const without = (change: (copy: any) => void): string[] => {
	const copy: any = structuredClone(pack);
	change(copy);
	return findUncovered(copy as Pack).map((row) => row.place);
};
const guideOf = (copy: any, id: string) => copy.guides.find((guide: { id: string }) => guide.id === id);

describe('coverage of the digest', () => {
	it('every row is carried by an item', () => {
		expect(findUncovered(pack)).toEqual([]);
	});

	it('the table is the one in docs', async () => {
		await expect(printCoverage(pack)).toMatchFileSnapshot('../../docs/content-coverage.md');
	});

	it('names each row once per place and words', () => {
		const keys = ROWS.map(({ row, says, place }) => `${row} ${says} ${place}`);
		expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
	});

	it.each([
		[
			'an article',
			'faq-c7',
			(copy: any) => (copy.articles = copy.articles.filter((item: any) => item.id !== 'faq-c7'))
		],
		[
			'a guide',
			'P17-official-manual/open',
			(copy: any) => (copy.guides = copy.guides.filter((item: any) => item.id !== 'P17-official-manual'))
		],
		[
			'a branch',
			'P5/device/D2',
			(copy: any) =>
				guideOf(copy, 'P5')
					.steps.find((step: any) => step.id === 'device')
					.branches.pop()
		],
		[
			'a message',
			'P2-app-account/send/fail',
			(copy: any) =>
				delete guideOf(copy, 'P2-app-account').steps.find((step: any) => step.id === 'send').branches[1].screen
		],
		[
			'a constant',
			'validation-rules',
			(copy: any) => (copy.articles.find((item: any) => item.id === 'validation-rules').body = [])
		]
	])('misses %s that is gone', (_, place, change) => {
		expect(without(change)).toContain(place);
	});
});
