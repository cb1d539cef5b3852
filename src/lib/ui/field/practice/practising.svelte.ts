// Whether somebody practises, and over what. While it goes on the screens stand on a device of their own, handed down by
// the frame of practice, so that no screen ever holds both.

import { problem, type Problem } from '$lib/domain/problem.ts';
import { createContext } from 'svelte';
import type { FieldDevice } from '../device.svelte.ts';
import type { Stage } from './stage.ts';

export class Practising {
	readonly #device: FieldDevice;
	readonly #goTo: (path: string) => Promise<void>;
	#stage = $state.raw<Stage | null>(null);
	#isBeginning = $state(false);
	#problem = $state.raw<Problem | null>(null);

	/** `goTo` shows another screen in the place of the one that is there. */
	constructor(device: FieldDevice, goTo: (path: string) => Promise<void>) {
		this.#device = device;
		this.#goTo = goTo;
	}

	get stage(): Stage | null {
		return this.#stage;
	}
	get isBeginning(): boolean {
		return this.#isBeginning;
	}
	/** Why it did not begin. */
	get problem(): Problem | null {
		return this.#problem;
	}

	/** True once it stands on its list of doors. */
	async begin({ isGuided }: { readonly isGuided: boolean }): Promise<boolean> {
		if (this.#isBeginning || this.#stage) return false;
		this.#isBeginning = true;
		this.#problem = null;
		try {
			const { setStage } = await import('./set-stage.ts');
			const set = await setStage(this.#device, isGuided);
			if (set.ok) {
				this.#stage = set.value;
				await this.#goTo('/doors');
			} else this.#problem = set.problem;
		} catch {
			// its files are not kept yet, and there is no network
			this.#problem = problem('net.offline');
		}
		this.#isBeginning = false;
		return this.#stage !== null;
	}

	/** Takes everything of it away. */
	async end(): Promise<void> {
		await this.#stage?.device.close();
		await this.forget();
	}

	/** The phone was locked under it, which has ended it already. */
	async forget(): Promise<void> {
		if (!this.#stage) return;
		this.#stage = null;
		// whatever address it was at names a door that is no more
		await this.#goTo('/');
	}
}

export const [getPractising, setPractising] = createContext<Practising>();
