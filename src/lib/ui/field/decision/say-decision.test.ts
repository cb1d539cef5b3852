import { expect, test } from 'vitest';
import type { Day } from '$lib/domain/day.ts';
import type { Decision } from '$lib/domain/decision.ts';
import type { EntryId } from '$lib/domain/id.ts';
import { barrier } from '$lib/ui/words/vi/barrier.ts';
import { decision } from '$lib/ui/words/vi/decision.ts';
import { ladder } from '$lib/ui/words/vi/ladder.ts';
import { person } from '$lib/ui/words/vi/person.ts';
import { visit } from '$lib/ui/words/vi/visit.ts';
import { listNews, sayDecision } from './say-decision.ts';

const words = { barrier, decision, ladder, person, visit };
const at = Date.UTC(2026, 10, 20, 1, 15);
const base: Decision = { choice: 'other', entries: ['e' as EntryId], byName: 'Đặng Quốc Huy', at, seq: 5 };
const say = (changes: Partial<Decision>) => sayDecision({ ...base, ...changes }, 'person', '2026-11-20' as Day, words);

test.each<[string, Partial<Decision>, string[]]>([
	[
		'a name',
		{ field: 'name', value: 'Cao Thành Đạt', left: ['Cao Thanh Đạt'] },
		['Họ và tên: Cao Thành Đạt', 'Không chọn: Cao Thanh Đạt']
	],
	['a day', { field: 'birth', value: '1950-11-02' }, ['Năm sinh hoặc ngày sinh: 02/11/1950']],
	['nothing', { field: 'phone', value: null }, ['Số điện thoại: để trống']],
	[
		'an account',
		{ field: 'standing', value: { state: 'l2Active' }, left: [{ state: 'l2LoggedIn' }] },
		[`Tài khoản: ${ladder.names.l2Active}`, `Không chọn: ${ladder.names.l2LoggedIn}`]
	],
	['causes', { field: 'barriers', value: ['B4.5'] }, [`Vì sao chưa xong: ${barrier.names['B4.5']}`]],
	['a number', { field: 'idKeep' }, ['Số định danh: đã đối chiếu và chọn']],
	['a return to life', { field: 'deleted' }, ['Phường giữ lại mục này, không xóa.']],
	['an end', { field: 'deleted', choice: 'kept' }, ['Phường đã xóa mục này.']],
	[
		'a refusal',
		{ choice: 'dismissed', note: 'ghi nhầm nhà' },
		['Phường đã xem và không dùng một bản ghi.', 'Phường nhắn: ghi nhầm nhà']
	],
	['what we do not know', { field: 'unheardOf', value: { a: 1 } }, ['unheardOf: …']]
])('the volunteer reads the ward’s word on %s', (_, changes, lines) => {
	expect(say(changes).lines).toEqual(lines);
	expect(say(changes).foot).toBe('Đặng Quốc Huy, 08:15');
});

test('only what is new is shown, latest first', () => {
	const day = 24 * 3600_000;
	const all = [40, 20, 3, 2, 1].map((days, seq) => ({ ...base, at: at - days * day, seq }));
	expect(listNews(all, at).map(({ seq }) => seq)).toEqual([4, 3, 2]);
	expect(listNews(all.slice(0, 2), at).map(({ seq }) => seq)).toEqual([1]);
});
