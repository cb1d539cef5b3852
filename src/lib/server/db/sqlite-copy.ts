// Copies of the SQLite file: out of a running ward, and back into a stopped one.

import { chmodSync, closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { SqliteFile } from './sqlite-file.ts';
import { SERVER_MARK } from './mark.ts';

const ALL_PAGES = 2 ** 31 - 1;
const WAIT_MS = 2_000;

/** Four bytes in the file's header by which `file` and an operator know whose it is. */
export const SQLITE_APPLICATION = parseInt(SERVER_MARK.slice(-7), 16);

/** A whole and consistent copy, while the ward goes on writing; under its own name only when it is complete. */
export async function copyOut(from: string, to: string): Promise<void> {
	const part = `${to}.part`;
	closeSync(openSync(part, 'w', 0o600));
	const source = new SqliteFile(from, { readonly: true, fileMustExist: true, timeout: WAIT_MS });
	try {
		// in one go: a copy that pauses begins anew with every write of the ward
		await source.backup(part, { progress: () => ALL_PAGES });
	} finally {
		source.close();
	}
	// one file that needs no other beside it
	const copy = new SqliteFile(part);
	copy.pragma('journal_mode = DELETE');
	copy.close();
	const trouble = findDamage(part);
	if (trouble) {
		rmSync(part);
		throw new Error(`the copy is not whole: ${trouble}`);
	}
	chmodSync(part, 0o600);
	renameSync(part, to);
}

/** Why a file is no whole store of ours, or null. */
export function findDamage(path: string): string | null {
	try {
		const file = new SqliteFile(path, { readonly: true, fileMustExist: true });
		try {
			if (file.pragma('application_id', { simple: true }) !== SQLITE_APPLICATION) return 'it is no store of a ward';
			const [first] = file.pragma('quick_check') as { quick_check: string }[];
			return first?.quick_check === 'ok' ? null : (first?.quick_check ?? 'no answer');
		} finally {
			file.close();
		}
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

/** Brings everything of a stopped ward into its one file; false when somebody still has it open. */
export function settleFile(path: string): boolean {
	const file = new SqliteFile(path, { fileMustExist: true, timeout: 0 });
	try {
		file.pragma('locking_mode = EXCLUSIVE');
		// whoever has the file open in WAL mode holds a lock on it, also while nothing happens
		file.exec('begin exclusive; commit');
		file.pragma('wal_checkpoint(TRUNCATE)');
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code))) return false;
		throw error;
	} finally {
		file.close();
	}
}
