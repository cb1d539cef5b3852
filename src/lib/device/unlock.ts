// Trying a PIN. The attempt is written down as a wrong one before it is tried, so that closing the tab in time, or trying
// in two tabs at once, gains nothing; the right PIN takes it back. The delays are domain/lock.ts.

import type { Clock } from '../domain/id.ts';
import { waitBeforePin } from '../domain/lock.ts';
import type { Directory, Profile } from './directory.ts';
import type { HashPin } from './pin.ts';
import { Trouble } from './trouble.ts';
import { openVault, type Cipher } from './vault.ts';

export type Attempt =
	| { readonly kind: 'opened'; readonly profile: Profile; readonly cipher: Cipher }
	/** `wrong`: tried in vain. `wait`: not even tried. `profile` carries the count that the screen shows. */
	| { readonly kind: 'wrong' | 'wait'; readonly profile: Profile; readonly waitMs: number }
	/** Meanwhile there is nothing left to open. */
	| { readonly kind: 'retired' };

export async function tryPin(
	directory: Directory,
	pin: string,
	{ clock, hashPin }: { readonly clock: Clock; readonly hashPin: HashPin }
): Promise<Attempt> {
	const now = clock();
	const profile = await countAttempt(directory, now);
	if (profile.retired) return { kind: 'retired' };
	const waitMs = waitBeforePin(profile.wrongPins, profile.lastWrongAt, now);
	if (waitMs > 0) return { kind: 'wait', profile, waitMs };
	const takeBack = (wrongPins: number) =>
		directory.changeCurrent((current) => ({ ...current, wrongPins, lastWrongAt: profile.lastWrongAt }));
	let cipher: Cipher | null;
	try {
		cipher = await openWith(profile, pin, hashPin);
	} catch (error) {
		// The PIN was never tried: no memory for it, or the worker does not start.
		await takeBack(profile.wrongPins);
		throw new Trouble('store.failed', error);
	}
	if (cipher) {
		await takeBack(0);
		return { kind: 'opened', profile: { ...profile, wrongPins: 0 }, cipher };
	}
	const wrong = { ...profile, wrongPins: profile.wrongPins + 1, lastWrongAt: now };
	return { kind: 'wrong', profile: wrong, waitMs: waitBeforePin(wrong.wrongPins, now, clock()) };
}

/** The profile as it was before this attempt was added to it; nothing is added while there is a wait. */
async function countAttempt(directory: Directory, now: number): Promise<Profile> {
	let before: Profile | undefined;
	await directory.changeCurrent((profile) => {
		before = profile;
		if (profile.retired) return null;
		const mustWait = waitBeforePin(profile.wrongPins, profile.lastWrongAt, now) > 0;
		return mustWait ? null : { ...profile, wrongPins: profile.wrongPins + 1, lastWrongAt: now };
	});
	if (!before) throw new Trouble('vault.damaged');
	return before;
}

async function openWith(profile: Profile, pin: string, hashPin: HashPin): Promise<Cipher | null> {
	for (const wrap of profile.wraps) {
		if (wrap.by === 'pin') return openVault(profile.keys, wrap, pin, hashPin);
	}
	throw new Error('no wrap that a PIN opens');
}
