import { describe, expect, it } from 'vitest';
import { lightBackup, lightClock, lightDisk } from './status.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const HOUR = 3600_000;

describe('lights of the status page', () => {
	it.each([
		[null, 'bad'],
		[{ count: 3, at: NOW - 25 * HOUR, damage: null }, 'good'],
		[{ count: 3, at: NOW - 27 * HOUR, damage: null }, 'look'],
		[{ count: 3, at: NOW - 8 * 24 * HOUR, damage: null }, 'bad'],
		[{ count: 3, at: NOW, damage: 'it is cut off' }, 'bad']
	] as const)('a backup %o is %s', (backup, light) => {
		expect(lightBackup(backup, 'sqlite', NOW)).toBe(light);
		expect(lightBackup(backup, 'postgres', NOW)).toBe('unknown');
	});

	it.each([
		[50e9, 100e9, 'good'],
		[5e9, 100e9, 'look'],
		[1e9, 5e9, 'look'],
		[1e9, 100e9, 'bad'],
		[100e6, 500e6, 'bad']
	] as const)('%d of %d bytes free is %s', (freeBytes, totalBytes, light) => {
		expect(lightDisk({ freeBytes, totalBytes })).toBe(light);
	});

	it('a clock before what was written is told', () => {
		expect([-HOUR, 0, 59_000, 120_000, HOUR].map(lightClock)).toEqual(['good', 'good', 'good', 'look', 'bad']);
		expect(lightDisk(null)).toBe('unknown');
	});
});
