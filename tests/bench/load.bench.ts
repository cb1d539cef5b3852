// Show b of issue 8: phones that speak the real protocol to the built server. Small by default, to see that it runs;
// `npm run bench -- load --full` takes the sizes of the issue and holds its bounds. Phones and servers share the machine,
// so a figure here is what both cost together.
//
//   --wards 1,10,100   --people 10000   --phones 100   --minute-phones 200   --seconds 60   --sqlite
//   --part first (or minute, growth, two): only that one
//   --chart FILE: draws the growth there; --table FILE: the figures with the machine, for docs (both of this run alone)

import { cpus } from 'node:os';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '../fixtures/postgres.ts';
import { median, ms, quantile, round, weighLoad, type Figure } from './figures.ts';
import { drawGrowth, type GrowthRow } from './load/chart.ts';
import { LoadPhone, Times } from './load/phone.ts';
import { Servers, type Place } from './load/servers.ts';
import { readSizes, type Sizes } from './load/sizes.ts';
import { makeWards, type LoadWard } from './load/wards.ts';

const FIRST_SYNC_MOST_MS = 60_000;
const MINUTE_P95_MOST_MS = 300;
const GROWTH_MOST = 2;
const TWO_LEAST = 1.6;
const MEMORY_MOST_MB = 300;
const COLD_MOST_MS = 2_000;
/** With fewer cores a second process only takes turns with the first. */
const CORES_FOR_TWO = 4;
const VISITS_A_ROUND = 3;
const AT_ONCE = 8;
const TURNS = 3;
/** Growth: a round so often, by so many phones in turn that none asks more than sixty times a minute, its first reading included. */
const ROUND_EVERY_MS = 100;
const PHONES_IN_TURN = 48;

interface Bench {
	readonly args: readonly string[];
	build(): Promise<string>;
	say(line: string): void;
}

export async function* run({ args, build, say }: Bench): AsyncGenerator<Figure> {
	await build();
	const sizes = readSizes(args);
	const engine = sizes.isSqlite ? 'SQLite' : 'PostgreSQL';
	const machine = `${cpus().length} cores, ${cpus()[0]?.model ?? ''}, Node ${process.version}, ${engine}`;
	say(machine);
	const figures: Figure[] = [];
	const grown: GrowthRow[] = [];
	for await (const figure of measure(sizes, say, grown)) {
		figures.push(figure);
		yield figure;
	}
	const load = weighLoad();
	yield load;
	if (sizes.table) writeFileSync(sizes.table, writeTable([...figures, load], machine, args));
	if (sizes.chart && grown.length > 0)
		writeFileSync(sizes.chart, drawGrowth({ rows: grown, people: sizes.people, machine, load: load.value }));
}

/** The figures as a table, under the machine and the words that ask for them again. */
function writeTable(figures: readonly Figure[], machine: string, args: readonly string[]): string {
	const rows = figures.map(({ figure, value, unit, most, least }) => {
		const bound = most !== undefined ? `at most ${most}` : least !== undefined ? `at least ${least}` : '';
		return `| ${figure} | ${bound} | ${value} ${unit} |`;
	});
	const asked = `${machine}; \`npm run bench -- load ${args.join(' ')}\`. Phones and servers share the machine.`;
	return `${asked}\n\n| figure | bound | measured |\n|---|---|---|\n${rows.join('\n')}\n`;
}

