// The outbox of a phone as it is known in memory: a note of every entry, and what is still open, as it is read and as it
// is sent.

import type { EntryId, RecordId } from '../domain/id.ts';
import type { OutboxEntry, PostedEntry } from '../sync/entry.ts';
import type { OutboxRow } from './db.ts';
import { noteOf, postRow } from './row.ts';
import type { EntryNote, Step } from './step.ts';

export class KeptOutbox {
	readonly notes = new Map<number, EntryNote>();
	readonly open = new Map<number, OutboxEntry>();
	readonly posted = new Map<number, PostedEntry>();
	readonly #numbersOf = new Map<RecordId, number[]>();
	readonly #numbers = new Map<EntryId, number>();

	notesOf(id: RecordId): readonly EntryNote[] {
		return (this.#numbersOf.get(id) ?? []).flatMap((n) => this.notes.get(n) ?? []);
	}

	numberOf(id: EntryId): number | undefined {
		return this.#numbers.get(id);
	}

	/** A row of the outbox, with what it says where that could be read or can be sent. */
	take(row: OutboxRow, entry: OutboxEntry | null): void {
		const isOpen = row.state === 'open';
		this.#note(noteOf(row), isOpen ? entry : null, isOpen ? postRow(row) : null);
	}

	/** What a step said of entries that lay here before it was committed. Gives the records whose notes it changed. */
	followStep(step: Step): RecordId[] {
		const told: RecordId[] = [];
		for (const { n, verdict, closedAt, isUnsettled } of step.closed) {
			const note = this.notes.get(n);
			if (!note) continue;
			this.#note({ ...note, state: 'closed', verdict, closedAt, isUnsettled }, null, null);
			told.push(note.e);
		}
		for (const n of step.settled) {
			const note = this.notes.get(n);
			if (note) this.#note({ ...note, isUnsettled: false }, null, null);
		}
		for (const n of step.dropped) {
			const note = this.notes.get(n);
			if (note) this.#note({ ...note, isSealed: false }, null, null);
		}
		return told;
	}

	forget(): void {
		for (const kept of [this.notes, this.open, this.posted, this.#numbersOf, this.#numbers]) kept.clear();
	}

	#note(note: EntryNote, open: OutboxEntry | null, posted: PostedEntry | null): void {
		if (!this.notes.has(note.n)) {
			const numbers = this.#numbersOf.get(note.e);
			if (numbers) numbers.push(note.n);
			else this.#numbersOf.set(note.e, [note.n]);
		}
		this.notes.set(note.n, note);
		this.#numbers.set(note.id, note.n);
		if (open) this.open.set(note.n, open);
		else this.open.delete(note.n);
		if (posted) this.posted.set(note.n, posted);
		else this.posted.delete(note.n);
	}
}
