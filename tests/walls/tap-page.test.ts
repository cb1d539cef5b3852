import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeTapPage } from '../e2e/tap-table.ts';

test('docs/taps.md says what the end-to-end tests count', () => {
	const page = join(import.meta.dirname, '../../docs/taps.md');
	expect(readFileSync(page, 'utf8')).toBe(writeTapPage());
});

test('each job of the table is counted by a test', () => {
	const folder = join(import.meta.dirname, '../e2e');
	const tests = ['job', 'door', 'at-the-door']
		.map((name) => readFileSync(join(folder, `${name}.e2e.ts`), 'utf8'))
		.join();
	for (const job of ['nobodyHome', 'severalDoors', 'nobodyHomeWithDay', 'wholeHousehold', 'activated'])
		expect(tests, job).toContain(`expectTaps('${job}'`);
});
