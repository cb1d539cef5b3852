import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { packText, unpackText } from './pack.ts';
import { makeRow, PART_BYTES, RowReader } from './picture-row.ts';

const bytesOf = (length: number, seed = 7): Uint8Array<ArrayBuffer> => {
	let state = seed;
	return Uint8Array.from({ length }, () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 24);
};

describe('base 45', () => {
	it('gives every bytes back, in the signs of the QR code alone', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
				const text = encodeBase45(bytes);
				expect(text).toMatch(/^[0-9A-Z $%*+\-./:]*$/);
				expect(decodeBase45(text)).toEqual(new Uint8Array(bytes));
			})
		);
		// the examples of RFC 9285
		expect(encodeBase45(new TextEncoder().encode('base-45'))).toBe('UJCLQE7W581');
		expect(new TextDecoder().decode(decodeBase45('QED8WEX0')!)).toBe('ietf!');
	});

	it('refuses what is none of it', () => {
		for (const text of ['A', 'ABCD', 'ab', 'GGW', ':::', '::', 'Đ00']) expect(decodeBase45(text), text).toBeNull();
	});
});

describe('a row of pictures', () => {
	it('comes whole in any order, whatever is missed, seen twice or none of it', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ minLength: 1, maxLength: 4000 }),
				fc.integer({ min: 20, max: 300 }),
				fc.double({ min: 0, max: 0.8, noNaN: true }),
				fc.integer(),
				(payload, partBytes, loss, seed) => {
					const row = makeRow(payload, partBytes);
					const reader = new RowReader();
					let state = seed;
					const draw = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
					const most = (row.count + 20) * 40;
					let shown = 0;
					for (let number = Math.floor(draw() * 500); reader.finish() === null && shown < most; number++, shown++) {
						if (draw() < loss) continue;
						if (draw() < 0.1) expect(reader.take(`000185000001|${number}`)).toBe('foreign');
						// a neighbour first now and then
						const seen = row.text(draw() < 0.3 ? number + 1 : number);
						expect(['new', 'known']).toContain(reader.take(seen));
						expect(reader.take(seen)).toBe('known');
					}
					expect(reader.finish()).toEqual(new Uint8Array(payload));
				}
			),
			{ numRuns: 60 }
		);
	});

	it('needs as many pictures as parts where none is missed, and hardly more where a third is', () => {
		const payload = bytesOf(60_000);
		const row = makeRow(payload);
		const all = new RowReader();
		for (let number = 0; number < row.count; number++) expect(all.take(row.text(number))).toBe('new');
		expect(all.finish()).toEqual(payload);
		const some = new RowReader();
		let seen = 0;
		for (let number = 0; some.finish() === null; number++) {
			if (number % 3 === 1) continue;
			some.take(row.text(number));
			seen++;
		}
		expect(seen).toBeLessThanOrEqual(row.count + 12);
	});

	it('does not mix two rows, and takes no picture that was changed', () => {
		const [one, other] = [makeRow(bytesOf(3 * PART_BYTES)), makeRow(bytesOf(3 * PART_BYTES, 8))];
		const reader = new RowReader();
		expect(reader.take(one.text(0))).toBe('new');
		expect(reader.take(other.text(1))).toBe('other');
		const text = one.text(1);
		for (let at = 0; at < text.length; at += 7) {
			const changed = text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
			expect(reader.take(changed)).toBe('foreign');
		}
		expect(reader.take(text.slice(0, -3))).toBe('foreign');
		expect(reader.take('GCR1:')).toBe('foreign');
		expect([reader.got, reader.count]).toEqual([1, 3]);
		expect(reader.finish()).toBeNull();
	});
});

describe('packing', () => {
	it('gives the text back, and stops at what would become more than any file', async () => {
		const text = 'Nhà 12/5 '.repeat(300);
		const packed = await packText(text);
		expect(packed.length).toBeLessThan(200);
		expect(await unpackText(packed)).toEqual({ ok: true, value: text });
		expect(await unpackText(packed.slice(0, -9))).toMatchObject({ problem: { code: 'rescue.damaged' } });
		expect(await unpackText(Uint8Array.of(9, 1, 2))).toMatchObject({ problem: { code: 'rescue.foreign' } });
		expect(await unpackText(await packText(' '.repeat(2_000_000)))).toMatchObject({
			problem: { code: 'rescue.tooLarge' }
		});
	});
});
