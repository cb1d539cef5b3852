import { expect } from '@playwright/test';
import { PEERS, TAPS, type TapJob } from './tap-table.ts';

/** The job took as many taps as the table says: no more, and the table is put right when it took fewer. */
export function expectTaps(job: TapJob, taps: number): void {
	const peers = job === 'nobodyHome' ? `; ${PEERS.map(({ name, first }) => `${name} ${first}`).join(', ')}` : '';
	console.log(`${TAPS[job].job}: ${taps}${peers}`);
	expect(taps, job).toBe(TAPS[job].taps);
}