async function* measure(sizes: Sizes, say: Say, grown: GrowthRow[]): AsyncGenerator<Figure> {
	const room = join(import.meta.dirname, '../.tmp');
	mkdirSync(room, { recursive: true });
	const folder = mkdtempSync(join(room, 'load-'));
	const postgres = sizes.isSqlite ? null : await startPostgres();
	const bound = (most: number) => (sizes.isFull ? { most } : {});
	let made = 0;
	const place = async (): Promise<Place> => {
		const dataDir = join(folder, `data-${made++}`);
		mkdirSync(dataDir, { recursive: true, mode: 0o700 });
		return { dataDir, databaseUrl: await makeDatabase(postgres) };
	};
	try {
		const isAsked = (part: string) => sizes.part === 'all' || sizes.part === part;
		if (isAsked('first')) yield* firstSync(sizes, await place(), say, bound);
		if (isAsked('minute')) yield* eachMinute(sizes, await place(), say, bound);
		if (isAsked('growth')) yield* growth(sizes, place, say, grown);
		if (postgres && isAsked('two')) yield* twoProcesses(sizes, place, say);
	} finally {
		await postgres?.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function makeDatabase(postgres: TestPostgres | null): Promise<string | null> {
	return postgres ? postgres.makeDatabase() : null;
}

type Bound = (most: number) => Partial<Figure>;
type Say = (line: string) => void;

/** All phones read everything at the same time. */
async function* firstSync(sizes: Sizes, place: Place, say: Say, bound: Bound): AsyncGenerator<Figure> {
	const [ward] = await makeWards(place, 1, sizes.firstPeople, sizes.phones);
	const servers = new Servers();
	try {
		await servers.start(place, 1);
		const times = new Times();
		const took = await Promise.all(
			ward!.phones.map(async (name) => {
				const phone = new LoadPhone(name, servers.origins[0]!, times);
				const begun = performance.now();
				if ((await phone.pull()) && phone.rows < ward!.records) times.fail(`${phone.rows} of ${ward!.records} rows`);
				return performance.now() - begun;
			})
		);
		await servers.watch();
		tellErrors(say, times);
		const name = `${sizes.phones} phones read ${ward!.records} rows at once`;
		yield ms(`${name}: median`, median(took), bound(FIRST_SYNC_MOST_MS));
		yield ms(`${name}: the last one`, Math.max(...took));
		yield { figure: `${name}: errors`, value: times.errors, unit: 'errors', most: 0 };
		yield { figure: `${name}: memory of the server`, value: mb(servers.memory), unit: 'MB', ...bound(MEMORY_MOST_MB) };
		yield ms('cold start to the first healthy answer', servers.coldStartMs, bound(COLD_MOST_MS));
	} finally {
		await servers.stop();
	}
}

/** Phones that write and read once in a minute, spread evenly over it. */
async function* eachMinute(sizes: Sizes, place: Place, say: Say, bound: Bound): AsyncGenerator<Figure> {
	const [ward] = await makeWards(place, 1, sizes.firstPeople, sizes.minutePhones);
	const servers = new Servers();
	try {
		await servers.start(place, 1);
		const warm = new Times();
		const phones = ward!.phones.map((name) => ({ name, phone: new LoadPhone(name, servers.origins[0]!, warm) }));
		// what a phone has after its first day; a few at a time, since this is not what is measured
		await inTurns(phones, ({ phone }) => phone.pull());
		const times = new Times();
		const begun = performance.now();
		const gapMs = 60_000 / sizes.minutePhones;
		const rounds: Promise<boolean>[] = [];
		for (let i = 0; performance.now() - begun < sizes.seconds * 1000; i++) {
			const due = begun + i * gapMs;
			await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
			const { phone } = phones[i % phones.length]!;
			rounds.push(phone.pushAndPull(VISITS_A_ROUND, times));
		}
		await Promise.all(rounds);
		await servers.watch();
		tellErrors(say, times);
		const name = `${sizes.minutePhones} phones each minute`;
		yield ms(`${name}: p95 of a push`, quantile(times.push, 0.95), bound(MINUTE_P95_MOST_MS));
		yield ms(`${name}: p95 of a pull`, quantile(times.pull, 0.95), bound(MINUTE_P95_MOST_MS));
		yield { figure: `${name}: errors`, value: times.errors + warm.errors, unit: 'errors', most: 0 };
		yield { figure: `${name}: memory of the server`, value: mb(servers.memory), unit: 'MB', ...bound(MEMORY_MOST_MB) };
	} finally {
		await servers.stop();
	}
}

/** The same small work on one ward, in stores of more and more wards. */
async function* growth(
	sizes: Sizes,
	place: () => Promise<Place>,
	say: Say,
	grown: GrowthRow[]
): AsyncGenerator<Figure> {
	let alone: Record<string, number> | null = null;
	for (const count of sizes.wards) {
		const where = await place();
		say(`making ${count} wards of ${sizes.people} people ...`);
		const wards = await makeWards(where, count, sizes.people, Math.ceil(PHONES_IN_TURN / count));
		const servers = new Servers();
		try {
			await servers.start(where, 1);
			const p95 = await workOnEach(wards, servers.origins[0]!, sizes.seconds, say);
			alone ??= p95;
			grown.push({ wards: count, p95 });
			for (const [what, value] of Object.entries(p95)) {
				yield ms(`${count} wards x ${sizes.people} people: p95 of ${what}`, value);
				if (p95 === alone) continue;
				const ratio = round(value / alone[what]!);
				const most = sizes.isFull ? { most: GROWTH_MOST } : {};
				yield {
					figure: `${count} wards: ${what} beside ${sizes.wards[0]} alone`,
					value: ratio,
					unit: 'times',
					...most
				};
			}
		} finally {
			await servers.stop();
		}
	}
}

/** One after the other, now in this ward and now in that: what is measured is the size of the store, not a crowd. */
async function workOnEach(
	wards: readonly LoadWard[],
	origin: string,
	seconds: number,
	say: Say
): Promise<Record<string, number>> {
	const times = new Times();
	const dashboard: number[] = [];
	const phones = wards.map((ward) => ward.phones.map((name) => new LoadPhone(name, origin, new Times())));
	await inTurns(phones.flat(), (phone) => phone.pull());
	const begun = performance.now();
	for (let i = 0; i < 20 || performance.now() - begun < seconds * 1000; i++) {
		const due = begun + i * ROUND_EVERY_MS;
		await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
		const at = i % wards.length;
		const here = phones[at]!;
		await here[Math.floor(i / wards.length) % here.length]!.pushAndPull(VISITS_A_ROUND, times);
		const asked = performance.now();
		const page = await fetch(`${origin}/ward`, { headers: { cookie: wards[at]!.cookie }, redirect: 'manual' });
		await page.text();
		if (page.status !== 200) times.fail(`dashboard ${page.status}`);
		dashboard.push(performance.now() - asked);
	}
	tellErrors(say, times);
	if (times.errors > 0) throw new Error(`${times.errors} requests failed`);
	return { push: quantile(times.push, 0.95), pull: quantile(times.pull, 0.95), dashboard: quantile(dashboard, 0.95) };
}

/** Wards that are written to as fast as they take it, by one process and then by two. */
async function* twoProcesses(sizes: Sizes, place: () => Promise<Place>, say: Say): AsyncGenerator<Figure> {
	const rates = new Map<number, number[]>([
		[1, []],
		[2, []]
	]);
	// in turn: what the machine does meanwhile falls on both
	for (const processes of Array.from({ length: TURNS }, () => [1, 2]).flat()) {
		const where = await place();
		const wards = await makeWards(where, AT_ONCE, 50, 1);
		const servers = new Servers();
		try {
			await servers.start(where, processes);
			const times = new Times();
			const begun = performance.now();
			const lives = wards.map(async (ward, at) => {
				// a phone may ask sixty times a minute; so each batch is a large one
				const phone = new LoadPhone(ward.phones[0]!, servers.origins[at % processes]!, times);
				for (let i = 0; i < 50 && performance.now() - begun < sizes.seconds * 1000; i++) await phone.push(50);
			});
			await Promise.all(lives);
			tellErrors(say, times);
			if (times.errors > 0) throw new Error(`${times.errors} pushes failed`);
			rates.get(processes)!.push((times.push.length * 50) / ((performance.now() - begun) / 1000));
		} finally {
			await servers.stop();
		}
	}
	const [one, two] = [median(rates.get(1)!), median(rates.get(2)!)];
	yield { figure: 'entries a second, one process', value: Math.round(one), unit: 'entries/s' };
	yield { figure: 'entries a second, two processes', value: Math.round(two), unit: 'entries/s' };
	const least = sizes.isFull && cpus().length >= CORES_FOR_TWO ? { least: TWO_LEAST } : {};
	yield {
		figure: `two processes beside one, ${cpus().length} cores`,
		value: round(two / one),
		unit: 'times',
		...least
	};
}

async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
	const rest = [...items];
	const hands = Array.from({ length: AT_ONCE }, async () => {
		for (let item = rest.shift(); item; item = rest.shift()) await work(item);
	});
	await Promise.all(hands);
}

function tellErrors(say: Say, times: Times): void {
	for (const [why, count] of times.problems) say(`${count} times: ${why}`);
}

function mb(bytes: number): number {
	return Math.round(bytes / 1_000_000);
}
