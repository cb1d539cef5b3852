// Issue 6, show e: lists of 2,000 and of 100,000 rows with planted errors, as CSV and as XLSX, brought into a ward of the
// built server by its own pages while phones send: how long each part takes, the most memory that the server ever held,
// and the longest that a phone waited meanwhile. Beside it bare inserts of the same rows, in as many steps.
//
//   --rows 2000,100000   --sqlite   --csv: only those

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { insertRows } from '../../src/lib/server/db/insert-rows.ts';
import { openStoreAsIs, type Store } from '../../src/lib/server/db/open-store.ts';
import { startPostgres } from '../fixtures/postgres.ts';
import { makeWorkbook } from '../fixtures/workbook.ts';
import { ms, quantile, round, weighLoad, type Figure } from './figures.ts';
import { ListHands } from './load/list-desk.ts';
import { LoadPhone, Times } from './load/phone.ts';
import { Servers, type Place } from './load/servers.ts';
import { makeWards, type LoadWard } from './load/wards.ts';

/** Issue 6: so many rows in so many seconds. */
const SMALL_ROWS = 2_000;
const SMALL_MOST_S = 10;
const MEMORY_MOST_MB = 300;
const PEOPLE = 10_000;
/** A push so often, by so many phones in turn that none asks more than sixty times a minute. */
const PUSH_EVERY_MS = 100;
const PHONES = 16;
const VISITS_A_PUSH = 3;
const COLUMNS = ['area', 'lane', 'number', 'name', 'birth', 'sex', 'personalId'] as const;
/** Rows as they are written for one person of a list, and in how large steps. */
const TABLES = ['record', 'entry', 'change', 'person_row', 'list_record'] as const;
const BARE_STEP = 250;

interface Bench {
	readonly args: readonly string[];
	build(): Promise<string>;
	say(line: string): void;
}

export async function* run({ args, build, say }: Bench): AsyncGenerator<Figure> {
	await build();
	const sizes = (args[args.indexOf('--rows') + 1] ?? '')
		.split(',')
		.map(Number)
		.filter((rows) => rows > 0);
	const folder = mkdtempSync(join(makeRoom(), 'import-'));
	const postgres = args.includes('--sqlite') ? null : await startPostgres();
	try {
		for (const engine of postgres ? (['SQLite', 'PostgreSQL'] as const) : (['SQLite'] as const))
			for (const rows of args.includes('--rows') ? sizes : [SMALL_ROWS, 100_000])
				for (const kind of args.includes('--csv') ? (['CSV'] as const) : (['CSV', 'XLSX'] as const)) {
					const name = `${rows.toLocaleString('en')} rows as ${kind}, ${engine}`;
					say(`import: ${name} …`);
					const dataDir = join(folder, name.replaceAll(/[ ,]+/g, '-'));
					mkdirSync(dataDir, { mode: 0o700 });
					const databaseUrl = engine === 'PostgreSQL' ? await postgres!.makeDatabase() : null;
					yield* measure({ dataDir, databaseUrl }, name, rows, kind, say);
				}
	} finally {
		await postgres?.stop();
		rmSync(folder, { recursive: true, force: true });
	}
	yield weighLoad();
}

function makeRoom(): string {
	const room = join(import.meta.dirname, '../.tmp');
	mkdirSync(room, { recursive: true });
	return room;
}

