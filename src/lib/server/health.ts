// Whether the ward can do its work: a real write, because a full or read-only disk still reads.

import type { Health } from './ward.ts';
import type { Site } from './site.ts';

const EVERY_MS = 1_000;

/** Answers at most one real check a second: the address is open to everybody. */
export class HealthCheck {
	readonly #site: Site;
	#last: { at: number; health: Promise<Health> } | null = null;

	constructor(site: Site) {
		this.#site = site;
	}

	read(): Promise<Health> {
		const now = this.#site.clock();
		if (!this.#last || Math.abs(now - this.#last.at) >= EVERY_MS) this.#last = { at: now, health: this.#check(now) };
		return this.#last.health;
	}

	async #check(now: number): Promise<Health> {
		const { store, version } = this.#site;
		const about = { version, engine: store.engine };
		try {
			const epoch = await store.transact(async (trx) => {
				const row = { window_at: now, count: 0 };
				await trx
					.insertInto('pace')
					.values({ ward_id: '', key: 'health', ...row })
					.onConflict((on) => on.columns(['ward_id', 'key']).doUpdateSet(row))
					.execute();
				const ward = await trx
					.selectFrom('ward')
					.select('epoch')
					.orderBy('created_at')
					.orderBy('id')
					.executeTakeFirst();
				return ward?.epoch ?? '';
			});
			return { status: 'ok', ...about, epoch };
		} catch {
			// whatever it is, the ward cannot write: that is the answer
			return { status: 'failing', ...about, epoch: '' };
		}
	}
}
