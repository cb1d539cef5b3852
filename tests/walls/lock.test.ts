import { describe, expect, it } from 'vitest';
import { ROOT } from './house.ts';
import { checkLock, findLockHoles } from './lock.mjs';

const OVERRIDES = { overrides: { rollup: '4.67.4' } };
const ROLLUP = {
	'node_modules/rollup': { version: '4.67.4', optionalDependencies: { '@rollup/rollup-linux-x64': '4.67.4' } }
};
const LINUX = { 'node_modules/@rollup/rollup-linux-x64': { version: '4.67.4' } };

describe('the lock', () => {
	it('is complete as it stands', () => {
		expect(checkLock(ROOT)).toEqual([]);
	});

	it('with a platform package missing is refused', () => {
		const holes = findLockHoles({ packages: ROLLUP }, OVERRIDES);
		expect(holes).toEqual([expect.stringContaining('names @rollup/rollup-linux-x64, which has no entry')]);
	});

	it('may hold the platform package beside or above its owner', () => {
		expect(findLockHoles({ packages: { ...ROLLUP, ...LINUX } }, OVERRIDES)).toEqual([]);
		const nested = {
			...ROLLUP,
			...LINUX,
			'node_modules/a/node_modules/b': { version: '1.0.0', optionalDependencies: { c: '1' } },
			'node_modules/a/node_modules/c': { version: '1.0.0' }
		};
		expect(findLockHoles({ packages: nested }, OVERRIDES)).toEqual([]);
	});

	it('that lost the override, or does not follow it, is refused', () => {
		expect(findLockHoles({ packages: {} }, {})).toEqual([expect.stringContaining('lost the override')]);
		const other = { 'node_modules/rollup': { version: '4.68.7' } };
		expect(findLockHoles({ packages: other }, OVERRIDES)).toEqual([
			expect.stringContaining('is not what is locked (4.68.7)')
		]);
	});
});
