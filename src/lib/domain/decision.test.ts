import { describe, expect, it } from 'vitest';
import { isAnswered, keepDecision, readDecisions, type Decision } from './decision.ts';
import type { EntryId } from './id.ts';
import { LIMIT } from './limit.ts';

const [A, B] = ['a', 'b'] as EntryId[] as [EntryId, EntryId];

function decide(changes: Partial<Decision> = {}): Decision {
	return { choice: 'kept', field: 'name', entries: [A], byName: 'Đặng Quốc Huy', at: 1, seq: 5, ...changes };
}

describe('the ward’s word on a record', () => {
	it('keeps the latest ones, oldest first', () => {
		let list: readonly Decision[] = [];
		for (let seq = 1; seq <= LIMIT.decisionsKept + 3; seq++) list = keepDecision(list, decide({ seq }));
		expect(list.map(({ seq }) => seq)).toEqual(Array.from({ length: LIMIT.decisionsKept }, (_, i) => i + 4));
	});

	it('reads nothing out of what is none', () => {
		expect(readDecisions(undefined)).toEqual([]);
		expect(readDecisions({ choice: 'kept' })).toEqual([]);
		expect(readDecisions([null, 1, {}, { ...decide(), choice: 'eaten' }, { ...decide(), entries: null }])).toEqual([]);
		expect(readDecisions([decide(), 'x'])).toEqual([decide()]);
	});

	it('answers an entry when each of its fields was decided', () => {
		const entry = { id: A, seq: 3 };
		expect(isAnswered([], entry, ['name'])).toBe(false);
		expect(isAnswered([decide()], entry, ['name'])).toBe(true);
		expect(isAnswered([decide()], entry, ['name', 'birth'])).toBe(false);
		expect(isAnswered([decide(), decide({ field: 'birth' })], entry, ['name', 'birth'])).toBe(true);
		expect(isAnswered([decide({ entries: [B] })], entry, ['name'])).toBe(false);
	});

	it('answers a whole entry by any word about it', () => {
		const { field: _, ...whole } = decide({ choice: 'dismissed' });
		expect(isAnswered([whole], { id: A, seq: 3 }, [])).toBe(true);
		expect(isAnswered([whole], { id: B, seq: 3 }, [])).toBe(false);
	});

	it('takes what is older than a full list as answered, and what is newer not', () => {
		const full = Array.from({ length: LIMIT.decisionsKept }, (_, i) => decide({ entries: [B], seq: i + 10 }));
		expect(isAnswered(full, { id: A, seq: 9 }, ['name'])).toBe(true);
		expect(isAnswered(full, { id: A, seq: 12 }, ['name'])).toBe(false);
		expect(isAnswered(full.slice(1), { id: A, seq: 9 }, ['name'])).toBe(false);
	});
});
