// What each seed makes likely: every one has its own weather, calm ones included.

import type { RoundLimits } from '../../src/lib/sync/phone.ts';
import { BATCH } from '../../src/lib/sync/outbox.ts';
import type { Act } from './hands.ts';
import type { Random } from './random.ts';

export type Move =
	| 'act'
	| 'sync'
	| 'deliver'
	| 'lose'
	| 'giveUp'
	| 'captive'
	| 'refuse'
	| 'forgeMark'
	| 'kill'
	| 'killInTransaction'
	| 'secondTab'
	| 'crash'
	| 'clockJump'
	| 'scope'
	| 'staff'
	| 'list'
	| 'backup'
	| 'restore'
	| 'revoke'
	| 'rejoin'
	| 'lock'
	| 'carry'
	| 'loseDatabase'
	| 'evict'
	| 'powerCut'
	| 'quota'
	| 'night'
	| 'minSeq'
	| 'moveDoor'
	| 'remove'
	| 'newKey'
	| 'failover';

export interface Weather {
	readonly moves: Readonly<Record<Move, number>>;
	readonly acts: Readonly<Record<Act, number>>;
	readonly limits: Partial<RoundLimits>;
	/** Entries that a body may hold before the way refuses it as too large. */
	readonly bodyEntries: number;
	readonly cut: number;
	readonly double: number;
	/** Share of entries in which a proxy on the way sees something. */
	readonly dislike: number;
	/** Of 16 entries so many are sealed by a key that is not the ward's. */
	readonly foreignKeys: number;
	/** Share of pulls that are refused because the app is too old. */
	readonly oldApp: number;
}

export function makeWeather(random: Random, seed: number): Weather {
	const some = (most: number) => (random.happens(0.25) ? 0 : random.unit() * most);
	const seldom = (most: number) => (random.happens(0.5) ? 0 : random.unit() * most);
	return {
		moves: {
			act: 30,
			sync: 22,
			deliver: 65,
			lose: some(8),
			giveUp: some(6),
			captive: some(6),
			refuse: some(4),
			forgeMark: seldom(2),
			kill: some(4),
			killInTransaction: some(10),
			secondTab: some(4),
			crash: some(4),
			clockJump: some(2),
			scope: some(3),
			staff: some(16),
			list: some(2),
			backup: some(4),
			restore: seldom(6),
			revoke: seldom(2),
			rejoin: seldom(1),
			lock: some(3),
			carry: some(2),
			loseDatabase: seldom(1),
			evict: seldom(0.6),
			powerCut: some(2),
			quota: some(2),
			night: seldom(1),
			minSeq: seldom(1),
			moveDoor: some(1.5),
			remove: some(1),
			newKey: seldom(0.5),
			// Every fourth seed has a replica; the others stay what they were before, and so do those that are pinned.
			failover: seed % 4 === 0 ? 2 : 0
		},
		acts: {
			door: 10,
			amendDoor: 12,
			person: 12,
			amendPerson: 16,
			visit: 16,
			answer: 16,
			poison: some(4),
			strangerArea: some(1),
			reusedId: some(1),
			// as with the replica: the other seeds stay what they were
			ask: seed % 4 === 2 ? 6 : 0,
			tell: seed % 4 === 0 ? 6 : 0,
			retell: seed % 4 === 0 ? 6 : 0
		},
		limits: {
			batchEntries: random.between(1, 12),
			batchBytes: random.pick([700, 5000, BATCH.batchBytes])!,
			pageRows: random.between(1, 9)
		},
		bodyEntries: random.happens(0.3) ? random.between(1, 4) : 100,
		cut: some(0.1),
		double: some(0.15),
		dislike: random.happens(0.3) ? 0.1 : 0,
		foreignKeys: random.happens(0.3) ? 1 : 0,
		oldApp: random.happens(0.2) ? 0.2 : 0
	};
}
