import { describe, expect, it } from 'vitest';
import { Update, type UpdatePort } from './update.svelte.ts';

/** A browser held in the hand: one tab, one waiting worker. */
function openTab() {
	const did: string[] = [];
	const on = { waiting: () => {}, controlled: () => {} };
	const port: UpdatePort = {
		async register(events) {
			Object.assign(on, events);
			return {
				skipWaiting: () => void did.push('skipWaiting'),
				check: async () => {
					did.push('check');
					throw new TypeError('Failed to fetch');
				}
			};
		},
		reload: () => void did.push('reload')
	};
	return { update: new Update(port), on, did };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('update prompt', () => {
	it('offers a new version only when no form is open', async () => {
		const { update, on } = openTab();
		await update.register();
		expect(update.isOffered).toBe(false);
		const close = update.holdWhile();
		on.waiting();
		expect([update.waiting, update.isOffered]).toEqual([true, false]);
		close();
		close(); // a component may be taken down twice; the count may not
		expect(update.isOffered).toBe(true);
		const closers = [update.holdWhile(), update.holdWhile()];
		closers[0]!();
		expect(update.isOffered).toBe(false);
		closers[1]!();
		expect(update.isOffered).toBe(true);
	});

	it('does nothing until the person accepts, then reloads once the new worker is in control', async () => {
		const { update, on, did } = openTab();
		await update.register();
		on.waiting();
		expect(did).toEqual([]);
		update.accept();
		expect(did).toEqual(['skipWaiting']);
		on.controlled();
		on.controlled();
		await settled();
		expect(did).toEqual(['skipWaiting', 'reload']);
	});

	it('writes every draft before it reloads, also when another tab accepted and one draft fails', async () => {
		const { update, on, did } = openTab();
		await update.register();
		update.beforeReload(() => {
			throw new Error('storage full');
		});
		update.beforeReload(async () => {
			await settled();
			did.push('draft written');
		});
		const gone = update.beforeReload(() => void did.push('closed form'));
		gone();
		on.controlled();
		await settled();
		await settled();
		expect(did).toEqual(['draft written', 'reload']);
	});

	it('asks for a newer version after a sync, and is silent without a network', async () => {
		const { update, did } = openTab();
		await update.check();
		await update.register();
		await expect(update.check()).resolves.toBeUndefined();
		expect(did).toEqual(['check']);
	});

	it('says when the browser refuses to keep the app', async () => {
		const refuse = async () => Promise.reject(new DOMException('untrusted', 'SecurityError'));
		const update = new Update({ register: refuse, reload: () => {} });
		await update.register();
		expect([update.isUnkept, update.isOffered]).toEqual([true, false]);
	});
});
