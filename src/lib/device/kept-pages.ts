// Which records lie in pages and which in rows of their own. Records that came down together are written in one seal; what
// is changed later gets a row, which counts before its copy in the page, and a page is written anew only when one of its
// records goes for good. All of it is the ward's own: a page that was harmed can be let go, and comes down again.

import type { RecordId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { isSameJson } from '../sync/json.ts';
import type { PhoneRecord } from '../sync/record.ts';
import { pageKey, ROW_FORMAT, type PageRow } from './db.ts';
import { openPage, sealPage } from './record-page.ts';
import type { Cipher, Place } from './vault.ts';

/** Below this many, rows are as quick. */
const FEW = 50;

/** What becomes of the records of one step. */
export interface Layout {
	/** Each is written as a row of its own. */
	readonly rows: readonly PhoneRecord[];
	/** Their rows go. */
	readonly removed: readonly RecordId[];
	/** By key: each is written as one page. */
	readonly pages: ReadonlyMap<string, readonly PhoneRecord[]>;
	/** Keys of pages that go. */
	readonly pagesGone: readonly string[];
}

export class KeptPages {
	readonly #rows = new Set<RecordId>();
	readonly #idsOf = new Map<string, readonly RecordId[]>();
	readonly #keyOf = new Map<RecordId, string>();
	/** Nobody can open them: they go with the next commit. */
	readonly harmed = new Set<string>();

	/** It has a row of its own. */
	hasRow(id: RecordId): boolean {
		return this.#rows.has(id);
	}

	/** It lies on the disk, in whatever way. */
	has(id: RecordId): boolean {
		return this.#rows.has(id) || this.#keyOf.has(id);
	}

	/** Where the records of a step go, committed at `stamp` over what is in memory. */
	plan(
		stamp: number,
		step: ReadonlyMap<RecordId, PhoneRecord | null>,
		before: ReadonlyMap<RecordId, PhoneRecord>
	): Layout {
		const rows: PhoneRecord[] = [];
		const fresh: PhoneRecord[] = [];
		const removed: RecordId[] = [];
		const torn = new Set<string>();
		for (const [id, record] of step) {
			const key = this.#keyOf.get(id);
			if (record) {
				const isFresh = !this.has(id) && !before.has(id) && isAsTheWardHasIt(record);
				(isFresh ? fresh : rows).push(record);
			} else {
				if (this.#rows.has(id)) removed.push(id);
				if (key !== undefined) torn.add(key);
			}
		}
		if (fresh.length < FEW) rows.push(...fresh.splice(0));
		const left = [...torn].map((key) =>
			this.#idsOf.get(key)!.flatMap((id) => (this.#rows.has(id) || step.has(id) ? [] : (before.get(id) ?? [])))
		);
		const all = [...cut(fresh), ...left.filter((records) => records.length > 0)];
		const pages = new Map(all.map((records, at) => [pageKey(stamp, at), records]));
		return { rows, removed, pages, pagesGone: [...torn, ...this.harmed] };
	}

	/** A layout was committed. */
	follow({ rows, removed, pages, pagesGone }: Layout): void {
		for (const { id } of rows) this.#rows.add(id);
		for (const id of removed) this.#rows.delete(id);
		for (const key of pagesGone) this.#drop(key);
		for (const [key, records] of pages) this.#take(key, records);
	}

	/** What lies in pages, by their keys. One that cannot be opened goes with the next commit. */
	async open(cipher: Cipher, pages: readonly PageRow[]): Promise<ReadonlyMap<string, readonly PhoneRecord[]>> {
		const opened = new Map<string, readonly PhoneRecord[]>();
		await Promise.all(
			pages.map(async (page) => {
				try {
					opened.set(page.key, await openPageRow(cipher, page));
				} catch {
					this.harmed.add(page.key);
				}
			})
		);
		return opened;
	}

	/**
	 * What the disk says now: all ids that have rows, all keys of pages, and what lies in those pages that are new. Gives
	 * the records of these that have no row.
	 */
	read(
		rowIds: readonly string[],
		pageKeys: readonly string[],
		opened: ReadonlyMap<string, readonly PhoneRecord[]>
	): PhoneRecord[] {
		this.#rows.clear();
		for (const id of rowIds) this.#rows.add(id as RecordId);
		const isThere = new Set(pageKeys);
		for (const key of [...this.#idsOf.keys(), ...this.harmed]) if (!isThere.has(key)) this.#drop(key);
		for (const [key, records] of opened) this.#take(key, records);
		return [...opened.values()].flatMap((records) => records.filter(({ id }) => !this.#rows.has(id)));
	}

	forget(): void {
		this.#rows.clear();
		this.#idsOf.clear();
		this.#keyOf.clear();
		this.harmed.clear();
	}

	#take(key: string, records: readonly PhoneRecord[]): void {
		const ids = records.map(({ id }) => id);
		this.#idsOf.set(key, ids);
		for (const id of ids) this.#keyOf.set(id, key);
	}

	#drop(key: string): void {
		for (const id of this.#idsOf.get(key) ?? []) if (this.#keyOf.get(id) === key) this.#keyOf.delete(id);
		this.#idsOf.delete(key);
		this.harmed.delete(key);
	}
}

/** The pages of a layout as they are written. */
export function sealPages(cipher: Cipher, pages: Layout['pages']): Promise<PageRow[]> {
	return Promise.all(
		[...pages].map(async ([key, records]) => ({ key, c: await sealPage(cipher, placeOf(key), records) }))
	);
}

/** The records of a page. Rejects when it was harmed, or is another one. */
export function openPageRow(cipher: Cipher, { key, c }: PageRow): Promise<PhoneRecord[]> {
	return openPage(cipher, placeOf(key), c);
}

function isAsTheWardHasIt({ v, base, fields }: PhoneRecord): boolean {
	return v > 0 && isSameJson(base, fields);
}

function placeOf(key: string): Place {
	return { table: 'page', id: key, v: ROW_FORMAT };
}

function cut(records: readonly PhoneRecord[]): PhoneRecord[][] {
	const most = LIMIT.pageRows;
	return Array.from({ length: Math.ceil(records.length / most) }, (_, at) => records.slice(at * most, (at + 1) * most));
}
