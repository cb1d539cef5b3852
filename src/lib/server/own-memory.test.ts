import { expect, it } from 'vitest';
import { readOwnMemory } from './own-memory.ts';

it('what is mapped from files is not counted as memory of the server', () => {
	expect(readOwnMemory(() => 'VmRSS:\t  900 kB\nRssAnon:\t  120 kB\nRssFile:\t  780 kB\n')).toBe(120 * 1024);
});

it('all that is resident where the system does not tell them apart', () => {
	const fail = () => {
		throw new Error('no such file');
	};
	for (const told of [readOwnMemory(fail), readOwnMemory(() => 'VmRSS:\t  900 kB\n')]) {
		expect(told).toBeGreaterThan(10_000_000);
		expect(told).toBeLessThanOrEqual(process.memoryUsage.rss() * 1.5);
	}
});

it('of this process is more than nothing and no more than is resident', () => {
	const own = readOwnMemory();
	expect(own).toBeGreaterThan(10_000_000);
	expect(own).toBeLessThanOrEqual(process.memoryUsage.rss() * 1.1);
});
