// A walk without a visit: kept as a draft, so that a lock, a reload or an update does not lose the place.

import type { GuideState } from '$lib/domain/guide.ts';
import { Draft, holdForm, type DraftKeeper } from '../person/draft.ts';
import type { Update } from '../update.svelte.ts';

/** Where nothing is kept: a walk over a closed screen. */
export const NO_DRAFTS: DraftKeeper = {
	readDraft: () => Promise.resolve(null),
	writeDraft: () => Promise.resolve(),
	dropDraft: () => Promise.resolve()
};

export class AloneWalk {
	readonly #device: DraftKeeper;
	readonly #key: string;
	/** A draft that was dropped takes nothing more: a new walk has a new one. */
	#draft = $state.raw() as Draft<GuideState>;
	#saved = $state.raw<GuideState | undefined>(undefined);
	#asksToGoOn = $state(false);
	#isDone = $state(false);
	#round = $state(0);
	#opening: Promise<void> | null = null;
	#hasMoved = false;

	constructor(device: DraftKeeper, guide: string) {
		this.#device = device;
		this.#key = `walk/${guide}`;
		this.#draft = new Draft(device, this.#key);
	}

	/** The walk to take up again, where there is one. */
	get saved() {
		return this.#saved;
	}
	/** A walk was begun earlier: go on, or from the start? */
	get asksToGoOn() {
		return this.#asksToGoOn;
	}
	get isDone() {
		return this.#isDone;
	}
	/** Another number for each walk, so that the player begins anew. */
	get round() {
		return this.#round;
	}

	/** Reads what was kept; once, however often it is asked. */
	open(): Promise<void> {
		this.#opening ??= this.#draft
			.read()
			.then((kept) => {
				// who has pressed something meanwhile is on a new walk already
				if (!kept || kept.path.length === 0 || this.#hasMoved) return;
				this.#saved = kept;
				this.#asksToGoOn = true;
			})
			.catch(() => undefined); // locked meanwhile: the walk begins at its start
		return this.#opening;
	}

	goOn(): void {
		this.#asksToGoOn = false;
	}
	restart(): void {
		this.#saved = undefined;
		this.#asksToGoOn = false;
		this.#isDone = false;
		this.#round++;
		this.#drop();
	}
	keep(state: GuideState): void {
		this.#hasMoved = true;
		this.#draft.write(state);
		// a step is one tap and no typing: its place is kept at once
		void this.#draft.flush();
	}
	end(): void {
		this.#isDone = true;
		this.#saved = undefined;
		this.#drop();
	}
	/** While it is on the screen: no update over it, and it is written before anything takes the page away. */
	hold(update: Update): () => void {
		return holdForm(update, this.#draft);
	}

	#drop(): void {
		void this.#draft.drop();
		this.#draft = new Draft(this.#device, this.#key);
	}
}
