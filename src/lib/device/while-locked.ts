// What goes on while nothing on the phone can be read. A thin front before what does it, which is loaded when it is needed.

import type { Problem } from '../domain/problem.ts';
import type { CourierTools, SealedProfile } from './courier.ts';
import type { LockedSyncer } from './locked-sync.ts';
import type { SyncTools } from './sync.ts';

export interface WhileLocked {
	/** The phone is locked, or erased, under this profile. */
	begin(profile: SealedProfile): void;
	/** Something was sealed meanwhile, or somebody pressed "send". */
	prompt(): void;
	/** It is being opened, or closed for good: resolves when nothing goes on any more. */
	end(): Promise<void>;
}

/** `onRound` hears of each attempt to send: the problem that it met, or null. */
export function keepWhileLocked(tools: CourierTools & SyncTools, onRound: (met: Problem | null) => void): WhileLocked {
	let current: Promise<LockedSyncer> | null = null;
	/** Not loaded yet, in a browser whose cache was not filled in time: tried again at the next lock. */
	const ignore = () => undefined;
	return {
		begin(profile) {
			if (current) return;
			const opening = import('./locked-sync.ts').then(({ openLockedSyncer }) =>
				openLockedSyncer(profile, tools, onRound)
			);
			current = opening;
			void opening.then((syncer) => (current === opening ? syncer.prompt() : undefined), ignore);
		},
		prompt() {
			void current?.then((syncer) => syncer.prompt(), ignore);
		},
		async end() {
			const ending = current;
			current = null;
			await ending?.then((syncer) => syncer.close(), ignore);
		}
	};
}
