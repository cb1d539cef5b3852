// Records that leave a phone without a network, as a file or as pictures, and get to the ward with somebody else.

import { expect, it, vi } from 'vitest';
import { offline, setStage, take } from '../../../tests/fixtures/device-stage.ts';
import { Browser, PIN } from '../../../tests/fixtures/device.ts';
import { RESCUE_WORD, writeRescue } from '../contract/rescue.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Bundle } from '../sync/entry.ts';
import type { Device } from './device.ts';
import { unpackText } from './pack.ts';
import { RowReader } from './picture-row.ts';
import { hashHex } from './vault.ts';

const stage = setStage({ clock: () => Date.now() });
const { join } = stage;
/** Another phone each time. */
const open = (browser = new Browser()) => stage.open({}, browser);

const door = (number: string) => stage.door({ lane: 'ngõ Bí Mật', number });
const arrived = () =>
	stage.server.ward
		.look()
		.entries.map(({ entry }) => String(entry.p['number']))
		.toSorted();

/** A phone whose records nobody else has, and another one that comes by. */
async function meet(numbers: readonly string[]): Promise<{ writer: Device; carrier: Device }> {
	const writer = open();
	await join(writer);
	stage.server.mood = offline;
	for (const number of numbers) take(await writer.createHousehold(door(number)));
	stage.server.mood = null;
	stage.server.inviteAnew();
	const carrier = open();
	await join(carrier);
	stage.server.mood = offline;
	return { writer, carrier };
}

it('goes in a file to another phone, which brings it to the ward; nothing in it can be read', async () => {
	const { writer, carrier } = await meet(['7', '8']);
	const exported = take(await writer.exportUnsent());
	expect(exported).toMatchObject({ entries: 2, unsealed: 0 });
	const [file] = exported.files as [string];
	expect(exported.files).toHaveLength(1);
	for (const told of ['Bí Mật', 'B\\u00ed', 'ordinary', 'household":', stage.server.area, PIN])
		expect(file).not.toContain(told);
	expect(take(await carrier.takeRescue(file))).toEqual({ entries: 2, known: 0 });
	expect(take(await carrier.takeRescue(file))).toEqual({ entries: 0, known: 2 });
	expect(take(await carrier.countCargo())).toEqual({ waiting: 2, delivered: 0, refused: 0 });
	await carrier.syncNow();
	expect(arrived()).toEqual([]);
	stage.server.mood = null;
	take(await carrier.syncNow());
	expect(arrived()).toEqual(['7', '8']);
	expect(take(await carrier.countCargo())).toEqual({ waiting: 0, delivered: 2, refused: 0 });
	const asked = stage.server.asked.length;
	take(await carrier.syncNow());
	expect(stage.server.asked.slice(asked).filter(({ path }) => path.endsWith('/carry'))).toEqual([]);
	expect(carrier.book.households.size).toBe(0);
	// The ward's own answer to the writer is a repeat of the first receipt; here another phone has its place there.
	expect(writer.sync.waiting).toBe(2);
});

it('goes in pictures from screen to camera, whatever the camera misses, and nothing in them can be read', async () => {
	const { writer, carrier } = await meet(['1', '2', '3', '4', '5']);
	const { rows } = take(await writer.exportUnsent());
	expect(rows).toMatchObject([{ entries: 5 }]);
	const { pictures } = rows[0]!;
	const reader = new RowReader();
	for (let number = 0; reader.finish() === null; number++) {
		const text = pictures.text(number);
		expect(text).toMatch(/^GCR1:[0-9A-Z $%*+\-./:]+$/);
		if (number % 4 !== 2) expect(reader.take(text)).not.toBe('foreign');
		expect(number).toBeLessThan(pictures.count * 2 + 20);
	}
	const text = take(await unpackText(reader.finish()!));
	expect(text).toContain(RESCUE_WORD);
	expect(take(await carrier.takeRescue(text))).toEqual({ entries: 5, known: 0 });
	stage.server.mood = null;
	take(await carrier.syncNow());
	expect(arrived()).toEqual(['1', '2', '3', '4', '5']);
});

