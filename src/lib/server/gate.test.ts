import { expect, it } from 'vitest';
import { Gate } from './gate.ts';

/** Work that ends when it is told to. */
function makeWork(log: string[], name: string) {
	let end: (error?: Error) => void = () => {};
	const ended = new Promise<void>((resolve, reject) => (end = (error) => (error ? reject(error) : resolve())));
	const work = async () => {
		log.push(name);
		await ended;
		return name;
	};
	return { work, end };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

it('lets in so many at a time, the others in order, and says no where the line is full', async () => {
	const gate = new Gate(2, 2);
	const log: string[] = [];
	const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((name) => makeWork(log, name));
	const runs = [a!, b!, c!, d!, e!].map(({ work }) => gate.run(work));
	await settle();
	expect(log).toEqual(['a', 'b']);
	expect(await runs[4]).toBeNull();
	b!.end();
	await settle();
	expect(log).toEqual(['a', 'b', 'c']);
	a!.end();
	c!.end();
	d!.end();
	expect(await Promise.all(runs)).toEqual(['a', 'b', 'c', 'd', null]);
});

it('goes on after work that failed', async () => {
	const gate = new Gate(1, 5);
	const log: string[] = [];
	const [a, b] = [makeWork(log, 'a'), makeWork(log, 'b')];
	const first = gate.run(a.work);
	const second = gate.run(b.work);
	a.end(new Error('broken'));
	await expect(first).rejects.toThrow('broken');
	b.end();
	expect(await second).toBe('b');
	const third = makeWork(log, 'c');
	third.end();
	expect(await gate.run(third.work)).toBe('c');
});