async function* measure(
	place: Place,
	name: string,
	rows: number,
	kind: 'CSV' | 'XLSX',
	say: Bench['say']
): AsyncGenerator<Figure> {
	const [ward] = await makeWards(place, 1, PEOPLE, PHONES, 'areaPolice');
	const file = makeFile(rows, kind);
	const servers = new Servers();
	const took = { send: 0, plan: 0, take: 0, undo: 0 };
	let bare = 0;
	try {
		await servers.start(place, 1);
		say(`the server at its start: ${toMb(servers.readPeak())} MB`);
		const origin = servers.origins[0]!;
		const hands = new ListHands(origin, ward!.cookie);
		const idle = await keepPushing(ward!, origin, () => new Promise((resolve) => setTimeout(resolve, 5_000)));
		yield ms(`${name}: longest push with nothing beside it`, Math.max(...idle));
		const steps = [
			['send', () => hands.send(file)],
			['plan', () => hands.plan(COLUMNS)],
			['take', () => hands.take()],
			['undo', () => hands.undo()]
		] as const;
		for (const [step, work] of steps) {
			if (step === 'undo') {
				const store = openStoreAsIs(place, 1);
				try {
					bare = await insertBare(store, rows);
				} finally {
					await store.close();
				}
			}
			const begun = performance.now();
			const pushes = await keepPushing(ward!, origin, work);
			took[step] = (performance.now() - begun) / 1000;
			yield ms(`${name}: longest push during ${WORDS[step]}`, Math.max(...pushes));
			yield ms(`${name}: p95 of a push during ${WORDS[step]}`, quantile(pushes, 0.95));
			say(`${WORDS[step]}: ${took[step].toFixed(1)} s, at most ${toMb(servers.readPeak())} MB until its end`);
		}
		const unit = 's';
		yield { figure: `${name}: sent and read`, value: round(took.send), unit };
		yield { figure: `${name}: dry run`, value: round(took.plan), unit };
		const [value, ratio] = [round(took.take), round(took.take / bare)];
		const bound = rows <= SMALL_ROWS ? { most: SMALL_MOST_S } : {};
		yield { figure: `${name}: taken`, value, unit, ...bound, peer: 'bare inserts of the same rows', ratio };
		yield { figure: `${name}: bare inserts of the same rows`, value: round(bare), unit };
		yield { figure: `${name}: taken back`, value: round(took.undo), unit };
		yield ms(`${name}: longest answer of the page`, hands.longest);
		yield {
			figure: `${name}: most memory of the server`,
			value: toMb(servers.readPeak()),
			unit: 'MB',
			most: MEMORY_MOST_MB
		};
	} finally {
		await servers.stop();
	}
}

const toMb = (bytes: number) => Math.round(bytes / 1024 / 1024);

const WORDS = { send: 'sending and reading', plan: 'the dry run', take: 'the import', undo: 'the undo' } as const;

/** Does the work while phones push in turn; how long each push took. */
async function keepPushing(ward: LoadWard, origin: string, work: () => Promise<unknown>): Promise<readonly number[]> {
	const times = new Times();
	const phones = ward.phones.map((name) => new LoadPhone(name, origin, times));
	const open = new Set<Promise<unknown>>();
	let at = 0;
	const send = () => {
		const push = phones[at++ % PHONES]!.push(VISITS_A_PUSH).finally(() => open.delete(push));
		open.add(push);
	};
	// at once, so that work which is soon over meets one, too
	send();
	const timer = setInterval(send, PUSH_EVERY_MS);
	try {
		await work();
	} finally {
		clearInterval(timer);
		await Promise.all(open);
	}
	if (times.errors > 0) throw new Error(JSON.stringify([...times.problems]));
	return times.push;
}

/** Made-up people, four to a door; every tenth row has a day that is none, every fiftieth an area that is none. */
function makeFile(rows: number, kind: 'CSV' | 'XLSX'): Uint8Array {
	const head = ['Khu phố', 'Ngõ', 'Số nhà', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số CCCD'];
	const all = [head];
	for (let at = 0; at < rows; at++) {
		const [sex, year] = [at % 2, 1950 + (at % 50)];
		all.push([
			at % 50 === 20 ? 'Khu phố 99' : `Khu phố ${1 + (at % 4)}`,
			`hẻm Nhập ${Math.floor(at / 400)}`,
			`${Math.floor(at / 16) + 1}/7`,
			`Ngườithử Văn ${at}`,
			at % 10 === 9 ? '31/02/1980' : `14/05/${year}`,
			sex === 0 ? 'Nam' : 'Nữ',
			`000${sex}${year % 100}${String(at).padStart(6, '0')}`
		]);
	}
	return kind === 'XLSX'
		? makeWorkbook(all, {}, true)
		: new TextEncoder().encode(all.map((row) => row.join(';')).join('\r\n'));
}

/** Seconds for the same rows again under another key, in the quickest way that we know, in steps that take the ward's turn. */
async function insertBare(store: Store, rows: number): Promise<number> {
	const ward = await store.db.selectFrom('list_batch').select(['ward_id as id', 'people']).executeTakeFirstOrThrow();
	const samples = await Promise.all(
		TABLES.map(async (table) => {
			const all = store.db.selectFrom(table).selectAll().where('ward_id', '=', ward.id);
			return (table === 'change' ? all.orderBy('seq' as never, 'desc') : all).limit(BARE_STEP).execute();
		})
	);
	const begun = performance.now();
	for (let done = 0; done < ward.people; done += BARE_STEP) {
		await store.transact(async (trx) => {
			await sql`update ward set seq = seq where id = ${ward.id}`.execute(trx);
			for (const [i, table] of TABLES.entries()) {
				const under = samples[i]!.map((row) => ({ ...row, ward_id: `bare-${rows}-${done}` }));
				await insertRows(trx, table, under);
			}
		});
	}
	return (performance.now() - begun) / 1000;
}
