import { describe, expect, it } from 'vitest';
import { isOwnWorker } from './trust.ts';

const ORIGIN = 'https://phuong.example';

describe('the address of a script', () => {
	it('is let through where it is a worker of the app', () => {
		expect(isOwnWorker('/service-worker.js', ORIGIN)).toBe(true);
		expect(isOwnWorker(`${ORIGIN}/_app/immutable/workers/scan.worker-B1x_a-9.js`, ORIGIN)).toBe(true);
	});

	it.each([
		'https://else.example/service-worker.js',
		'//else.example/service-worker.js',
		'data:text/javascript,alert(1)',
		'blob:https://phuong.example/5d0f',
		'javascript:alert(1)',
		'/films/5d0f',
		'/_app/immutable/workers/../../../films/5d0f',
		'http://[',
		'/service-worker.js?then=//else.example',
		'https://phuong.example:444/service-worker.js'
	])('is refused: %s', (address) => {
		expect(isOwnWorker(address, ORIGIN)).toBe(false);
	});
});
