import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isSealedFile, openSealedFile, sealFile } from './sealed-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'gocua-sealed-'));
afterAll(() => rmSync(folder, { recursive: true }));
const secret = randomBytes(32);
const MB = 1024 * 1024;
let count = 0;
const path = () => join(folder, String(count++));

function seal(plain: Buffer): string {
	const [from, to] = [path(), path()];
	writeFileSync(from, plain);
	sealFile(from, to, secret);
	return to;
}

it.each([0, 1, MB - 1, MB, MB + 1, 2 * MB])('a file of %i bytes comes back as it was', (size) => {
	const plain = randomBytes(size);
	const sealed = seal(plain);
	const to = path();
	expect([isSealedFile(sealed), openSealedFile(sealed, to, secret)]).toEqual([true, true]);
	expect(readFileSync(to).equals(plain)).toBe(true);
});

it('nothing of it can be read, and no other key opens it', () => {
	const sealed = seal(Buffer.from('Nguyễn Thị Thử 000000000001'.repeat(100)));
	expect(readFileSync(sealed).includes('000000000001')).toBe(false);
	expect(openSealedFile(sealed, path(), randomBytes(32))).toBe(false);
});

it('a changed, shortened, lengthened or moved piece is refused', () => {
	const whole = readFileSync(seal(randomBytes(2 * MB)));
	const head = whole.length - 2 * (MB + 16);
	const [one, two] = [whole.subarray(head, head + MB + 16), whole.subarray(head + MB + 16)];
	const start = whole.subarray(0, head);
	const flipped = Buffer.from(whole);
	flipped[head + 10]! ^= 1;
	const salted = Buffer.from(whole);
	salted[head - 1]! ^= 1;
	const bad = [
		...[flipped, salted, start, whole.subarray(0, -1), Buffer.concat([whole, Buffer.alloc(5)])],
		...[Buffer.concat([start, one]), Buffer.concat([start, two, one]), Buffer.concat([start, two])]
	];
	for (const bytes of bad) {
		const from = path();
		writeFileSync(from, bytes);
		expect(openSealedFile(from, path(), secret)).toBe(false);
	}
});

it('a file that is there is not written over', () => {
	const there = path();
	writeFileSync(there, 'mine');
	const from = path();
	writeFileSync(from, 'other');
	expect(() => sealFile(from, there, secret)).toThrow('EEXIST');
	expect([readFileSync(there, 'utf8'), existsSync(from)]).toEqual(['mine', true]);
});
