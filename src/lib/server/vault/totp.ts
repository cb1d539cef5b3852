// Codes of an authenticator app: RFC 6238 as every such app speaks it (HMAC-SHA-1, six digits, thirty seconds).

import { createHmac, timingSafeEqual } from 'node:crypto';

export const TOTP_SECRET_BYTES = 20;
const STEP_MS = 30_000;
const DIGITS = 6;
/** Steps by which the clock of a phone may be off, either way. */
const DRIFT_STEPS = 1;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 without padding: how a secret is typed and how it stands in the QR. */
export function encodeBase32(bytes: Uint8Array): string {
	let text = '';
	let held = 0;
	let bits = 0;
	for (const byte of bytes) {
		held = (held << 8) | byte;
		bits += 8;
		for (; bits >= 5; bits -= 5) text += BASE32[(held >>> (bits - 5)) & 31];
		held &= (1 << bits) - 1;
	}
	return bits > 0 ? text + BASE32[(held << (5 - bits)) & 31] : text;
}

/** The code of one step (RFC 4226, 5.3). */
export function makeCode(secret: Uint8Array, step: number): string {
	const counter = Buffer.alloc(8);
	counter.writeBigUInt64BE(BigInt(step));
	const mac = createHmac('sha1', secret).update(counter).digest();
	const at = mac[mac.length - 1]! & 15;
	return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The step whose code this is, later than `after`, so that no code works twice; null when it is none. */
export function findStep(secret: Uint8Array, typed: string, now: number, after: number): number | null {
	const code = Buffer.from(typed);
	const current = Math.floor(now / STEP_MS);
	for (let step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step++) {
		if (step <= after) continue;
		const right = Buffer.from(makeCode(secret, step));
		if (right.length === code.length && timingSafeEqual(right, code)) return step;
	}
	return null;
}

/** What the QR of a set-up holds. */
export function describeSecret(secret: Uint8Array, account: string): string {
	const label = encodeURIComponent(`Go Cua:${account}`);
	return `otpauth://totp/${label}?secret=${encodeBase32(secret)}&issuer=Go%20Cua`;
}
