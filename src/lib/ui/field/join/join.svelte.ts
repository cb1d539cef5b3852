// Joining, step by step. Nothing typed is lost on the way: a code that the ward refuses stays in its field, and a pledge
// and a PIN survive a failed try.
//
//   code --look--> who --yes--> pledge --accept--> pin --> pinAgain --> making --joined--> ready --> (done)
//    ^              |                                                      |
//    +----- no -----+------------- another code (pledge, PIN kept) --------+

import type { JoinOffer } from '$lib/device/device.ts';
import { LIMIT } from '$lib/domain/limit.ts';
import { checkNewPin } from '$lib/domain/lock.ts';
import { problem, type Problem } from '$lib/domain/problem.ts';
import { formatNumber } from '../../words.ts';
import type { JoinWords } from '../../words/vi/join.ts';
import type { FieldDevice } from '../device.svelte.ts';
import { CODE_CHARS, countChars, groupCode } from './code.ts';

export const JOIN_STEPS = ['code', 'who', 'pledge', 'pin', 'pinAgain', 'making', 'ready'] as const;
export type JoinStep = (typeof JOIN_STEPS)[number];

const ASKING_STEPS = 4;

/** "Bước 2/4": the steps that ask something; waiting is none. */
export function sayStep(at: number, words: Pick<JoinWords, 'progress'>): string {
	return words.progress(formatNumber(at), formatNumber(ASKING_STEPS));
}

export type JoinDevice = Pick<FieldDevice, 'lookAtInvitation' | 'join' | 'readPersistence' | 'now'>;

export class Join {
	readonly #device: JoinDevice;
	#step = $state<JoinStep>('code');
	#isAnew = $state(false);
	#code = $state('');
	#isShort = $state(false);
	#isLooking = $state(false);
	#offer = $state.raw<JoinOffer | null>(null);
	#pledgedAt = $state<number | null>(null);
	#pin = $state('');
	#pinAgain = $state('');
	#problem = $state.raw<Problem | null>(null);
	#persistence = $state<'kept' | 'mayBeCleared' | 'unknown' | null>(null);

	constructor(device: JoinDevice) {
		this.#device = device;
	}

	get step() {
		return this.#step;
	}
	/** Somebody has joined on this phone before, and joins again: until it is done, what was there stays. */
	get isAnew() {
		return this.#isAnew;
	}
	/** The vault is open, but the person has not gone on to the app: the last step still stands. */
	get isGoingOn() {
		return this.#step === 'making' || this.#step === 'ready';
	}
	get code() {
		return this.#code;
	}
	get codeChars() {
		return countChars(this.#code);
	}
	/** The code was handed in with too few characters. */
	get isShort() {
		return this.#isShort;
	}
	get isLooking() {
		return this.#isLooking;
	}
	get offer() {
		return this.#offer;
	}
	get hasPledged() {
		return this.#pledgedAt !== null;
	}
	get pin() {
		return this.#pin;
	}
	get pinAgain() {
		return this.#pinAgain;
	}
	get problem() {
		return this.#problem;
	}
	get persistence() {
		return this.#persistence;
	}

	type(code: string): void {
		this.#code = groupCode(code);
		this.#isShort = false;
		this.#problem = null;
	}

	/** Asks the ward whose invitation it is; uses nothing up. */
	async look(): Promise<void> {
		if (this.#isLooking) return;
		this.#problem = null;
		this.#isShort = countChars(this.#code) < CODE_CHARS;
		if (this.#isShort) return;
		this.#isLooking = true;
		const answer = await this.#device.lookAtInvitation(this.#code);
		this.#isLooking = false;
		if (!answer.ok) {
			this.#problem = answer.problem;
			return;
		}
		if (this.#offer && this.#offer.volunteerName !== answer.value.volunteerName) this.#forgetPerson();
		this.#offer = answer.value;
		this.#step = 'who';
	}

	/** It is me: on to the pledge, or straight on where pledge and PIN were given before a code failed. */
	async confirm(): Promise<void> {
		this.#problem = null;
		if (!this.hasPledged) this.#step = 'pledge';
		else if (this.#pin === '' || this.#pin !== this.#pinAgain) this.#step = 'pin';
		else await this.make();
	}

	/** With a new code on a phone that has a profile: from the first step. */
	startAnew(): void {
		this.finish();
		this.#isAnew = true;
	}

	/** Back to the phone as it is. */
	stopAnew(): void {
		this.finish();
	}

	/** Not me, or another code. */
	askCode(): void {
		this.#problem = null;
		this.#step = 'code';
	}

	/** One step back, where there is one. */
	goBack(): void {
		this.#problem = null;
		if (this.#step === 'who') this.#step = 'code';
		else if (this.#step === 'pledge') this.#step = 'who';
		else if (this.#step === 'pin') this.#step = 'pledge';
		else if (this.#step === 'pinAgain') this.#step = 'pin';
	}

	pledge(): void {
		this.#pledgedAt ??= this.#device.now;
		this.#problem = null;
		this.#step = 'pin';
	}

	addDigit(digit: string): void {
		this.#problem = null;
		if (this.#step === 'pin') this.#pin = (this.#pin + digit).slice(0, LIMIT.pinMaxDigits);
		if (this.#step === 'pinAgain') this.#pinAgain = (this.#pinAgain + digit).slice(0, LIMIT.pinMaxDigits);
	}

	eraseDigit(): void {
		this.#problem = null;
		if (this.#step === 'pin') this.#pin = this.#pin.slice(0, -1);
		if (this.#step === 'pinAgain') this.#pinAgain = this.#pinAgain.slice(0, -1);
	}

	/** The first PIN is typed: on, or why not. */
	setPin(): void {
		const refused = checkNewPin(this.#pin);
		this.#pinAgain = '';
		this.#problem = refused && problem(refused);
		// a short one may go on, an easy one must not stay to be added to
		if (refused === 'pin.tooEasy') this.#pin = '';
		if (!refused) this.#step = 'pinAgain';
	}

	startPinOver(): void {
		this.#pin = '';
		this.#pinAgain = '';
		this.#problem = null;
		this.#step = 'pin';
	}

	async repeatPin(): Promise<void> {
		if (this.#pin !== this.#pinAgain) {
			this.#pinAgain = '';
			this.#problem = problem('pin.mismatch');
			return;
		}
		await this.make();
	}

	/** Uses the code and makes the vault; may be called again after a failure. */
	async make(): Promise<void> {
		if (!this.#offer || this.#pledgedAt === null || (this.#step === 'making' && !this.#problem)) return;
		this.#problem = null;
		this.#step = 'making';
		const joined = await this.#device.join(this.#offer, this.#pledgedAt, this.#pin);
		if (!joined.ok) {
			this.#problem = joined.problem;
			return;
		}
		this.#pin = '';
		this.#pinAgain = '';
		this.#step = 'ready';
		this.#persistence = await this.#device.readPersistence(true);
	}

	/** On to the app. A phone that is wiped and joins again begins at the beginning. */
	finish(): void {
		this.#step = 'code';
		this.#isAnew = false;
		this.#problem = null;
		this.#code = '';
		this.#offer = null;
		this.#forgetPerson();
	}

	#forgetPerson(): void {
		this.#pledgedAt = null;
		this.#pin = '';
		this.#pinAgain = '';
	}
}
