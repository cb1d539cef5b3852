import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Hush } from './hush.ts';

let isUrgent: boolean;
let hush: Hush;
let told: string[];
const pass = (name: string) => hush.pass(updates[name]!);
const updates: Record<string, () => void> = { one: () => told.push('one'), two: () => told.push('two') };

beforeEach(() => {
	vi.useFakeTimers();
	[isUrgent, told] = [false, []];
	hush = new Hush(() => isUrgent);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('what a save tells waits for the frame that shows it, each once; before and after, nothing waits', async () => {
	let draw: FrameRequestCallback = () => undefined;
	vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => ((draw = callback), 1));
	pass('one');
	expect(told).toEqual(['one']);
	await hush.during(async () => (pass('one'), pass('two'), pass('one')));
	expect(told).toEqual(['one']);
	draw(0);
	expect(told).toEqual(['one']);
	await vi.advanceTimersByTimeAsync(1);
	expect(told).toEqual(['one', 'one', 'two']);
	pass('two');
	expect(told).toEqual(['one', 'one', 'two', 'two']);
	await vi.advanceTimersByTimeAsync(1_000);
	expect(told).toHaveLength(4);
});

test('a page that draws no frame hears of it all the same, and so does one whose save failed', async () => {
	await expect(hush.during(() => (pass('one'), Promise.reject(new Error('full'))))).rejects.toThrow('full');
	expect(told).toEqual([]);
	await vi.advanceTimersByTimeAsync(100);
	expect(told).toEqual(['one']);
});

test('two saves at once are told once both are through', async () => {
	let end: () => void = () => undefined;
	const long = hush.during(() => new Promise<void>((resolve) => (end = resolve)));
	await hush.during(async () => pass('one'));
	await vi.advanceTimersByTimeAsync(1_000);
	expect(told).toEqual([]);
	end();
	await long;
	await vi.advanceTimersByTimeAsync(100);
	expect(told).toEqual(['one']);
});

test('a lock in the middle of a save is told at once', async () => {
	await hush.during(async () => {
		isUrgent = true;
		pass('one');
		expect(told).toEqual(['one']);
	});
});
