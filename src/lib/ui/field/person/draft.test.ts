import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Draft } from './draft.ts';

/** A phone's drafts in memory; it can be full. */
class Drawer {
	readonly held = new Map<string, unknown>();
	isFull = false;
	async readDraft<Value>(key: string): Promise<Value | null> {
		return (this.held.get(key) as Value | undefined) ?? null;
	}
	async writeDraft(key: string, value: unknown): Promise<void> {
		if (this.isFull) throw new Error('full');
		this.held.set(key, value);
	}
	async dropDraft(key: string): Promise<void> {
		this.held.delete(key);
	}
}

describe('a draft', () => {
	let drawer: Drawer;
	let draft: Draft<string>;
	beforeEach(() => {
		vi.useFakeTimers();
		drawer = new Drawer();
		draft = new Draft<string>(drawer, 'form');
	});
	afterEach(() => void vi.useRealTimers());

	it('is written once for many letters, and at once when asked', async () => {
		draft.write('S');
		draft.write('Se');
		draft.write('Sen');
		expect(drawer.held.size).toBe(0);
		await vi.advanceTimersByTimeAsync(1000);
		expect(drawer.held.get('form')).toBe('Sen');
		draft.write('Sen 1985');
		await draft.flush();
		expect(await draft.read()).toBe('Sen 1985');
	});

	it('stays away once it is dropped', async () => {
		draft.write('Sen');
		await draft.drop();
		draft.write('again');
		await vi.advanceTimersByTimeAsync(1000);
		await draft.flush();
		expect(drawer.held.size).toBe(0);
	});

	it('is taken away by the save that ends it, after what was being written', async () => {
		draft.write('Sen');
		void draft.flush();
		const saved = await draft.complete(async (key) => {
			expect([...drawer.held]).toEqual([[key, 'Sen']]);
			drawer.held.delete(key);
			return { ok: true };
		});
		expect(saved.ok).toBe(true);
		draft.write('again');
		await vi.advanceTimersByTimeAsync(1000);
		expect(drawer.held.size).toBe(0);
	});

	it('is kept, with its last letters, when that save fails', async () => {
		draft.write('Sen 1985');
		await draft.complete(async () => ({ ok: false }));
		await vi.advanceTimersByTimeAsync(1000);
		expect(drawer.held.get('form')).toBe('Sen 1985');
	});

	it('survives a full phone and goes on when there is room', async () => {
		drawer.isFull = true;
		draft.write('Sen');
		await draft.flush();
		drawer.isFull = false;
		draft.write('Sen 1985');
		await draft.flush();
		expect(drawer.held.get('form')).toBe('Sen 1985');
	});
});
