// What this process holds for itself. The part of the store's file that is mapped counts as resident as well, up to the
// whole file, but the system takes it back whenever it wants: told as memory it would frighten for nothing.

import { readFileSync } from 'node:fs';

const KB = 1024;

/** Bytes without what is mapped from files, where the system tells them apart (Linux); else all that is resident. */
export function readOwnMemory(readStatus = () => readFileSync('/proc/self/status', 'utf8')): number {
	try {
		const kb = /^RssAnon:\s*(\d+) kB$/m.exec(readStatus())?.[1];
		if (kb) return Number(kb) * KB;
	} catch {
		// no such file: not Linux
	}
	return process.memoryUsage.rss();
}
