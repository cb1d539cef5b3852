// The agreed hour as the screens read it: one for the app, made in its shell.

import { readCheckIn, writeCheckIn } from '$lib/device/check-in.ts';
import { agreeOn, decideCheckIn, type CheckInState } from '$lib/domain/check-in.ts';
import { createContext } from 'svelte';

export class CheckIn {
	#until = $state.raw<number | null>(readCheckIn());

	stateAt(now: number): CheckInState {
		return decideCheckIn(this.#until, now);
	}

	/** A new hour, so many minutes from now, instead of the one that was agreed. */
	agree(minutes: number, now: number): void {
		this.#keep(agreeOn(minutes, now));
	}

	/** All is well and said. */
	end(): void {
		this.#keep(null);
	}

	#keep(until: number | null): void {
		this.#until = until;
		writeCheckIn(until);
	}
}

export const [getCheckIn, setCheckIn] = createContext<CheckIn>();
