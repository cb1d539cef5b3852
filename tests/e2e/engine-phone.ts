// A phone whose browser is another engine, and the hand that holds it.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineName } from '../engines.mjs';
import { EngineDriver, type EngineElement } from '../fixtures/engine-driver.ts';
import { DriverError } from '../fixtures/engine-wire.ts';
import { Hand, type Name, type Role } from './hand.ts';
import { makeFolder } from './stage.ts';

const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 50;
/** How long a press on the status line has until its page is there. */
const PRESS_MS = 7_000;
/** The screen moved between looking and pressing, or takes no finger for a moment; a person presses again. */
const PRESS_AGAIN = /click intercepted|not interactable|stale element|javascript error/;

const SELECTORS = {
	button: 'button',
	link: 'a[href]',
	checkbox: 'input[type="checkbox"]',
	radio: 'input[type="radio"]',
	field: 'input, textarea'
} as const;

/** A name as it travels into a page: a pattern has its flags beside it. */
interface Wanted {
	readonly text: string;
	readonly flags: string | null;
	readonly isExact: boolean;
}

/** One profile on disk: `close` or `kill`, and `open` again, is a phone that was switched off and on. */
export class EnginePhone extends Hand {
	readonly engine: EngineName;
	readonly #origin: string;
	readonly #folder = makeFolder('engine');
	#driver: EngineDriver | null = null;

	constructor(engine: EngineName, origin: string) {
		super();
		this.engine = engine;
		this.#origin = origin;
	}

	get driver(): EngineDriver {
		if (!this.#driver) throw new Error('the phone is off');
		return this.#driver;
	}

	async open(path = '/'): Promise<void> {
		this.#driver = await EngineDriver.start(this.engine, this.#folder);
		await this.go(path);
	}

	async go(path: string): Promise<void> {
		await this.driver.navigate(new URL(path, this.#origin).href);
	}

	override async press(role: Role, name: Name, exact = false): Promise<void> {
		const wanted = toWanted(name, exact);
		await this.#until(`${role} ${String(name)}`, async () => {
			const target = await this.driver.run(findTarget, SELECTORS[role], wanted);
			if (target) await this.driver.click(target);
			return target !== null;
		});
	}

	override async fillIn(label: string, text: string): Promise<void> {
		let field: EngineElement | null = null;
		await this.#until(`field ${label}`, async () => {
			field = await this.driver.run(findTarget, SELECTORS.field, toWanted(label, false));
			return field !== null;
		});
		if (field) await this.driver.type(field, text);
	}

	override async see(text: Name): Promise<void> {
		await this.#until(String(text), () => this.driver.run(isOnScreen, toWanted(text, false)));
	}

	/** Waits until the first row of a list with the first text shows the second one as well. */
	async seeRow(row: string, text: string): Promise<void> {
		await this.#until(`${row}: ${text}`, () => this.driver.run(isInRow, row, text));
	}

	/** The service worker controls the page: everything for work without network is on the phone. */
	async waitUntilKept(): Promise<void> {
		await this.#until('the service worker', () => this.driver.run(() => navigator.serviceWorker.controller !== null));
	}

	/** Waits for words of the line about what waits to be sent. */
	async seeStatus(text: string): Promise<void> {
		await this.#until(`status line: ${text}`, () => this.driver.run(isInLink, 'Xem việc gửi về phường', text));
	}

	/** A press that leads nowhere is given again, and told, as by the hands of the other engine (hands.ts). */
	async sendNow(): Promise<void> {
		const wanted = toWanted('Gửi ngay', false);
		const isThere = async () => (await this.driver.run(findTarget, SELECTORS.button, wanted)) !== null;
		for (let presses = 1; presses <= 3; presses++) {
			await this.press('link', 'Xem việc gửi về phường');
			for (const until = Date.now() + PRESS_MS; Date.now() < until && !(await isThere());) await nap();
			if (await isThere()) break;
			console.log(`${this.engine}: the press on the status line led nowhere, press ${presses}`);
		}
		await this.press('button', 'Gửi ngay');
	}

	/** A picture for whoever wants to look, beside those of the other screens. */
	async shoot(file: string): Promise<void> {
		writeFileSync(file, await this.driver.shoot());
	}

	async close(): Promise<void> {
		await this.#driver?.close();
		this.#driver = null;
	}

	/** The battery is pulled out. */
	async kill(): Promise<void> {
		await this.#driver?.kill();
		this.#driver = null;
	}

	async throwAway(): Promise<void> {
		await this.kill();
		rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
	}

	async #until(what: string, look: () => Promise<boolean>): Promise<void> {
		const deadline = Date.now() + PATIENCE_MS;
		for (;;) {
			let refusal = '';
			try {
				if (await look()) return;
			} catch (error) {
				if (!(error instanceof DriverError && PRESS_AGAIN.test(error.code))) throw error;
				refusal = `\n${error.message}`;
			}
			if (Date.now() > deadline) {
				const picture = join(makeFolder('engine-screen'), 'screen.png');
				await this.shoot(picture).catch(() => undefined); // what was missing is the news, not its picture
				const seen = await this.driver.run(() => `${location.pathname}\n${document.body.innerText}`);
				throw new Error(`${this.engine}: never came: ${what}${refusal}\n${picture}\n${seen}`);
			}
			await nap();
		}
	}
}

const nap = () => new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));

function toWanted(name: Name, isExact: boolean): Wanted {
	return typeof name === 'string'
		? { text: name, flags: null, isExact }
		: { text: name.source, flags: name.flags, isExact };
}

// What follows is carried into the page as text, so each function stands alone.

/** The first one that can be seen and bears the name; for a tick, the label that a finger meets. */
function findTarget(selector: string, { text, flags, isExact }: Wanted): Element | null {
	const tidy = (words: string) => words.replace(/\s+/g, ' ').trim();
	const isNamed = (name: string) => {
		if (flags !== null) return new RegExp(text, flags).test(name);
		return isExact ? name === text : name.toLowerCase().includes(text.toLowerCase());
	};
	for (const element of document.querySelectorAll<HTMLElement>(selector)) {
		const label = (element as HTMLInputElement).labels?.[0];
		const named = element.getAttribute('aria-label') ?? (label ?? element).textContent ?? '';
		const isTick = label !== undefined && /^(checkbox|radio)$/.test((element as HTMLInputElement).type);
		const target = isTick ? label : element;
		if (!isNamed(tidy(named)) || !target.checkVisibility({ visibilityProperty: true })) continue;
		// away from the bars at the edges: a driver brings it just into view, behind them
		target.scrollIntoView({ block: 'center', behavior: 'instant' });
		return target;
	}
	return null;
}

function isOnScreen({ text, flags }: Wanted): boolean {
	const seen = document.body.innerText.replace(/\s+/g, ' ');
	return flags === null ? seen.includes(text) : new RegExp(text, flags).test(seen);
}

function isInRow(row: string, text: string): boolean {
	const rows = [...document.querySelectorAll<HTMLElement>('li')];
	return rows.find((one) => one.innerText.includes(row))?.innerText.includes(text) === true;
}

function isInLink(name: string, text: string): boolean {
	const links = [...document.querySelectorAll('a[href]')].map((link) => link.textContent);
	return links.some((words) => words.includes(name) && words.includes(text));
}
