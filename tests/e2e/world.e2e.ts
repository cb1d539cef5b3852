// The third lane of the world (tests/world, lane c): phones in real browsers, each with two tabs and its own IndexedDB, the
// production server in a process of its own, PostgreSQL below it. What happens to them, and when, comes from a seed; then
// the weather clears, and each confirmed visit is at the ward once, and both phones show the same.
//
// One seed in a run. More by hand: `WORLD_SEEDS=2,3,4 npx playwright test --config tests/playwright.config.ts world.e2e`.

import { expect, test, type Route } from '@playwright/test';
import pg from 'pg';
import { startPostgres, type TestPostgres } from '../fixtures/postgres.ts';
import { Random } from '../world/random.ts';
import { Staff, visitDoors, Volunteer } from './hands.ts';
import { Phone, WardServer } from './stage.ts';

const SEEDS = (process.env.WORLD_SEEDS ?? '1').split(',').map(Number);
const STEPS = 36;
const SYNC = '**/api/v1/sync/*';
/** Both see the third quarter. */
const NAMES = ['Lê Minh Khang', 'Trần Thị Mận'];
const SETTLE_MS = 120_000;

/** What the network does with a request, until it changes. */
const WEATHER: Readonly<Record<string, (route: Route) => Promise<void>>> = {
	clear: (route) => route.continue(),
	lost: (route) => route.abort(),
	answerLost: async (route) => {
		await route.fetch();
		await route.abort();
	},
	doubled: async (route) => {
		await route.fetch();
		await route.continue();
	},
	answerCut: async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: (await response.body()).subarray(0, 40) });
	},
	busy: (route) => route.fulfill({ status: 503, body: 'busy' }),
	hotel: (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Wi-Fi</h1>' })
};

/** A volunteer, the network around them, and how many visits the phone has confirmed as saved. */
class Walker {
	readonly name: string;
	readonly #phone: Phone;
	#hands: Volunteer[] = [];
	saved = 0;
	weather = 'clear';

	constructor(name: string, origin: string) {
		this.name = name;
		this.#phone = new Phone(origin);
	}

