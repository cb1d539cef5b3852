// Codes of an authenticator app, against the vectors of the standards.

import { expect, it } from 'vitest';
import { describeSecret, encodeBase32, findStep, makeCode } from './totp.ts';

const SECRET = Buffer.from('12345678901234567890');

it('gives the codes of RFC 4226, appendix D', () => {
	const codes = Array.from({ length: 10 }, (_, step) => makeCode(SECRET, step));
	expect(codes).toEqual('755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' '));
});

// RFC 6238, appendix B: eight digits there, of which an app shows the last six
it.each([
	[59, '287082'],
	[1111111109, '081804'],
	[1111111111, '050471'],
	[1234567890, '005924'],
	[2000000000, '279037'],
	[20000000000, '353130']
])('gives the code of RFC 6238 at %d seconds', (seconds, code) => {
	expect(findStep(SECRET, code, seconds * 1000, -1)).toBe(Math.floor(seconds / 30));
});

it('takes a code once, within half a minute either way, and nothing else', () => {
	const now = 1_700_000_010_000;
	const step = Math.floor(now / 30_000);
	for (const [off, found] of [
		[-2, null],
		[-1, step - 1],
		[0, step],
		[1, step + 1],
		[2, null]
	] as const)
		expect(findStep(SECRET, makeCode(SECRET, step + off), now, 0), String(off)).toBe(found);
	expect(findStep(SECRET, makeCode(SECRET, step), now, step)).toBeNull();
	for (const odd of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
		expect(findStep(SECRET, odd, now, 0)).toBeNull();
});

it('writes secrets as RFC 4648 does', () => {
	expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => encodeBase32(Buffer.from(text)))).toEqual([
		'',
		'MY',
		'MZXQ',
		'MZXW6',
		'MZXW6YQ',
		'MZXW6YTB',
		'MZXW6YTBOI'
	]);
	expect(describeSecret(SECRET, 'huy')).toBe(
		'otpauth://totp/Go%20Cua%3Ahuy?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Go%20Cua'
	);
});
