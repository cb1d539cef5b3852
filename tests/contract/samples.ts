// The golden samples of version 1: what was ever shipped is never edited. A new version gets a folder of its own.

import { readdirSync, readFileSync } from 'node:fs';
import { carryRequest } from '../../src/lib/contract/carry.ts';
import { depositRequest } from '../../src/lib/contract/deposit.ts';
import { digestAnswer, digestRequest } from '../../src/lib/contract/digest.ts';
import { joinAnswer, joinLookAnswer, joinLookRequest, joinRequest } from '../../src/lib/contract/join.ts';
import { problemAnswer } from '../../src/lib/contract/problem.ts';
import { pullAnswer, pullRequest } from '../../src/lib/contract/pull.ts';
import { pushAnswer, pushRequest, type WireEntry } from '../../src/lib/contract/push.ts';
import { reconcileAnswer, reconcileRequest } from '../../src/lib/contract/reconcile.ts';
import { ENTRY_KINDS, type EntryKind } from '../../src/lib/sync/entry.ts';

const FOLDER = new URL('v1/', import.meta.url);

export const MESSAGES = {
	'push-request': pushRequest,
	'push-answer': pushAnswer,
	'pull-request': pullRequest,
	'pull-answer': pullAnswer,
	'reconcile-request': reconcileRequest,
	'reconcile-answer': reconcileAnswer,
	'deposit-request': depositRequest,
	'carry-request': carryRequest,
	'digest-request': digestRequest,
	'digest-answer': digestAnswer,
	'problem-answer': problemAnswer,
	'join-look-request': joinLookRequest,
	'join-look-answer': joinLookAnswer,
	'join-request': joinRequest,
	'join-answer': joinAnswer
} as const;
export type MessageName = keyof typeof MESSAGES;

export const KINDS = Object.keys(ENTRY_KINDS) as EntryKind[];
/** Kinds that joined version 1 later: their words are tried on them alone, so that no older print moves with them. */
export const JOINED: readonly EntryKind[] = ['outreach.add', 'outreach.set', 'help.add', 'help.set'];
export const MESSAGE_NAMES = Object.keys(MESSAGES) as MessageName[];

export function readSample(name: string): unknown {
	return JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
}

export function readEntrySample(kind: EntryKind): WireEntry & { body: { alg: 'plain'; p: Record<string, unknown> } } {
	return readSample(kind) as never;
}

export function listSamples(): string[] {
	return readdirSync(FOLDER)
		.filter((name) => name.endsWith('.json') && name !== 'fingerprint.json')
		.map((name) => name.slice(0, -5));
}

/** What joined version 1 later as optional: one sample of its own each, named by what it is a sample of and what joined. */
export function listAdded(): { readonly name: string; readonly of: string; readonly sample: unknown }[] {
	return readdirSync(new URL('added/', FOLDER))
		.toSorted()
		.map((file) => {
			const name = file.replace(/\.json$/, '');
			return { name, of: name.slice(0, name.lastIndexOf('.')), sample: readSample(`added/${name}`) };
		});
}

export function readFingerprint(): Record<string, string> {
	return JSON.parse(readFileSync(new URL('fingerprint.json', FOLDER), 'utf8'));
}
