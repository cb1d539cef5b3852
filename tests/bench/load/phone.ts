// A phone as the ward hears it: its key, its signature on every request, pages down until there are no more, entries up.

import { createHash, webcrypto } from 'node:crypto';
import { makeId } from '../../../src/lib/domain/id.ts';
import { describeRequest, PROTOCOL } from '../../../src/lib/contract/version.ts';
import type { PullAnswer, PushAnswer } from '../../../src/lib/sync/entry.ts';

const PAGE = 500;
const RETRY_MS = 500;

export interface PhoneName {
	readonly ward: string;
	readonly device: string;
	readonly cid: string;
	readonly key: webcrypto.CryptoKey;
	/** A door of its area, to knock at. */
	readonly household: string;
}

/** How long each question took, and how many were refused. */
export class Times {
	readonly push: number[] = [];
	readonly pull: number[] = [];
	errors = 0;
	readonly problems = new Map<string, number>();

	fail(why: string): void {
		this.errors += 1;
		this.problems.set(why, (this.problems.get(why) ?? 0) + 1);
	}
}

const newId = () => makeId<string>(Date.now(), (count) => webcrypto.getRandomValues(new Uint8Array(count)));

export class LoadPhone {
	readonly #name: PhoneName;
	readonly #origin: string;
	#times: Times;
	#epoch: string | null = null;
	#wm: string | null = null;
	#cur = 0;
	#n = 0;
	rows = 0;

	constructor(name: PhoneName, origin: string, times: Times) {
		this.#name = name;
		this.#origin = origin;
		this.#times = times;
	}

	/** Everything that it lacks, page by page. False when it was refused. */
	async pull(): Promise<boolean> {
		for (let isMore = true; isMore;) {
			const body = { ...this.#standing(), pend: 0, cur: this.#cur, scope: null, limit: PAGE };
			const page = await this.#ask<PullAnswer>('pull', body);
			if (!page) return false;
			this.rows += page.rows.length;
			this.#cur = page.cur;
			isMore = page.more;
		}
		return true;
	}

	/** Some visits at its door. False when any of them was not taken. */
	async push(visits: number): Promise<boolean> {
		const { cid, household } = this.#name;
		const entries = Array.from({ length: visits }, () => {
			this.#n += 1;
			const t = `${Date.now().toString(16).padStart(12, '0')}-${this.#n.toString(16).padStart(4, '0')}-${cid.slice(-8)}`;
			const p = { household, seenAt: Date.now(), outcome: 'nobodyHome' };
			return { id: newId(), n: this.#n, sv: 1, k: 'visit.add', e: newId(), bv: 0, t, body: { alg: 'plain', p } };
		});
		const sum = createHash('sha256').update(JSON.stringify(entries)).digest('hex');
		const body = { ...this.#standing(), pend: visits, maxN: this.#n, entries, sum };
		const answer = await this.#ask<PushAnswer>('push', body);
		if (!answer) return false;
		const odd = answer.res.filter(({ s }) => s !== 'ok');
		for (const { s } of odd) this.#times.fail(`verdict ${s}`);
		return odd.length === 0;
	}

	/** One round of a phone, timed where the caller says. */
	async pushAndPull(visits: number, times: Times): Promise<boolean> {
		this.#times = times;
		return (await this.push(visits)) && this.pull();
	}

	#standing() {
		return { protocol: PROTOCOL, epoch: this.#epoch, wm: this.#wm, cid: this.#name.cid, now: Date.now() };
	}

	/** Asked again once where the ward says that it is busy, as a phone does; anything else counts as an error. */
	async #ask<Answer extends { epoch: string; wm: string }>(way: 'push' | 'pull', body: object): Promise<Answer | null> {
		for (let isAgain = false; ; isAgain = true) {
			const text = JSON.stringify(body);
			const begun = performance.now();
			const response = await this.#send(`/api/v1/sync/${way}`, text).catch((error: unknown) => String(error));
			if (typeof response === 'string') {
				this.#times.fail(response);
				return null;
			}
			const answer = (await response.json()) as Answer & { problem?: { code: string; retry: boolean } };
			if (response.status === 200) {
				this.#times[way].push(performance.now() - begun);
				this.#epoch = answer.epoch;
				this.#wm = answer.wm;
				return answer;
			}
			this.#times.fail(`${response.status} ${answer.problem?.code}`);
			if (isAgain || !answer.problem?.retry) return null;
			await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
		}
	}

	async #send(path: string, body: string): Promise<Response> {
		const { ward, device, key } = this.#name;
		const time = Date.now();
		const text = describeRequest('POST', path, time, createHash('sha256').update(body).digest('hex'));
		const signed = await webcrypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, Buffer.from(text));
		return fetch(this.#origin + path, {
			method: 'POST',
			body,
			headers: {
				'content-type': 'application/json',
				'accept-encoding': 'gzip, br',
				'x-ward-sync': '1',
				'x-device': `${ward}.${device}`,
				'x-device-time': String(time),
				'x-device-signature': Buffer.from(signed).toString('base64url')
			}
		});
	}
}
