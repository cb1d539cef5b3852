import { describe, expect, it } from 'vitest';
import type { Article, Guide } from './content.ts';
import { makeDay } from './day.ts';
import { listItemTexts, setItemLife, setItemTexts } from './item-text.ts';

const DAY = makeDay(2026, 11, 20)!;
const life = { sources: [{ tag: '000', place: 'p. 1', confidence: 'C' }], checkedOn: DAY, validFrom: DAY } as const;
const article: Article = {
	...life,
	status: 'current',
	id: 'a',
	title: 'Tiêu đề',
	kind: 'faq',
	body: [
		{ kind: 'text', text: 'Một' },
		{ kind: 'table', head: ['Cột'], rows: [['Ô 1', 'Ô 2']] },
		{ kind: 'label', label: { text: 'Đăng nhập', gloss: 'chú giải' } }
	],
	keywords: ['từ khóa'],
	links: [{ to: 'b', words: 'Xem thêm' }]
};
const guide: Guide = {
	...life,
	status: 'current',
	id: 'g',
	title: 'Dẫn',
	summary: 'Tóm tắt',
	start: 's',
	steps: [
		{
			id: 's',
			title: 'Bước',
			who: 'resident',
			say: 'Nói',
			labels: [{ text: 'Kích hoạt' }],
			branches: [{ id: 'x', words: 'Nhánh', to: 'e', screen: { text: 'Đăng ký' } }]
		},
		{ id: 'e', title: 'Hết', who: 'volunteer', say: 'Xong', stop: { outcome: 'success', reason: 'Vì xong' } }
	]
};

describe('texts of an item', () => {
	it('are its words in the order of reading, and no source, id, kind or screen label', () => {
		expect(listItemTexts(article).map((row) => `${row.path}=${row.text}`)).toEqual([
			'title=Tiêu đề',
			'body/0/text=Một',
			'body/1/head/0=Cột',
			'body/1/rows/0/0=Ô 1',
			'body/1/rows/0/1=Ô 2',
			'keywords/0=từ khóa',
			'links/0/words=Xem thêm'
		]);
		expect(listItemTexts(guide).map((row) => row.path)).toEqual([
			'title',
			'summary',
			'steps/0/title',
			'steps/0/say',
			'steps/0/branches/0/words',
			'steps/1/title',
			'steps/1/say',
			'steps/1/stop/reason'
		]);
	});

	it('change one by one, and nothing else does', () => {
		const changed = setItemTexts(guide, { 'steps/0/say': ' Nói rõ ', id: 'other', 'steps/0/branches/0/to': 'nowhere' });
		expect(changed.steps[0]?.say).toBe('Nói rõ');
		expect(changed).toEqual({ ...guide, steps: [{ ...guide.steps[0], say: 'Nói rõ' }, guide.steps[1]] });
		expect(Object.keys(changed)).toEqual(Object.keys(guide));
	});
});

it('a life is replaced as a whole: what is cleared is gone', () => {
	const over = { ...article, validTo: DAY, successor: 'b' };
	const renewed = setItemLife(over, {
		checkedOn: DAY,
		validFrom: DAY,
		validTo: null,
		status: 'toConfirm',
		successor: null
	});
	expect(renewed).not.toHaveProperty('validTo');
	expect(renewed).not.toHaveProperty('successor');
	expect(renewed.status).toBe('toConfirm');
	expect(renewed.body).toBe(article.body);
});
