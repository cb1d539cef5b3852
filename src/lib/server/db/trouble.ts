// What goes wrong in a store: what to try again, what to report as weather, and what is a bug (stack.md 6).

import { problem, type Problem } from '../../domain/problem.ts';

/** The store cannot do it now: busy, full, gone. Carries the problem for whoever answers. */
export class StoreTrouble extends Error {
	override name = 'StoreTrouble';
	readonly problem: Problem;
	constructor(found: Problem, cause: unknown) {
		super(found.code, { cause });
		this.problem = found;
	}
}

/** Both drivers put their code into `code`; Node does the same for a broken connection. */
function codeOf(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	return typeof code === 'string' ? code : '';
}

/** A row with this key is there already: `SQLITE_CONSTRAINT_PRIMARYKEY`, `SQLITE_CONSTRAINT_UNIQUE`, or 23505. */
export function isUniqueViolation(error: unknown): boolean {
	return /^(SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE)|23505)$/.test(codeOf(error));
}

/** Serialization failure, deadlock, or a busy file: the same transaction may succeed at once. */
export function isPassing(error: unknown): boolean {
	return /^(SQLITE_BUSY|SQLITE_LOCKED|40001$|40P01$)/.test(codeOf(error));
}

/** The trouble behind an error, or null when the error is a bug. */
export function findTrouble(error: unknown): StoreTrouble | null {
	if (error instanceof StoreTrouble) return error;
	const code = codeOf(error);
	if (/^(SQLITE_FULL|53100)$/.test(code)) return new StoreTrouble(problem('store.full'), error);
	const isWeather =
		isPassing(error) ||
		/^SQLITE_(IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)/.test(code) ||
		/^(08|53|57|58)[0-9A-Z]{3}$|^25006$/.test(code) ||
		/^E(CONN|TIMEDOUT|PIPE|HOSTUNREACH|AI_AGAIN)/.test(code) ||
		// a commit that failed was taken back by SQLite already, and this is all that is left of why
		(error instanceof Error && error.message.startsWith('cannot rollback - no transaction is active')) ||
		// pg gives these no code
		(error instanceof Error &&
			/^(Connection terminated|timeout exceeded when trying to connect|Client (was closed|has encountered a connection error) and is not queryable)/.test(
				error.message
			));
	return isWeather ? new StoreTrouble(problem('store.failed'), error) : null;
}
