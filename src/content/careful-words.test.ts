// F087, F088: what is said about a tenant, a death, somebody gone, somebody without papers.

import { describe, expect, it } from 'vitest';
import { CAREFUL_ARTICLES } from './articles/careful-words.ts';
import { P10 } from './guides/p10-temporary-residence.ts';
import { P12 } from './guides/p12-stay-notice.ts';
import { DATA_FLAG_CODES } from '../lib/domain/catalogue/data-flags.ts';

const textOf = (value: unknown) => JSON.stringify(value);
const articleOf = (id: string) => CAREFUL_ARTICLES.find((article) => article.id === id)!;

describe('careful words', () => {
	it.each([
		['words-deceased', 'DF-04', ['Tư pháp', 'Công an']],
		['words-away', 'DF-05', ['Công an']],
		['words-away', 'DF-06', ['Công an']],
		['words-no-papers', 'DF-08', ['Tư pháp', 'Công an']],
		['words-tenant', 'DF-07', ['Công an']]
	])('F088: %s names the flag %s and who helps on', (id, flag, helpers) => {
		const text = textOf(articleOf(id).body);
		expect(DATA_FLAG_CODES).toContain(flag);
		for (const word of [flag, ...helpers]) expect(text).toContain(word);
	});

	it('F088: every script says that the ward has to look at it first, and so does its source', () => {
		for (const { body, sources } of CAREFUL_ARTICLES) {
			expect(textOf(body.at(-1))).toContain('chờ phường xem');
			expect(sources.some(({ confidence }) => confidence === 'U')).toBe(true);
		}
	});

	it('F087: tenant and landlord see duty and time limit, in a neutral voice, in the guides and beside them', () => {
		const landlord = P10.steps.find(({ id }) => id === 'landlord');
		expect(landlord?.title).toBe('Chủ nhà trọ');
		expect(textOf(P10)).toContain('30 ngày');
		expect(textOf(P10)).toContain('3 ngày làm việc');
		expect(textOf(P12)).toContain('dưới 30 ngày');
		const told = textOf(articleOf('words-tenant'));
		for (const word of ['Từ 30 ngày', 'Dưới 30 ngày', '3 ngày làm việc', 'chủ nhà', 'chờ phường xác nhận'])
			expect(told).toContain(word);
		for (const text of [P10, P12, ...CAREFUL_ARTICLES].map(textOf))
			expect(text).not.toMatch(/phạt|triệu đồng|vi phạm|bắt buộc phải khai/i);
	});
});
