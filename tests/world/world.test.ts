import { describe, expect, it } from 'vitest';
import { MUTANTS, PINNED, runSeed, runSeeds, shrinkSeed } from './run.ts';
import type { Tally } from './world.ts';

const SEEDS = 300;
const BLOCK = 25;
/** Seeds within which every planted fault must show here; `npm run sim -- --report` looks further. */
const MUTANT_SEEDS = 80;

const all: Tally = {};

describe('the world keeps its laws', () => {
	it.each(Array.from({ length: SEEDS / BLOCK }, (_, i) => i * BLOCK + 1))('seeds %i and on', async (from) => {
		const { first, tally } = await runSeeds(from, BLOCK);
		expect(first && { seed: first.seed, ...first.broken }).toBeNull();
		for (const [what, times] of Object.entries(tally)) all[what] = (all[what] ?? 0) + times;
	});

	it.each([
		...['act.door', 'act.amendDoor', 'act.person', 'act.amendPerson', 'act.visit', 'act.answer', 'act.poison'],
		...['act.tell', 'act.retell', 'staff.withdraw'],
		...['act.strangerArea', 'act.reusedId', 'rounds', 'secondTab', 'stale', 'list', 'staff.approve', 'staff.return'],
		...['push', 'pull', 'reconcile', 'digest', 'deposit', 'carry', 'fill', 'exit', 'sealed', 'formerSent'],
		...['ok', 'dup', 'merged', 'conflict', 'held', 'quar', 'entry.deposited', 'entry.unknownSender', 'backup']
	])('%s happened', (what) => {
		expect(all[what] ?? 0).toBeGreaterThan(0);
	});

	it.each(listFaults())('fault %s happened', (what) => {
		expect(all[what] ?? 0).toBeGreaterThan(0);
	});

	it('there are at least 40 kinds of fault', () => {
		expect(new Set(listFaults()).size).toBeGreaterThanOrEqual(40);
	});

	it('the same seed gives the same world', async () => {
		expect(await runSeed(7)).toEqual(await runSeed(7));
	});

	it.each(PINNED)('seed $seed, which once broke $law: $why', async ({ seed, steps }) => {
		const { broken } = await runSeed(seed, undefined, steps);
		expect(broken).toBeNull();
	});
});

function listFaults(): string[] {
	return [
		...['lostRequest', 'lostAnswer', 'gaveUp', 'zombie', 'captive', 'cutRequest', 'cutAnswer', 'doubled', 'reordered'],
		...['refused.net.busy', 'refused.net.unauthorized', 'refused.net.upgrade', 'refused.net.clock'],
		...['refused.store.failed', 'oldApp', 'tooLarge', 'disliked', 'forgeMark', 'forgedBundle', 'bundle'],
		...['killed', 'killedBeforeCommit', 'killedAfterCommit', 'powerCut', 'quota', 'loseDatabase', 'evict'],
		...['crash.beforeCommit', 'crash.afterCommit', 'restore.declared', 'restore.undeclared', 'failover', 'timeTravel'],
		...['clockJump', 'night', 'scope', 'moveDoor', 'remove', 'minSeq', 'net.resync', 'revoke', 'net.revoked'],
		...['shutOut', 'unknownPhone', 'rejoin', 'lock', 'unlock', 'lockedSave', 'lockedSend', 'newKey', 'foreignSeal'],
		...['pushedTwice', 'staff.review.changedSince']
	];
}

describe(`a planted fault shows within ${MUTANT_SEEDS} seeds`, () => {
	it.each(Object.keys(MUTANTS))('%s', async (mutant) => {
		const { first } = await runSeeds(1, MUTANT_SEEDS, mutant);
		expect(first).not.toBeNull();
	});
});

describe('a seed that breaks a law', () => {
	it('shrinks to a few steps that break the same one', async () => {
		const { first } = await runSeeds(1, MUTANT_SEEDS, 'dropOnSend');
		const smallest = await shrinkSeed(first!, 'dropOnSend');
		expect(smallest.broken?.law).toBe(first!.broken!.law);
		expect(smallest.steps.length).toBeLessThan(first!.steps.length / 4);
		expect((await runSeed(smallest.seed, 'dropOnSend', smallest.steps)).broken).toEqual(smallest.broken);
	});
});
