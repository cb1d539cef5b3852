import { describe, expect, it } from 'vitest';
import { decideAreaMove } from './area-move.ts';
import type { Area, AreaKind } from './area.ts';
import type { AreaId } from './id.ts';

const area = (id: string, parent: string | null, kind: AreaKind, name = id, aliases: string[] = []): Area => ({
	id: id as AreaId,
	parent: parent as AreaId | null,
	kind,
	name,
	aliases
});
const AREAS = [
	area('ward', null, 'ward', 'Phường Thử'),
	area('kp3', 'ward', 'quarter', 'Khu phố 3'),
	area('kp4', 'ward', 'quarter', 'Khu phố 4', ['Ấp Đông']),
	area('t1', 'kp3', 'group', 'Tổ 1'),
	area('t2', 'kp3', 'group', 'Tổ 2'),
	area('other1', 'kp4', 'group', 'to 1'),
	area('kp5', 'ward', 'quarter', 'Khu phố 5')
];
const move = (id: string, to: string) => decideAreaMove(AREAS, { area: id as AreaId, to: to as AreaId });

describe('F010 an area under another one', () => {
	it('a group goes to another quarter, and keeps its old place as an old name', () => {
		expect(move('t2', 'kp4')).toEqual({
			ok: true,
			value: area('t2', 'kp4', 'group', 'Tổ 2', ['Tổ 2, Khu phố 3'])
		});
	});

	it('a quarter without groups becomes a group of another, a group a quarter of the ward', () => {
		expect(move('kp5', 'kp3')).toMatchObject({ ok: true, value: { kind: 'group', parent: 'kp3' } });
		expect(move('t2', 'ward')).toMatchObject({ ok: true, value: { kind: 'quarter', parent: 'ward' } });
	});

	it.each<[string, string, string]>([
		['nowhere else', 't1', 'kp3'],
		['into itself', 'kp3', 'kp3'],
		['into what lies in it', 'kp3', 't1'],
		['into a group', 'kp5', 't1'],
		['with groups of its own into a quarter', 'kp4', 'kp3'],
		['the ward itself', 'ward', 'kp3'],
		['what is not there', 'x', 'kp3'],
		['where nothing is', 't1', 'x']
	])('%s is refused', (_, id, to) => {
		expect(move(id, to)).toMatchObject({ problem: { code: 'field.badChoice', at: 'to' } });
	});

	it('two of one name side by side could not be told apart', () => {
		expect(move('t1', 'kp4')).toMatchObject({ problem: { code: 'field.badChoice', at: 'areaName' } });
	});
});
