// The network, held in the hand: nothing moves unless the world says so. Requests and answers are texts in flight that
// may arrive, be lost, doubled, delayed past the caller's patience, cut, or replaced by a stranger's page.

import { fail, succeed, type ProblemCode, type Result } from '../../src/lib/domain/problem.ts';
import type { WardLink } from '../../src/lib/sync/phone-port.ts';

export const WAYS = ['push', 'pull', 'reconcile', 'digest', 'deposit', 'carry'] as const satisfies (keyof WardLink)[];
export type Way = (typeof WAYS)[number];

/** What the server makes of a text: its answer as a text, or a problem that it says. */
export type Server = (caller: number, way: Way, text: string) => Promise<Result<string>>;

interface Call {
	readonly caller: number;
	readonly way: Way;
	readonly text: string;
	/** Ends the caller's waiting; later calls are ignored, as an aborted fetch ignores what still comes. */
	settle(result: Result<unknown>): void;
	isSettled: boolean;
}

interface Flight {
	readonly call: Call;
	/** Null while the request is on its way, else what the server said. */
	readonly answer: Result<string> | null;
}

/** A link whose every question goes one way. */
export function linkBy(send: (way: Way, body: unknown) => Promise<Result<never>>): WardLink {
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

	link(caller: number): WardLink {
		const send = (way: Way, body: unknown) =>
			new Promise<Result<never>>((resolve) => {
				const call: Call = {
					caller,
					way,
					text: JSON.stringify(body),
					isSettled: false,
					settle(result) {
						call.isSettled = true;
						resolve(result as Result<never>);
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

export function say(code: ProblemCode): Result<string> {
	return fail(code);
}
