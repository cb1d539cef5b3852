import { describe, expect, it } from 'vitest';
import { packText } from '$lib/device/pack.ts';
import { makeRow } from '$lib/device/picture-row.ts';
import { fail, succeed } from '$lib/domain/problem.ts';
import { Reading } from './reading.svelte.ts';

const TEXT = Array.from({ length: 400 }, (_, at) => (at * 7919).toString(36)).join(' ');

describe('filming a row of pictures', () => {
	it('hands over the text once it is whole, and goes on where it was stopped', async () => {
		const row = makeRow(await packText(TEXT), 100);
		const taken: string[] = [];
		const reading = new Reading(async (text) => succeed(void taken.push(text)));
		for (let number = 0; number < row.count - 1; number++) await reading.read(row.text(number));
		expect([reading.got, reading.count, reading.isDone]).toEqual([row.count - 1, row.count, false]);
		for (let number = row.count; !reading.isDone; number++) await reading.read(row.text(number));
		expect(taken).toEqual([TEXT]);
		await reading.read(row.text(0));
		expect(taken).toHaveLength(1);
		expect(reading.problem).toBeNull();
	});

	it('says that a picture is of another row, and forgets it with the next right one', async () => {
		const [one, other] = [makeRow(await packText(TEXT), 100), makeRow(await packText(`${TEXT}.`), 100)];
		const reading = new Reading(async () => succeed(undefined));
		await reading.read(one.text(0));
		await reading.read(other.text(1));
		expect(reading.problem?.code).toBe('rescue.otherRow');
		expect(reading.got).toBe(1);
		await reading.read(one.text(1));
		expect(reading.problem).toBeNull();
		reading.again();
		await reading.read(other.text(1));
		expect([reading.got, reading.problem]).toEqual([1, null]);
	});

	it('says that codes are none of these only when they keep coming, and what was wrong with a whole row', async () => {
		const row = makeRow(await packText('no file'), 400);
		const reading = new Reading(async () => fail('rescue.foreign'));
		reading.noteSilence();
		for (const isSaid of [false, false, true]) {
			await reading.read('https://example.com');
			expect([reading.isForeign, reading.isSilent]).toEqual([isSaid, false]);
		}
		await reading.read(row.text(0));
		expect(reading).toMatchObject({ isForeign: false, isDone: true, problem: { code: 'rescue.foreign' } });
	});
});
