// The network, held in the hand: nothing moves unless the world says so. Requests and answers are texts in flight that
// may arrive, be lost, doubled, delayed past the caller's patience, cut, or replaced by a stranger's page.

import { fail, succeed, type ProblemCode, type Result } from '../../src/lib/domain/problem.ts';
import type { Answer, WardLink } from '../../src/lib/sync/phone-port.ts';

export const WAYS = ['push', 'pull', 'reconcile', 'digest', 'deposit', 'carry'] as const satisfies (keyof WardLink)[];
export type Way = (typeof WAYS)[number];

/** What the server makes of a text: its answer as a text, or a problem that it says. `caller` is the phone's name. */
export type Server = (caller: string, way: Way, text: string) => Promise<Answer<string>>;

interface Call {
	readonly caller: string;
	readonly way: Way;
	text: string;
	/** Ends the caller's waiting; later calls are ignored, as an aborted fetch ignores what still comes. */
	settle(result: Answer<unknown>): void;
	isSettled: boolean;
}

interface Flight {
	readonly call: Call;
	/** Null while the request is on its way, else what the server said. */
	readonly answer: Answer<string> | null;
}

/** A link whose every question goes one way. */
export function linkBy(send: (way: Way, body: unknown) => Promise<Answer<never>>): WardLink {
	return Object.fromEntries(WAYS.map((way) => [way, (body: unknown) => send(way, body)])) as unknown as WardLink;
}

export class Network {
	readonly #server: Server;
	#flights: Flight[] = [];

	constructor(server: Server) {
		this.#server = server;
	}

	get count(): number {
		return this.#flights.length;
	}

	link(caller: string): WardLink {
		const send = (way: Way, body: unknown) =>
			new Promise<Answer<never>>((resolve) => {
				const call: Call = {
					caller,
					way,
					text: JSON.stringify(body),
					isSettled: false,
					settle(result) {
						call.isSettled = true;
						resolve(result as Answer<never>);
					}
				};
				this.#flights.push({ call, answer: null });
			});
		return linkBy(send);
	}

	/** The flight that the world picked moves one step; `index` counts from the oldest. */
	async deliver(index: number, isCut: boolean, isDoubled: boolean): Promise<void> {
		const flight = this.#flights[index];
		if (!flight) return;
		if (!isDoubled) this.#flights.splice(index, 1);
		const { call, answer } = flight;
		if (answer === null) {
			const text = isCut ? call.text.slice(0, Math.floor(call.text.length / 2)) : call.text;
			this.#flights.push({ call, answer: await this.#server(call.caller, call.way, text) });
		} else if (!answer.ok) call.settle(answer);
		else call.settle(readAnswer(isCut ? answer.value.slice(0, -1) : answer.value));
	}

	/** A captive portal or a proxy answers in the ward's place. */
	replace(index: number): void {
		const flight = this.#flights[index];
		if (!flight) return;
		this.#flights.splice(index, 1);
		flight.call.settle(readAnswer('<!doctype html><title>Đăng nhập Wi-Fi</title>'));
	}

	/** Somebody on the way, or the ward in a bad hour, refuses; what was asked never arrives. */
	refuse(index: number, code: ProblemCode): void {
		const flight = this.#flights[index];
		if (!flight) return;
		this.#flights.splice(index, 1);
		flight.call.settle(fail(code));
	}

	/** Bytes of the mark change on the way up, and the sender hears nothing of it; false where there is none. */
	forgeMark(index: number): boolean {
		const flight = this.#flights[index];
		if (!flight || flight.answer !== null) return false;
		const { wm, ...body } = JSON.parse(flight.call.text);
		if (typeof wm !== 'string') return false;
		flight.call.text = JSON.stringify({ ...body, wm: `____${wm.slice(4)}` });
		flight.call.settle(fail('net.timeout'));
		return true;
	}

	lose(index: number): void {
		const flight = this.#flights[index];
		if (!flight) return;
		this.#flights.splice(index, 1);
		flight.call.settle(fail('net.timeout'));
	}

	/** The caller stops waiting; the message may still arrive some day. */
	giveUp(index: number): void {
		this.#flights[index]?.call.settle(fail('net.timeout'));
	}

	isRequest(index: number): boolean {
		return this.#flights[index]?.answer === null;
	}

	/** True when the caller no longer waits for it. */
	isZombie(index: number): boolean {
		return this.#flights[index]?.call.isSettled ?? false;
	}

	/** Everybody stops waiting. */
	giveUpAll(): void {
		for (const { call } of this.#flights) call.settle(fail('net.offline'));
	}
}

/** What a true answer must be; the envelope's mark and checksum are the device's business, so any JSON object counts. */
export function readAnswer(text: string): Result<unknown> {
	try {
		return succeed(JSON.parse(text));
	} catch {
		return fail('net.notWard');
	}
}
