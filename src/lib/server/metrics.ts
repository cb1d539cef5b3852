// What a program may watch of the server, as Prometheus text: counts and times, routes by their pattern and codes of
// verdicts. Nothing here is about a person, and no label has more values than the program has words.

import { readOwnMemory } from './own-memory.ts';
import type { Site } from './site.ts';
import type { StatusBoard } from './status.ts';
import { isSameSecret } from './vault.ts';
import type { Told, Watcher } from './ward.ts';
import { readPhones, readQueues } from './watch.ts';

/** The queues are counted at most this often, however many ask. */
const EVERY_MS = 10_000;
/** Upper bounds, in seconds; 0.3 is the promise for a round of sync (issue 8). */
const BUCKETS = [0.05, 0.1, 0.3, 1, 3, 10] as const;
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

type Labels = Readonly<Record<string, string | number>>;

interface Timing {
	count: number;
	seconds: number;
	readonly within: number[];
}

/** The figures of one process, and of the store behind it. */
export class Metrics {
	readonly #site: Site;
	readonly #board: StatusBoard;
	readonly #token: string | null;
	readonly #answers = new Map<string, number>();
	readonly #verdicts = new Map<string, number>();
	readonly #timings = new Map<string, Timing>();
	readonly #startedAt: number;
	#last: { at: number; text: Promise<string> } | null = null;

	constructor(site: Site, board: StatusBoard, token: string | null) {
		this.#site = site;
		this.#board = board;
		this.#token = token;
		this.#startedAt = site.clock();
	}

	/** Whoever sits at this machine, and whoever has the token; what a proxy hands on is not from this machine. */
	mayRead({ address, isForwarded, token }: Watcher): boolean {
		if (this.#token !== null && token !== null) return isSameSecret(token, this.#token);
		return !isForwarded && LOOPBACK.test(address);
	}

	/** `route` is the pattern, never the address that was asked for: that may hold an id. */
	countAnswer(route: string | null, status: number, ms: number): void {
		const name = route ?? 'none';
		add(this.#answers, labels({ route: name, status }), 1);
		const timing = this.#timings.get(name) ?? { count: 0, seconds: 0, within: BUCKETS.map(() => 0) };
		timing.count += 1;
		timing.seconds += ms / 1000;
		BUCKETS.forEach((bound, at) => ms / 1000 <= bound && (timing.within[at] = (timing.within[at] ?? 0) + 1));
		this.#timings.set(name, timing);
	}

	/** Counts one batch and what became of its entries. */
	countPush<Answer extends { readonly res: readonly { readonly s: string }[] }>(told: Told<Answer>): Told<Answer> {
		add(this.#verdicts, labels({ verdict: 'batch' }), 1);
		if (told.ok) for (const { s } of told.value.res) add(this.#verdicts, labels({ verdict: s }), 1);
		else add(this.#verdicts, labels({ verdict: 'refused' }), 1);
		return told;
	}

	async read(): Promise<string> {
		const now = this.#site.clock();
		if (!this.#last || Math.abs(now - this.#last.at) >= EVERY_MS)
			this.#last = { at: now, text: this.#readStore(now).catch(() => line('gocua_store_up', {}, 0)) };
		const { store, version } = this.#site;
		return [
			line('gocua_build_info', { version, engine: store.engine }, 1),
			line('gocua_up_seconds', {}, (now - this.#startedAt) / 1000),
			line('gocua_memory_bytes', {}, readOwnMemory()),
			...list('gocua_answers_total', 'counter', this.#answers),
			...list('gocua_push_verdicts_total', 'counter', this.#verdicts),
			'# TYPE gocua_answer_seconds histogram',
			...[...this.#timings].flatMap(([route, { count, seconds, within }]) => [
				...BUCKETS.map((le, at) => line('gocua_answer_seconds_bucket', { route, le }, within[at] ?? 0)),
				line('gocua_answer_seconds_bucket', { route, le: '+Inf' }, count),
				line('gocua_answer_seconds_sum', { route }, seconds),
				line('gocua_answer_seconds_count', { route }, count)
			]),
			await this.#last.text,
			''
		].join('\n');
	}

	async #readStore(now: number): Promise<string> {
		const { db } = this.#site.store;
		const [queues, phones, disk] = await Promise.all([
			readQueues(db, null),
			readPhones(db, null, now),
			this.#board.readDisk()
		]);
		const backup = this.#board.readBackup();
		const age = (at: number | null) => (at === null ? 0 : Math.max(0, now - at) / 1000);
		return [
			line('gocua_store_up', {}, 1),
			...queues.flatMap(({ name: queue, ward, count, oldest }) => [
				line('gocua_queue_length', { queue, ward }, count),
				line('gocua_queue_age_seconds', { queue, ward }, age(oldest))
			]),
			...(disk ? [line('gocua_disk_free_bytes', {}, disk.freeBytes)] : []),
			...(backup
				? [
						line('gocua_backup_age_seconds', {}, age(backup.at)),
						line('gocua_backup_whole', {}, backup.damage === null ? 1 : 0)
					]
				: []),
			...phones.flatMap(({ ward, count, waiting, silent, quietest }) => [
				line('gocua_phones', { ward }, count),
				line('gocua_phones_silent', { ward }, silent),
				line('gocua_phone_entries_waiting', { ward }, waiting),
				line('gocua_phone_lag_seconds', { ward }, age(quietest))
			])
		].join('\n');
	}
}

function add(counts: Map<string, number>, key: string, by: number): void {
	counts.set(key, (counts.get(key) ?? 0) + by);
}

function labels(of: Labels): string {
	const parts = Object.entries(of).map(([name, value]) => `${name}="${String(value).replace(/["\\\n]/g, '_')}"`);
	return parts.length > 0 ? `{${parts.join(',')}}` : '';
}

function line(name: string, of: Labels, value: number): string {
	return `${name}${labels(of)} ${value}`;
}

function list(name: string, type: string, counts: ReadonlyMap<string, number>): string[] {
	return [`# TYPE ${name} ${type}`, ...[...counts].map(([of, value]) => `${name}${of} ${value}`)];
}