	async join(code: string): Promise<void> {
		const hand = new Volunteer(this.#phone);
		await hand.open();
		await hand.join(code);
		await hand.waitUntilKept();
		await this.#phone.close();
	}

	/** Switches the phone on: two tabs, both open. */
	async start(): Promise<void> {
		const first = new Volunteer(this.#phone);
		await first.open('/doors');
		await this.#phone.context.route(SYNC, (route) =>
			// a request may be given up, or its phone be gone, while the weather works on it
			WEATHER[this.weather]!(route).catch(() => undefined)
		);
		const second = new Volunteer(this.#phone);
		second.page = await this.#phone.context.newPage();
		this.#hands = [first, second];
		for (const tab of [0, 1]) await this.unlock(tab);
	}

	/** Loads the tab anew, which locks it, and opens it. */
	async unlock(tab: number): Promise<void> {
		const hand = this.#hands[tab]!;
		await hand.page.bringToFront();
		await hand.page.goto('/doors');
		await hand.unlock();
		await expect(hand.page.locator('main a[href^="/doors/"]').first()).toBeVisible();
	}

	async visit(tab: number, door: number): Promise<void> {
		const { page } = this.#hands[tab]!;
		await page.bringToFront();
		if (new URL(page.url()).pathname !== '/doors') await this.unlock(tab);
		await visitDoors(page, 1, door);
		this.saved++;
	}

	async press(tab: number): Promise<void> {
		const hand = this.#hands[tab]!;
		await hand.page.bringToFront();
		await hand.sendNow();
		await hand.page.goBack();
	}

	async kill(): Promise<void> {
		await this.#phone.kill();
		await this.start();
	}

	/** The network is good again: sends until nothing waits. */
	async settle(): Promise<void> {
		this.weather = 'clear';
		await this.unlock(0);
		const { page } = this.#hands[0]!;
		await page.getByRole('link', { name: 'Xem việc gửi về phường' }).click();
		await expect(async () => {
			await page.getByRole('button', { name: 'Gửi ngay' }).click({ timeout: 5_000 });
			await expect(page.getByText('Không còn gì chờ gửi')).toBeVisible({ timeout: 5_000 });
		}).toPass({ timeout: SETTLE_MS });
	}

	/** Each door with what the list says of it. */
	async readDoors(): Promise<string[]> {
		await this.unlock(0);
		const hand = this.#hands[0]!;
		await hand.sendNow();
		await hand.see('Đã gửi xong.');
		const { page } = hand;
		await page.getByRole('link', { name: 'Hộ dân', exact: true }).click();
		const rows = page.locator('main a[href^="/doors/"]:not([href="/doors/new"])');
		await expect(rows.first()).toBeVisible();
		return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')).sort();
	}

	throwAway(): Promise<void> {
		return this.#phone.throwAway();
	}
}

let postgres: TestPostgres;
test.beforeAll(async () => {
	postgres = await startPostgres();
});
test.afterAll(async () => {
	await postgres.stop();
});

/** Visits at the ward by who made them; each id once. */
async function countVisits(database: string): Promise<Map<string, number>> {
	const client = new pg.Client({ connectionString: database });
	await client.connect();
	try {
		const { rows } = await client.query<{ name: string; visits: string; ids: string }>(
			`select v.name, count(*) as visits, count(distinct r.id) as ids
			from visit_row r join volunteer v on v.ward_id = r.ward_id and v.id = r.volunteer_id group by v.name`
		);
		for (const { visits, ids } of rows) expect(visits).toBe(ids);
		return new Map(rows.map(({ name, visits }) => [name, Number(visits)]));
	} finally {
		await client.end();
	}
}

for (const seed of SEEDS) {
	test(`the world in browsers on PostgreSQL, seed ${seed}: each confirmed visit arrives once, both phones show the same`, async ({
		browser
	}) => {
		test.setTimeout(600_000);
		const random = new Random(seed);
		const database = await postgres.makeDatabase();
		const ward = await new WardServer(database).start();
		const walkers = NAMES.map((name) => new Walker(name, ward.origin));
		const done: string[] = [];
		try {
			const huy = await Staff.signIn(browser, ward, 'huy');
			for (const walker of walkers) await walker.join(await huy.invite(walker.name));
			await huy.close();
			const before = await countVisits(database);
			const added = async (name: string) => ((await countVisits(database)).get(name) ?? 0) - (before.get(name) ?? 0);
			for (const walker of walkers) await walker.start();
			let isUp = true;
			for (let step = 0; step < STEPS; step++) {
				random.reseed(seed, step);
				const walker = walkers[random.below(walkers.length)]!;
				const tab = random.below(2);
				const chance = random.below(100);
				if (chance < 45) {
					done.push(`${walker.name} ${tab} visits`);
					await walker.visit(tab, random.below(8));
				} else if (chance < 65) {
					walker.weather = Object.keys(WEATHER)[random.below(Object.keys(WEATHER).length)]!;
					done.push(`${walker.name} ${walker.weather}`);
				} else if (chance < 78) {
					done.push(`${walker.name} ${tab} sends`);
					await walker.press(tab);
				} else if (chance < 86) {
					done.push(`${walker.name} ${tab} is loaded anew`);
					await walker.unlock(tab);
				} else if (chance < 92) {
					done.push(`${walker.name} is killed`);
					await walker.kill();
				} else {
					done.push(isUp ? 'the ward is killed' : 'the ward comes back');
					if (isUp) await ward.stop('SIGKILL');
					else await ward.start();
					isUp = !isUp;
				}
				for (const { name, saved } of walkers) expect(await added(name), 'never doubled').toBeLessThanOrEqual(saved);
			}
			if (!isUp) await ward.start();
			for (const walker of walkers) await walker.settle();
			for (const { name, saved } of walkers) expect(await added(name), name).toBe(saved);
			const [first, second] = [await walkers[0]!.readDoors(), await walkers[1]!.readDoors()];
			expect(first.length).toBeGreaterThan(8);
			expect(second).toEqual(first);
			console.log(`seed ${seed}: ${walkers.map(({ saved }) => saved).join(' + ')} visits, ${done.length} steps`);
		} catch (error) {
			console.log(done.join('\n'));
			throw error;
		} finally {
			for (const walker of walkers) await walker.throwAway();
			await ward.close();
		}
	});
}
