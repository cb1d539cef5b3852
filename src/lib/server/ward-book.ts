// The ward's own book (domain/ward-book.ts), as the desk writes it and phones fetch it.

import type { Staff } from '../domain/desk.ts';
import type { WardId } from '../domain/id.ts';
import { failWith, succeed, type Result } from '../domain/problem.ts';
import { checkWardBook, EMPTY_WARD_BOOK, type WardBook } from '../domain/ward-book.ts';
import { writeAudit } from './audit.ts';
import type { Reader } from './db/open-store.ts';
import { inWard } from './db/ward-store.ts';
import type { Site } from './site.ts';
import { hashText } from './vault.ts';

export interface KeptBook {
	readonly book: WardBook;
	readonly hash: string;
	/** Null while the ward has filled in nothing. */
	readonly changedAt: number | null;
	readonly staffName: string;
}

const nameOf = (text: string) => hashText(text).slice(0, 32);

/** The book, with the ward's own name where nobody has written another. */
export async function readWardBook(db: Reader, ward: WardId): Promise<KeptBook> {
	const [row, own] = await Promise.all([
		db.selectFrom('ward_book').selectAll().where('ward_id', '=', ward).executeTakeFirst(),
		db.selectFrom('ward').select('name').where('id', '=', ward).executeTakeFirstOrThrow()
	]);
	// Written below, after it was checked.
	const kept = row ? (JSON.parse(row.body) as WardBook) : EMPTY_WARD_BOOK;
	const book = { ...kept, facts: { wardName: own.name, ...kept.facts } };
	return {
		book,
		hash: nameOf(JSON.stringify(book)),
		changedAt: row?.changed_at ?? null,
		staffName: row?.staff_name ?? ''
	};
}

/** Replaces the whole book; the first fault with its place where there is one. */
export async function writeWardBook(site: Site, staff: Staff, book: WardBook): Promise<Result<void>> {
	const [fault] = checkWardBook(book);
	if (fault) return failWith(fault);
	const now = site.clock();
	const body = JSON.stringify(book);
	const row = { hash: nameOf(body), body, changed_at: now, staff_name: staff.name };
	return inWard(site.store, staff.ward, now, async ({ trx }) => {
		await trx
			.insertInto('ward_book')
			.values({ ward_id: staff.ward, ...row })
			.onConflict((conflict) => conflict.column('ward_id').doUpdateSet(row))
			.execute();
		await writeAudit(trx, site, { ward: staff.ward, actor: staff, act: 'content.book' });
		return succeed(undefined);
	});
}
