import { describe, expect, it } from 'vitest';
import { newId, phoneRecord } from '../../../tests/storage/samples.ts';
import type { Decision } from '../domain/decision.ts';
import type { EntryId } from '../domain/id.ts';
import type { Verdict } from '../sync/entry.ts';
import { decideState } from './bookkeeper.ts';
import type { EntryNote } from './step.ts';

const id = newId<EntryId>();
const note = (verdict: Omit<Verdict, 'id'>): EntryNote => ({
	id,
	n: 1,
	e: newId(),
	k: 'person.set',
	state: 'closed',
	savedAt: 0,
	isSealed: false,
	verdict: { id, ...verdict }
});
/** A newer copy of the record came down, with these words of the ward in it. */
const came = (decisions?: readonly Decision[]) => {
	const base = { number: '12', ...(decisions ? { decisions } : {}) };
	return phoneRecord({ v: 4, seq: 9, base, fields: base });
};
const word: Decision = { choice: 'kept', field: 'name', entries: [id], byName: 'H', at: 1, seq: 9 };

describe('a record stands where the ward put it', () => {
	it('OB12 in conflict until somebody chose, whatever else changed meanwhile', () => {
		const notes = [note({ s: 'conflict', seq: 5, v: 2, cf: ['name'] })];
		expect(decideState(came(), notes).state).toBe('conflict');
		expect(decideState(came([{ ...word, entries: [newId()] }]), notes).state).toBe('conflict');
		expect(decideState(came([word]), notes).state).toBe('received');
		const two = [note({ s: 'conflict', seq: 5, v: 2, cf: ['name', 'birth'] })];
		expect(decideState(came([word]), two).state).toBe('conflict');
		expect(decideState(came([word, { ...word, field: 'birth' }]), two).state).toBe('received');
	});

	it('OB12 being checked until the ward has spoken about the entry', () => {
		const notes = [note({ s: 'quar', seq: 5, v: 0, why: 'entry.outOfScope' })];
		expect(decideState(came(), notes).state).toBe('checking');
		const { field: _, ...whole } = word;
		expect(decideState(came([{ ...whole, choice: 'dismissed', note: 'ghi nhầm nhà' }]), notes).state).toBe('received');
		const held = [note({ s: 'held', seq: 5, v: 0, why: 'entry.missingParent' })];
		expect(decideState(came(), held).state).toBe('received');
	});
});
