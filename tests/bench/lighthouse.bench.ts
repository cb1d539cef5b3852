// What Lighthouse says of the field app as a phone meets it: its first page, before anybody has joined, and the list of
// doors of a phone that has (the lock screen, out of what the phone keeps). Lighthouse's own mobile settings: a slow
// network and a page four times slower, simulated.

import lighthouse, { type Result } from 'lighthouse';
import { WardServer } from '../e2e/stage.ts';
import { median, weighLoad, type Figure } from './figures.ts';
import { Handset, joinWard } from './handset.ts';

/** Issue 7, show c. */
const LEAST = 95;
const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
/** Told beside the scores: what the first of them is made of. */
const TIMES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time'] as const;

interface Bench {
	build(): Promise<string>;
	browser(): Promise<string>;
	say(line: string): void;
}

export async function* run({ build, browser, say }: Bench): AsyncGenerator<Figure> {
	await build();
	const ward = await new WardServer().start();
	const handset = new Handset(ward.origin, await browser());
	try {
		const page = await handset.open('/', { isDebugged: true });
		await page.goto('about:blank'); // Lighthouse looks in a tab of its own, and nothing is to work beside it
		yield* audit('first page', `${ward.origin}/`, handset, say);
		await page.goto('/');
		await joinWard(page, ward);
		await page.goto('about:blank');
		yield* audit('joined, the list of doors', `${ward.origin}/doors`, handset, say, { keepsStorage: true });
	} finally {
		await handset.throwAway();
		await ward.close();
	}
	yield weighLoad();
}

async function* audit(
	name: string,
	url: string,
	handset: Handset,
	say: (line: string) => void,
	{ keepsStorage = false } = {}
): AsyncGenerator<Figure> {
	const results: Result[] = [];
	for (let i = 0; i < RUNS; i++) {
		const ended = await lighthouse(url, {
			port: handset.debugPort,
			logLevel: 'error',
			onlyCategories: [...CATEGORIES],
			disableStorageReset: keepsStorage
		});
		if (!ended || ended.lhr.runtimeError)
			throw new Error(`${name}: ${ended?.lhr.runtimeError?.message ?? 'no result'}`);
		results.push(ended.lhr);
	}
	for (const category of CATEGORIES) {
		const scores = results.map(({ categories }) => Math.round((categories[category]?.score ?? 0) * 100));
		yield { figure: `${name}: ${category}, median of ${RUNS}`, value: median(scores), unit: 'of 100', least: LEAST };
	}
	for (const time of TIMES) {
		const values = results.map(({ audits }) => audits[time]?.numericValue ?? NaN);
		yield { figure: `${name}: ${time}`, value: Math.round(median(values)), unit: 'ms' };
	}
	// Lighthouse's own mark of the machine: it slows the page four times whatever that is, and takes 1,300 and more for granted
	yield {
		figure: `${name}: the machine, by Lighthouse's own mark`,
		value: Math.round(median(results.map(({ environment }) => environment.benchmarkIndex))),
		unit: 'index'
	};
	const [last] = results.slice(-1);
	for (const line of last ? listFaults(last) : []) say(`${name}: ${line}`);
}

/** What takes something off a score. */
function listFaults({ audits, categories }: Result): string[] {
	return CATEGORIES.flatMap((category) =>
		(categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
			const found = audits[id];
			if (!found || weight === 0 || found.score === null || found.score >= 0.9) return [];
			const items = found.details?.type === 'table' ? JSON.stringify(found.details.items).slice(0, 600) : '';
			return [`${category}: ${found.title} (${found.displayValue ?? found.score}) ${items}`];
		})
	);
}
