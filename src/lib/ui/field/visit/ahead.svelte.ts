// The last screen of a visit is made while the summary is read, so that a save has only to put it on the page.

import { settle } from './settle.ts';
import type { VisitFlow } from './visit.svelte.ts';

/** Less than it takes until the summary can be pressed (settle.ts). */
const AHEAD_MS = 150;

export class Ahead {
	readonly #flow: () => VisitFlow;
	#madeFor = $state.raw<VisitFlow | null>(null);

	/** While a component is made. */
	constructor(flow: () => VisitFlow) {
		this.#flow = flow;
		$effect(() => {
			const { isReady, step } = flow();
			if (step !== 'summary' || !isReady) return;
			const timer = setTimeout(() => (this.#madeFor = flow()), AHEAD_MS);
			return () => clearTimeout(timer);
		});
	}

	/** The last screen is to be there: on the page once it is saved, beside it before. */
	get isDue(): boolean {
		const flow = this.#flow();
		return flow.isSaved || (this.#madeFor === flow && flow.step === 'summary');
	}

	/** An attachment: the element is not on the page, for nobody to see, hear or find, before its visit is saved. */
	readonly awaitSaved = (element: HTMLElement): (() => void) => {
		const flow = this.#flow();
		const place = new Comment();
		element.replaceWith(place);
		$effect(() => {
			if (!flow.isSaved) return;
			place.replaceWith(element);
			return settle(element);
		});
		return () => place.remove();
	};
}
