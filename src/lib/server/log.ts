// Log lines hold names of errors, codes, ids and places in our code; never a message, which may quote what somebody typed.
// One line is one JSON object, so that a program reads them and nothing that was sent to us can begin a line of its own.

import type { Clock } from '../domain/id.ts';
import { isId } from '../domain/id.ts';
import { wallClock } from './ward.ts';

const FRAMES = 5;
const MINUTE_MS = 60_000;
/** More refusals of a minute are counted in the next line: whoever is refused must not fill the disk. */
const REFUSALS_PER_MINUTE = 60;

type Word = string | number | null | readonly string[];

/** One line: when, in UTC, what happened, and what belongs to it. */
export function writeLine(event: string, words: Readonly<Record<string, Word>>, clock: Clock = wallClock): string {
	return JSON.stringify({ at: new Date(clock()).toISOString(), event, ...words });
}

/** About a bug or trouble: kind, code, route, and where it was thrown. */
export function describeError(error: unknown, route: string | null): string {
	return writeLine('error', { route, ...describe(error) });
}

function describe(error: unknown): Record<string, Word> {
	if (!(error instanceof Error)) return { name: typeof error };
	const chain: string[] = [];
	for (let cause: unknown = error.cause; cause !== undefined && chain.length < FRAMES;)
		if (cause instanceof Error) {
			chain.push(`${cause.name}${codeOf(cause) ? ` ${codeOf(cause)}` : ''}`);
			cause = cause.cause;
		} else {
			chain.push(typeof cause);
			break;
		}
	// a message may have lines that look like places in our code
	const frames = (error.stack ?? '')
		.replace(error.message, '')
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.slice(0, FRAMES)
		.map((line) => line.trim());
	return { name: error.name, code: codeOf(error), frames, ...(chain.length > 0 ? { causes: chain } : {}) };
}

function codeOf(error: Error): string | null {
	return 'code' in error && typeof error.code === 'string' ? error.code : null;
}

export interface Refusal {
	/** The pattern of the address, never the address itself: that may hold an id. */
	readonly route: string | null;
	readonly method: string;
	readonly status: number;
	/** Who is signed in; null for nobody. */
	readonly staff: string | null;
	/** `ward.device`, as the request says of itself, whether or not its signature was right. */
	readonly device: string | null;
}

const REFUSED: readonly number[] = [401, 403, 413, 426, 429, 431];

/** Says each refusal, a flood of them as a number. */
export class RefusalLog {
	readonly #say: (line: string) => void;
	readonly #clock: Clock;
	#minute = 0;
	#count = 0;

	constructor(say: (line: string) => void, clock: Clock = wallClock) {
		this.#say = say;
		this.#clock = clock;
	}

	note({ route, method, status, staff, device }: Refusal): void {
		if (!REFUSED.includes(status)) return;
		const minute = Math.floor(this.#clock() / MINUTE_MS);
		if (minute !== this.#minute) this.#turn(minute);
		this.#count += 1;
		if (this.#count > REFUSALS_PER_MINUTE) return;
		const [ward = '', phone = ''] = (device ?? '').split('.');
		const claimed = isId(ward) && isId(phone) ? `${ward}.${phone}` : null;
		this.#say(writeLine('refused', { route, method, status, staff, device: claimed }, this.#clock));
	}

	#turn(minute: number): void {
		const left = this.#count - REFUSALS_PER_MINUTE;
		if (left > 0) this.#say(writeLine('refusedMore', { count: left }, this.#clock));
		this.#minute = minute;
		this.#count = 0;
	}
}
