import { beforeAll, describe, expect, it } from 'vitest';
import type { Article, Guide, Pack } from '../domain/content.ts';
import { makeDay } from '../domain/day.ts';
import { readPack } from '../../content/packs.ts';
import { LIMIT } from '../domain/limit.ts';
import { openContentSearch, type ContentSearch } from './content-search.ts';

const DAY = makeDay(2026, 11, 20)!;
const life = { sources: [], checkedOn: DAY, validFrom: DAY, status: 'current' } as const;
const article = (id: string, title: string, text: string, keywords: readonly string[] = []): Article => ({
	...life,
	id,
	title,
	kind: 'faq',
	body: [{ kind: 'text', text }],
	keywords
});
const guide: Guide = {
	...life,
	id: 'forgot-passcode',
	title: 'Quên passcode',
	summary: 'Đặt lại passcode khi không nhớ.',
	keywords: ['mã 6 số'],
	start: 's',
	steps: [
		{
			id: 's',
			title: 'Chọn dịch vụ',
			who: 'resident',
			say: 'Bấm vào dịch vụ.',
			stop: { outcome: 'success', reason: 'Xong' }
		}
	]
};
const PACK: Pack = {
	id: 'vneid',
	version: 1,
	language: 'vi',
	publishedOn: DAY,
	guides: [guide],
	articles: [
		article('password', 'Quên mật khẩu thì làm sao?', 'Bấm Quên mật khẩu, nhập số định danh.'),
		article('birth', 'Đăng ký khai sinh', 'Làm cùng thẻ bảo hiểm y tế.', ['em bé mới sinh']),
		article('stay', 'Thông báo lưu trú', 'Chủ nhà báo khách ở lại dưới 30 ngày.'),
		article('card', 'Đổi thẻ căn cước', 'Mật khẩu không liên quan. Thẻ hết hạn thì đổi.'),
		article('phone', 'Mất điện thoại', 'Khóa tài khoản trên trang chính thức.'),
		article('move', 'Đăng ký tạm trú', 'Người thuê trọ ở từ 30 ngày.')
	]
};
let search: ContentSearch;
beforeAll(async () => void (search = await openContentSearch(PACK)));
const ids = (typed: string) => search.find(typed).map((hit) => hit.id);

describe('search over all content (F061)', () => {
	it.each([
		['quên mật khẩu', 'password'],
		['quen mat khau', 'password'],
		['QUÊN MẬT KHẨU', 'password'],
		['mat khau quen', 'password'],
		['quen mat khua', 'password'],
		['em be moi sinh', 'birth'],
		['quên mã 6 số', 'forgot-passcode'],
		['pascode', 'forgot-passcode'],
		['tôi bị mất điện thoại thì làm sao', 'phone'],
		['tam tru', 'move'],
		['luu tru', 'stay'],
		['thue tro', 'move']
	])('%s finds %s first', (typed, id) => {
		expect(ids(typed)[0]).toBe(id);
	});

	it('gives five at most, and nothing for nothing', () => {
		expect(search.find('thẻ tài khoản mật khẩu bấm dịch vụ ở').length).toBeLessThanOrEqual(LIMIT.searchHits);
		for (const typed of ['', '   ', '?!', 'xyzxyz']) expect(search.find(typed)).toEqual([]);
	});

	it('says why: where it was found, with the words marked', () => {
		const [hit] = search.find('em be moi sinh');
		expect(hit?.field).toBe('keys');
		expect(hit?.why.filter((piece) => piece.isHit).map((piece) => piece.text)).toEqual(['em', 'bé', 'mới', 'sinh']);
		expect(search.find('khach o lai duoi 30 ngay')[0]).toMatchObject({ id: 'stay', field: 'body' });
	});

	it('keeps the text as it was written', () => {
		const [hit] = search.find('khau');
		expect(hit?.why.map((piece) => piece.text).join('')).toBe('Quên mật khẩu thì làm sao?');
	});
});

it.each([
	['kich hoat tai khoan', 'P5'],
	['quen mat khau', 'P15-forgot-password'],
	['quên mã 6 số', 'P15-forgot-passcode'],
	['em be moi sinh', 'need-newborn'],
	['doi so dien thoai', 'P15-change-number'],
	['lua dao', 'P16-scam'],
	['tam tru', 'P10-temporary-residence']
])('in the content that ships, "%s" has %s among the five', async (typed, id) => {
	const shipped = await openContentSearch(readPack('vi'));
	const hits = shipped.find(typed);
	expect(hits.length).toBeLessThanOrEqual(LIMIT.searchHits);
	expect(hits.map((hit) => hit.id)).toContain(id);
});