it('refuses, each with its sentence, what is none of it, cut, changed, of another ward, or could be read', async () => {
	const { writer, carrier } = await meet(['7']);
	const [file] = take(await writer.exportUnsent()).files as [string];
	const [bundle] = (JSON.parse(file) as { bundles: [Bundle] }).bundles;
	const [entry] = bundle.entries;
	const again = (changes: Partial<Bundle>) => writeRescue([{ ...bundle, ...changes }], hashHex);
	const tried: [string, string][] = [
		['', 'rescue.foreign'],
		['{"what":"something else"}', 'rescue.foreign'],
		['[1,2', 'rescue.foreign'],
		[file.slice(0, -20), 'rescue.damaged'],
		[file.replace(/"madeAt":\d/, '"madeAt":9'), 'rescue.damaged'],
		[file.replace('"bundles":[', '"bundles":[],"more":['), 'rescue.foreign'],
		[await again({ ward: crypto.randomUUID() }), 'rescue.otherWard'],
		[await again({ entries: [{ ...entry!, body: { alg: 'plain', p: { number: '7' } } }] }), 'rescue.foreign'],
		[await again({ signature: 'short' }), 'rescue.foreign'],
		[await writeRescue(Array(LIMIT.rescueBundles + 1).fill(bundle), hashHex), 'rescue.foreign'],
		[' '.repeat(LIMIT.rescueFileBytes + 1), 'rescue.tooLarge']
	];
	for (const [text, code] of tried)
		expect(await carrier.takeRescue(text), text.slice(0, 60)).toMatchObject({ problem: { code } });
	expect(take(await carrier.countCargo())).toEqual({ waiting: 0, delivered: 0, refused: 0 });
	expect(await carrier.exportUnsent()).toMatchObject({ problem: { code: 'rescue.nothing' } });
	await carrier.lock();
	expect(await carrier.takeRescue(file)).toMatchObject({ problem: { code: 'vault.locked' } });
});

it('is carried on by whoever meets the carrier, and has its bound', async () => {
	const { writer, carrier } = await meet(['7']);
	const [file] = take(await writer.exportUnsent()).files as [string];
	take(await carrier.takeRescue(file));
	const onward = take(await carrier.exportUnsent());
	expect(onward.entries).toBe(1);
	expect(JSON.parse(onward.files[0]!).bundles).toEqual(JSON.parse(file).bundles);
	const [bundle] = JSON.parse(file).bundles as [Bundle];
	for (let at = 1; at < LIMIT.cargoBundles; at += LIMIT.rescueBundles) {
		const count = Math.min(LIMIT.rescueBundles, LIMIT.cargoBundles - at);
		const others = Array.from({ length: count }, (_, next) => ({ ...bundle, madeAt: at + next }));
		take(await carrier.takeRescue(await writeRescue(others, hashHex)));
	}
	expect(await carrier.takeRescue(await writeRescue([{ ...bundle, madeAt: 1e6 }], hashHex))).toMatchObject({
		problem: { code: 'rescue.full' }
	});
	// once refused by the ward it waits no more, and does not stop what comes behind
	stage.server.mood = (path) =>
		path.endsWith('/carry')
			? {
					status: 400,
					type: 'application/json',
					headers: { 'x-ward-sync': '1' },
					body: '{"problem":{"code":"net.badRequest","retry":false}}'
				}
			: null;
	take(await carrier.syncNow());
	expect(take(await carrier.countCargo())).toEqual({ waiting: 0, delivered: 0, refused: LIMIT.cargoBundles });
});

it('outlives the erasing of its carrier, and goes with who joins there next', async () => {
	const { writer, carrier: _ } = await meet(['7']);
	const [file] = take(await writer.exportUnsent()).files as [string];
	stage.server.mood = null;
	stage.server.inviteAnew();
	const browser = new Browser();
	const carrier = open(browser);
	await join(carrier);
	stage.server.mood = offline;
	take(await carrier.takeRescue(file));
	take(await carrier.leave());
	expect(carrier.phase.kind).toBe('new');
	stage.server.mood = null;
	stage.server.inviteAnew();
	await join(carrier);
	await vi.waitFor(() => expect(arrived()).toEqual(['7']), { timeout: 5_000 });
});

it('200 records fit a row of pictures that two minutes can show', { timeout: 60_000 }, async () => {
	const numbers = Array.from({ length: 200 }, (_, at) => `${at + 1}`);
	const { writer } = await meet(numbers);
	const { rows, files } = take(await writer.exportUnsent());
	const shown = rows.reduce((sum, { pictures }) => sum + pictures.count, 0);
	expect(rows.reduce((sum, { entries }) => sum + entries, 0)).toBe(200);
	// sealed entries in JSON, and what is left of them when base64 and names are packed
	expect(files.join('').length / 200).toBeLessThan(700);
	// at 2.5 pictures in a second
	expect(shown).toBeLessThan(300);
});
