// Every byte that a phone keeps, as somebody with its whole disk reads it.

import { describe, expect, it } from 'vitest';
import { setStage, take } from '../../../tests/fixtures/device-stage.ts';
import { PIN, type Browser } from '../../../tests/fixtures/device.ts';
import { CODE, VOLUNTEER_NAME, WARD_NAME } from '../../../tests/fixtures/ward-server.ts';

const stage = setStage();
const { open, join, door, somebody, knock } = stage;

describe('what lies on the disk', () => {
	it('names nobody: no name, number, phone or address in any row, open or locked', async () => {
		const device = open();
		await join(device);
		const household = take(await device.createHousehold(door({ lane: 'hẻm Bí Mật', access: 'chó dữ' })));
		const person = take(await device.addPerson(somebody(household)));
		take(
			await device.recordVisit(
				knock(household, { person, outcome: 'notDone', consent: somebody(household).consent!, note: 'ghi chú riêng' }),
				{ changes: { name: 'Nguyễn Thị Thử Hai' } }
			)
		);
		await device.writeDraft('form', { name: 'Nguyễn Thị Nháp', number: '000150000009' });
		take(await device.syncNow());
		take(await device.amendPerson(person, { name: 'Nguyễn Thị Thử Ba' }));
		await device.lock();
		const secrets = [
			...['Nguyễn', 'Nháp', 'Bí Mật', 'chó dữ', 'ghi chú', '12/3', VOLUNTEER_NAME, WARD_NAME, 'Tổ dân phố Thử'],
			...['000150000001', '000150000009', '0999000001', '0999 000 001', PIN, CODE]
		];
		const disk = await readDisk(stage.browser);
		expect(disk.length).toBeGreaterThan(2000);
		expect(secrets.filter((secret) => isIn(disk, secret))).toEqual([]);
		// The scan itself sees what lies open.
		expect(isIn(disk, household)).toBe(true);
		expect(isIn(Buffer.concat([disk, Buffer.from('Bí Mật', 'utf16le')]), 'Bí Mật')).toBe(true);
	});
});

/** Every byte of every row of every database. */
async function readDisk({ engine }: Browser): Promise<Buffer> {
	const parts: Buffer[] = [];
	const ask = <Value>(request: IDBRequest<Value>) =>
		new Promise<Value>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	for (const { name } of await engine.indexedDB.databases()) {
		const db = await ask(engine.indexedDB.open(name!));
		parts.push(Buffer.from(name!));
		for (const store of db.objectStoreNames) {
			const rows = db.transaction(store).objectStore(store);
			for (const value of [...(await ask(rows.getAll())), ...(await ask(rows.getAllKeys()))]) collect(value, parts);
		}
		db.close();
	}
	return Buffer.concat(parts);
}

function collect(value: unknown, parts: Buffer[]): void {
	if (value instanceof Uint8Array) parts.push(Buffer.from(value));
	else if (value instanceof ArrayBuffer) parts.push(Buffer.from(value));
	else if (Array.isArray(value)) for (const item of value) collect(item, parts);
	else if (value instanceof Object)
		for (const [key, item] of Object.entries(value)) {
			parts.push(Buffer.from(key));
			collect(item, parts);
		}
	else parts.push(Buffer.from(`${String(value)}\n`));
}

function isIn(disk: Buffer, secret: string): boolean {
	return ['NFC', 'NFD'].some((form) => {
		const text = secret.normalize(form);
		const bytes = Buffer.from(text);
		// Base64 of a text depends on where it begins: three ways, without the characters that its neighbours share.
		const base64 = [0, 1, 2].map((shift) => {
			const whole = Buffer.concat([Buffer.alloc(shift), bytes])
				.toString('base64')
				.replace(/=+$/, '');
			return whole.slice(shift === 0 ? 0 : shift + 1, -1);
		});
		return [bytes, Buffer.from(text, 'utf16le'), ...base64].some((form) => disk.includes(form));
	});
}
