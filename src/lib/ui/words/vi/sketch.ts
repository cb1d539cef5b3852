// The drawing of a lane: where a house stands on it, in words and without any place on earth.

import type { Move, Side } from '../../../domain/sketch.ts';

const sides: Record<Side, string> = { left: 'Bên trái', end: 'Trên đường', right: 'Bên phải' };

const moves: Record<Move, string> = {
	on: 'Vào trong',
	left: 'Sang trái',
	right: 'Sang phải',
	back: 'Ra đầu ngõ'
};

export const sketch = {
	open: 'Sơ đồ ngõ',
	title: (lane: string) => (lane ? `Sơ đồ ${lane}` : 'Sơ đồ các nhà'),
	lead: 'Vẽ áng chừng cho người sau dễ tìm. Chạm vào ô có nhà, hoặc dùng các nút. Không dùng định vị.',
	first: 'Đầu ngõ',
	last: 'Cuối ngõ',
	sides,
	/** `Bên trái, ô 4 từ đầu ngõ, lùi vào 2 ô`. */
	place: (side: string, row: string, deep: string) =>
		`${side}, ô ${row} từ đầu ngõ${deep ? `, lùi vào ${deep} ô` : ''}`,
	here: (door: string, place: string) => `Nhà ${door}: ${place}`,
	onDoor: (place: string) => `Trên sơ đồ ngõ: ${place}`,
	picture: (count: string) => `Sơ đồ ngõ, ${count} nhà khác đã vẽ`,
	/** The same for who only looks, at the desk. */
	pictureOfAll: (count: string) => `Sơ đồ ngõ, ${count} nhà đã vẽ`,
	others: (place: string, doors: string) => `${place}: nhà ${doors}`,
	othersTitle: 'Các nhà khác đã vẽ',
	moves,
	save: 'Lưu chỗ này',
	saving: 'Đang lưu…',
	remove: 'Bỏ khỏi sơ đồ'
};

export type SketchWords = typeof sketch;
