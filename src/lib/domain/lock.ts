// How the phone slows down somebody who guesses the PIN, and when an open vault closes by itself (security.md 5.2).

import { LIMIT } from './limit.ts';

const MINUTE_MS = 60_000;

/** How long to wait after so many wrong PINs in a row: from the fifth on, longer each time. */
export function waitAfterWrongPins(wrongPins: number): number {
	if (wrongPins < 5) return 0;
	return [1, 5, 15, 60][Math.min(wrongPins - 5, 3)]! * MINUTE_MS;
}

/** Milliseconds until another PIN may be tried; 0 when it may be tried now. A clock set back does not shorten it. */
export function waitBeforePin(wrongPins: number, lastWrongAt: number, now: number): number {
	const waitMs = waitAfterWrongPins(wrongPins);
	return Math.max(0, Math.min(waitMs, lastWrongAt + waitMs - now));
}

/** Whether so many wrong PINs in a row cost everything that can be read on the phone. */
export function mustErase(wrongPins: number): boolean {
	return wrongPins >= LIMIT.pinTriesBeforeErase;
}

/** Whether an open vault must close: 2 minutes hidden or 5 minutes without a touch. */
export function mustLock(idleMs: number, hiddenMs: number): boolean {
	return hiddenMs >= LIMIT.hiddenLockMs || idleMs >= LIMIT.idleLockMs;
}

/** Why a PIN is refused when it is chosen, or null when it will do. */
export function checkNewPin(pin: string): 'pin.tooShort' | 'pin.tooEasy' | null {
	if (!/^\d+$/.test(pin) || pin.length < LIMIT.pinMinDigits || pin.length > LIMIT.pinMaxDigits) return 'pin.tooShort';
	const digits = [...pin].map(Number);
	const steps = new Set(digits.slice(1).map((digit, i) => digit - digits[i]!));
	// 000000, 123456, 654321 and 121212 are what a finder tries first.
	const isRun = steps.size === 1 && [0, 1, -1].includes([...steps][0]!);
	const isRepeat = [1, 2, 3].some(
		(length) => pin.length % length === 0 && pin === pin.slice(0, length).repeat(pin.length / length)
	);
	return isRun || isRepeat ? 'pin.tooEasy' : null;
}
