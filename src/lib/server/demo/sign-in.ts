// The demo ward's password: random, made once, kept beside the store so that a second start prints the same.

import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RandomBytes } from '../../domain/id.ts';
import { LIMIT } from '../../domain/limit.ts';
import { makePassword } from '../password.ts';

export const DEMO_FILE = 'demo.json';

/** The password, or null when the file is not there or not ours. */
export function readDemoPassword(dataDir: string): string | null {
	const path = join(dataDir, DEMO_FILE);
	if (!existsSync(path)) return null;
	try {
		const read = JSON.parse(readFileSync(path, 'utf8')) as { password?: unknown };
		return typeof read.password === 'string' && read.password.length >= LIMIT.passwordMinChars ? read.password : null;
	} catch {
		// somebody edited it: as good as absent
		return null;
	}
}

/** Written before the ward is: a start that was cut off in between finds it again. */
export function openDemoPassword(dataDir: string, randomBytes: RandomBytes): string {
	const known = readDemoPassword(dataDir);
	if (known) return known;
	const password = makePassword(randomBytes);
	const path = join(dataDir, DEMO_FILE);
	writeFileSync(path, `${JSON.stringify({ password }, null, '\t')}\n`, { mode: 0o600, flush: true });
	chmodSync(path, 0o600);
	return password;
}
