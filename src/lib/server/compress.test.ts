import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answerJson } from './answer.ts';
import { compress } from './compress.ts';

const request = (accepted?: string) =>
	new Request('http://ward/api', accepted ? { headers: { 'accept-encoding': accepted } } : {});
const long = { rows: Array.from({ length: 200 }, (_, i) => ({ lane: 'ngõ Đình', number: i })) };

describe('answers of the API', () => {
	it.each([
		['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
		['deflate, gzip;q=0.5', 'gzip', gunzipSync]
	])('are compressed for who accepts %s, and say the same', async (accepted, encoding, decode) => {
		const answer = await compress(request(accepted), answerJson(long, 200, { 'retry-after': '3' }));
		const bytes = new Uint8Array(await answer.arrayBuffer());
		expect(answer.headers.get('content-encoding')).toBe(encoding);
		expect(answer.headers.get('retry-after')).toBe('3');
		expect(bytes.byteLength).toBeLessThan(JSON.stringify(long).length / 4);
		expect(JSON.parse(decode(bytes).toString())).toEqual(long);
	});

	it('stay as they are for who does not, and where nothing is gained', async () => {
		for (const [accepted, value] of [
			[undefined, long],
			['identity', long],
			['gzip', { short: true }]
		] as const) {
			const answer = await compress(request(accepted), answerJson(value, 418));
			expect(answer.headers.has('content-encoding')).toBe(false);
			expect(answer.status).toBe(418);
			expect(await answer.json()).toEqual(value);
		}
	});
});
