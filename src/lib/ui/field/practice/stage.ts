import type { Component, Snippet } from 'svelte';
import type { FieldDevice } from '../device.svelte.ts';

/** What stands on the phone while somebody practises: loaded with the first practice. */
export interface Stage {
	readonly device: FieldDevice;
	readonly Frame: Component<FrameProps>;
	/** People of the lane before anything was done. */
	readonly people: number;
	/** The cards of the first walk are shown. */
	readonly isGuided: boolean;
}

export interface FrameProps {
	readonly stage: Stage;
	readonly path: string;
	readonly onEnd: () => Promise<void>;
	readonly children: Snippet;
}
