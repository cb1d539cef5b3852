// One phone: who it belongs to, whether it is open, and what is done with it. `device.ts` says what screens may rely on.

import { dayAt } from '../domain/day.ts';
import type { IssuedBadge } from '../domain/badge.ts';
import { makeId, type Clock, type RandomBytes } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { mustErase, waitBeforePin } from '../domain/lock.ts';
import { fail, failWith, problem, succeed, type Problem, type Result } from '../domain/problem.ts';
import type { TakenRelay } from '../domain/relay.ts';
import type { CaptureDraft } from './capture.ts';
import { openDirectory, type Directory, type Profile, type RetireReason } from './directory.ts';
import type { Engine } from './door.ts';
import { countWaiting, type Waiting } from './sealed-db.ts';
import type { UnwrittenDrafts } from './draft.ts';
import { retire, retireWhenDue, settleDirectory, sweep, takePinTurn } from './erase.ts';
import { Hand } from './hand.ts';
import type { JoinOffer } from './join.ts';
import { endLease } from './lease.ts';
import type { OpenLink } from './link.ts';
import type { Page } from './page.ts';
import type { Cargo } from './cargo.ts';
import { canOfferPasskey } from './passkey-offer.ts';
import { readPersistence } from './persistence.ts';
import type { Practice } from './practice.ts';
import type { GivenRelay, RelayDraft } from './relay.ts';
import type * as Rescue from './rescue.ts';
import type { Taken, UnsentExport } from './rescue.ts';
import type { HashPin, PinWorkers } from './pin.ts';
import type { Ahead, IdleWatch, Me, Session } from './session.ts';
import { QUIET, type SyncStatus } from './sync-status.ts';
import { catchTrouble, Trouble } from './trouble.ts';
import { tryPin } from './unlock.ts';
import type { Cipher } from './vault.ts';
import { keepWhileLocked, type WhileLocked } from './while-locked.ts';

export type Phase =
	/** The stores are being opened. */
	| { readonly kind: 'starting' }
	/** This browser cannot keep anything (private mode, blocked or damaged storage). */
	| { readonly kind: 'broken'; readonly problem: Problem }
	/** Nobody has joined on this phone. */
	| { readonly kind: 'new' }
	/** Joined and closed. `waitMs` above 0: so long until another PIN may be tried. */
	| { readonly kind: 'locked'; readonly wrongPins: number; readonly waitMs: number }
	| { readonly kind: 'open' }
	/** What was on this phone can be read no more; so many entries wait, sealed to the ward, and so many were lost. */
	| { readonly kind: 'erased'; readonly reason: RetireReason; readonly waiting: number; readonly lost: number };

/** What a device takes from the world; a test hands in its own. */
export interface Tools {
	readonly clock: Clock;
	readonly randomBytes: RandomBytes;
	readonly unitRandom: () => number;
	readonly fetch: typeof fetch;
	/** Where the ward is: empty for the address that the app was opened from. */
	readonly origin: string;
	readonly engine: Engine;
	readonly hashPin: HashPin;
	/** Makes ready what the next `hashPin` needs, where that is of use. */
	readonly expectPin?: PinWorkers['expectPin'];
	readonly page: Page;
	/** Where a second copy of the sealed outbox lies; null where the browser has no such store. */
	readonly caches: CacheStorage | null;
	/** Of the app, for the ward to see who lags behind. */
	readonly appVersion?: string;
}

/**
 * The lock screen comes first; what works only on an open vault, and what is needed once in a phone's life, are loaded
 * behind it. Without network they come from the service worker's cache; before that is filled, a problem says so.
 */
const loadSession = () => import('./session.ts').catch(failToLoad);
const loadJoin = () => import('./join.ts').catch(failToLoad);
const loadRescue = () => import('./rescue.ts').catch(failToLoad);
const loadRelay = () => import('./relay.ts').catch(failToLoad);
const loadPasskey = () => import('./passkey.ts').catch(failToLoad);

const NONE_WAITING: Waiting = { sealed: 0, readable: 0, lost: 0 };

function failToLoad(cause: unknown): never {
	throw new Trouble('net.offline', cause);
}

export class Phone extends Hand {
	readonly #tools: Tools;
	readonly #directory: Directory;
	readonly #channel: ReturnType<Page['openChannel']>;
	readonly #listeners = new Set<() => void>();
	readonly #unwrittenDrafts: UnwrittenDrafts = new Map();
	#phase: 'starting' | 'new' | 'locked' | 'open' | (Phase & { kind: 'broken' | 'erased' }) = 'starting';
	#profile: Profile | null = null;
	#session: Session | null = null;
	#idle: IdleWatch | null = null;
	/** Ends with the session that it was begun in. */
	#practice: Practice | null = null;
	/** What former profiles left has not been seen off since the vault was opened. */
	#isFormerDue = false;
	#waitOver: ReturnType<typeof setTimeout> | undefined;
	#opening: Promise<Result<void>> | null = null;
	readonly #whileLocked: WhileLocked;

	constructor(tools: Tools) {
		super();
		this.#tools = tools;
		this.#directory = openDirectory(tools.engine);
		this.#whileLocked = keepWhileLocked(tools, (met) => {
			void this.heedWard(met);
			this.#tell();
		});
		this.#channel = tools.page.openChannel((word) => {
			if (word === 'changed') void this.#session?.store.refresh().catch(ignoreLock);
			else if (word === 'locked') void this.#lockHere();
			else if (this.#phase !== 'starting') void this.#lockHere().then(() => this.#start());
		});
		void this.#start();
	}

	get phase(): Phase {
		if (typeof this.#phase === 'object') return this.#phase;
		if (this.#phase !== 'locked') return { kind: this.#phase };
		const { wrongPins, lastWrongAt } = this.#profile ?? { wrongPins: 0, lastWrongAt: 0 };
		return { kind: 'locked', wrongPins, waitMs: waitBeforePin(wrongPins, lastWrongAt, this.#tools.clock()) };
	}

	get me(): Me | null {
		return this.#session?.me ?? null;
	}

	get sync(): SyncStatus {
		return this.#session?.syncer.status ?? QUIET;
	}

	/** A passkey opens this phone, too. */
	get hasPasskey(): boolean {
		return this.#profile?.wraps.some(({ by }) => by === 'prf') ?? false;
	}

	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	async lookAtInvitation(code: string): Promise<Result<JoinOffer>> {
		const loaded = await catchTrouble(loadJoin);
		return loaded.ok ? loaded.value.readInvitation(code, this.#tools) : loaded;
	}

	join(offer: JoinOffer, pledgeAcceptedAt: number, pin: string): Promise<Result<void>> {
		return this.#openOnce(async () => {
			if (this.#session) throw new Error('somebody works on this phone');
			const loaded = await catchTrouble(loadJoin);
			if (!loaded.ok) return loaded;
			const joined = await loaded.value.joinWard(offer, pledgeAcceptedAt, pin, this.#directory, this.#tools);
			if (!joined.ok) return joined;
			const { profile, cipher } = joined.value;
			this.#unwrittenDrafts.clear();
			// Whoever was here before can be read no more since the directory was written.
			await sweep(this.#directory, this.#tools);
			const opened = await this.#openWith(profile, cipher);
			this.#channel.say('joined');
			return opened;
		});
	}

	unlock(pin: string): Promise<Result<void>> {
		return this.#openOnce(async () => {
			if (this.#phase === 'open') return succeed(undefined);
			const ahead = this.#prepare();
			const tried = await this.#tryPin(pin);
			if (tried.ok) return this.#openWith(tried.value.profile, tried.value.cipher, ahead);
			void ahead.then((prepared) => prepared?.db.close());
			return tried;
		});
	}

	expectPin(): () => void {
		return this.#tools.expectPin?.() ?? (() => undefined);
	}

	unlockByPasskey(): Promise<Result<void>> {
		return this.#openOnce(async () => {
			const opened = await catchTrouble(async () => {
				const { openByPasskey } = await loadPasskey();
				const profile = await this.#directory.readCurrent();
				if (!profile || profile.retired) throw new Trouble('passkey.unavailable');
				const cipher = await openByPasskey(profile);
				await this.#directory.changeCurrent((current) => ({ ...current, wrongPins: 0 }));
				return { profile: { ...profile, wrongPins: 0 }, cipher };
			});
			return opened.ok ? this.#openWith(opened.value.profile, opened.value.cipher) : opened;
		});
	}

	canOfferPasskey(): Promise<boolean> {
		return canOfferPasskey();
	}

	async addPasskey(pin: string): Promise<Result<void>> {
		const tried = await this.#tryPin(pin);
		if (!tried.ok) return tried;
		return this.#changeWraps(async () => {
			const { addPasskey } = await loadPasskey();
			await addPasskey(tried.value.profile, pin, this.#directory, this.#tools.hashPin);
		});
	}

	dropPasskey(): Promise<Result<void>> {
		return this.#changeWraps(() =>
			this.#directory.changeCurrent((profile) => ({
				...profile,
				wraps: profile.wraps.filter(({ by }) => by !== 'prf')
			}))
		);
	}

	countWaiting(): Promise<Result<Waiting>> {
		return catchTrouble(async () => {
			const profile = this.#profile;
			return profile ? countWaiting(profile.id, this.#tools.engine) : NONE_WAITING;
		});
	}

	leave(): Promise<Result<void>> {
		return this.#forget(() => retire(this.#directory, this.#tools, 'left'));
	}

	/**
	 * What a round to the ward met, whoever ran it. The ward's own word that this phone has no rights any more
	 * (`net.revoked`, which the link believes from the ward alone) takes away what can be read.
	 */
	async heedWard(met: Problem | null): Promise<void> {
		if (met?.code !== 'net.revoked' || (this.#phase !== 'open' && this.#phase !== 'locked')) return;
		await this.#forget(() => retire(this.#directory, this.#tools, 'revoked'));
	}

	async lock(): Promise<void> {
		this.#channel.say('locked');
		await this.#lockHere();
	}

	override noteActivity(): void {
		this.#idle?.noteActivity();
	}

	async captureLocked(draft: CaptureDraft): Promise<Result<void>> {
		const profile = this.#profile;
		if (!profile || this.#phase !== 'locked') return fail('vault.locked');
		const loaded = await catchTrouble(() => import('./capture.ts').catch(failToLoad));
		if (!loaded.ok) return loaded;
		const saved = await loaded.value.captureVisit(profile, draft, dayAt(this.#tools.clock()), this.#tools);
		this.#channel.say('changed');
		this.#whileLocked.prompt();
		return saved;
	}

	async syncNow(): Promise<Result<void>> {
		return this.#session ? this.#session.syncer.runNow() : fail('vault.locked');
	}

	countCargo(): Promise<Result<Cargo>> {
		return this.#rescue(async ({ countCargo }, { id }) => succeed(await countCargo(id, this.#tools.engine)));
	}

	exportUnsent(): Promise<Result<UnsentExport>> {
		return this.#rescue(async ({ exportUnsent }, profile) => {
			const former = await this.#directory.listFormer();
			return exportUnsent([profile, ...former.filter(({ id }) => id !== profile.id)], this.#tools);
		});
	}

	takeRescue(text: string): Promise<Result<Taken>> {
		return this.#rescue(async ({ takeRescue }, profile) => {
			const taken = await takeRescue(profile, text, this.#tools);
			this.#session?.syncer.noteSave();
			this.#tell();
			return taken;
		});
	}

	giveRelay(draft: RelayDraft): Promise<Result<GivenRelay>> {
		return this.#relay(({ giveRelay }, session) => giveRelay(draft, session, this.#tools));
	}

	takeRelay(text: string): Promise<Result<TakenRelay>> {
		return this.#relay(({ takeRelay }, session) => takeRelay(text, session, this.#tools));
	}

	async readBadge(): Promise<IssuedBadge | null> {
		return (await this.#session?.badge.read()) ?? null;
	}

	async practise(quarter: string): Promise<Result<Practice>> {
		if (!this.#session) return fail('vault.locked');
		const loaded = await catchTrouble(loadSession);
		if (!loaded.ok) return loaded;
		await this.#practice?.close();
		const names = { quarter, ward: this.me?.ward.name ?? '', volunteer: this.me?.volunteer.name ?? '' };
		const begun = await loaded.value.openPractice(names, this.#tools, Hand);
		if (!begun.ok) return begun;
		this.#practice = begun.value;
		// Locked meanwhile: it was begun for nobody.
		if (!this.#session) await this.#endPractice();
		return this.#practice ? begun : fail('vault.locked');
	}

	readPersistence(ask: boolean): Promise<'kept' | 'mayBeCleared' | 'unknown'> {
		return readPersistence(ask);
	}

	async close(): Promise<void> {
		this.#listeners.clear();
		await this.#opening;
		await this.#lockHere();
		await this.#whileLocked.end();
		clearTimeout(this.#waitOver);
		this.#channel.close();
		this.#directory.close();
	}

	async #start(): Promise<void> {
		const current = await catchTrouble(() => settleDirectory(this.#directory, this.#tools)).catch((error: unknown) => {
			// A bug, but not one that may leave somebody before an empty screen.
			this.#phase = { kind: 'broken', problem: problem('store.failed') };
			this.#tell();
			throw error;
		});
		if (current.ok && current.value) {
			const profile = current.value;
			if (profile.retired) return this.#showErased(profile, profile.retired.reason);
			// By the time the PIN is typed it is here; should it fail, the unlock itself tries again and tells.
			void loadSession().catch(ignoreLock);
			void endLease(profile, this.#tools).catch(ignoreLock);
			return this.#showLocked(profile);
		}
		this.#profile = null;
		this.#phase = current.ok ? 'new' : { kind: 'broken', problem: current.problem };
		this.#tell();
	}

	/** One join or unlock at a time: a second tap waits for the first. */
	#openOnce(work: () => Promise<Result<void>>): Promise<Result<void>> {
		this.#opening ??= work().finally(() => (this.#opening = null));
		return this.#opening;
	}

	/** Who opened it and with what, or why not. A wrong one may be the last. */
	async #tryPin(pin: string): Promise<Result<{ profile: Profile; cipher: Cipher }>> {
		const { page } = this.#tools;
		const tried = await catchTrouble(() => takePinTurn(page, () => tryPin(this.#directory, pin, this.#tools)));
		if (!tried.ok) return tried;
		const attempt = tried.value;
		if (attempt.kind === 'opened') return succeed(attempt);
		if (attempt.kind === 'retired' || mustErase(attempt.profile.wrongPins)) {
			await this.#forget(() => retireWhenDue(this.#directory, this.#tools));
			return fail('pin.wrong', 'pin');
		}
		if (!this.#session) this.#showLocked(attempt.profile);
		return fail(attempt.kind === 'wait' ? 'pin.wait' : 'pin.wrong', 'pin', attempt.waitMs);
	}

	/** Locks, takes the wraps away, then the bytes, in all tabs; ends with what stands in the directory. */
	async #forget(takeWraps: () => Promise<void>): Promise<Result<void>> {
		const closing = this.#lockHere();
		const taken = await catchTrouble(takeWraps);
		await closing;
		await this.#whileLocked.end();
		if (taken.ok) this.#unwrittenDrafts.clear();
		this.#channel.say('retired');
		await this.#start();
		return taken;
	}

	async #changeWraps(change: () => Promise<void>): Promise<Result<void>> {
		const changed = await catchTrouble(async () => {
			await change();
			this.#profile = await this.#directory.readCurrent();
		});
		this.#tell();
		return changed;
	}

	async #showErased(profile: Profile, reason: RetireReason): Promise<void> {
		const counted = await catchTrouble(() => countWaiting(profile.id, this.#tools.engine));
		this.#profile = profile;
		const { sealed: waiting, lost } = counted.ok ? counted.value : NONE_WAITING;
		this.#phase = { kind: 'erased', reason, waiting, lost };
		this.#whileLocked.begin(profile);
		this.#tell();
	}

	/**
	 * What former profiles of this phone left sealed goes to the ward by whatever way there is, once more if it was lost, and
	 * what they carried. Where the way was only out of reach, the next good round tries again.
	 */
	async #sendFormer(link: OpenLink): Promise<void> {
		if (!this.#isFormerDue) return;
		this.#isFormerDue = false;
		const all = await this.#directory.listFormer();
		if (all.length === 0) return;
		const { deliverCargo, sendFormer } = await import('./courier.ts').catch(failToLoad);
		for (const former of all) {
			const state = this.#session?.store.state;
			const done = [
				...(state ? [await deliverCargo(former.id, state, link, this.#tools)] : []),
				await sendFormer(former, link, this.#tools)
			];
			if (done.some((one) => !one.ok && one.problem.retry)) this.#isFormerDue = true;
		}
	}

	/** Locked under this profile, whose wrong PINs may make the next one wait: told again when the wait is over. */
	#showLocked(profile: Profile): void {
		this.#profile = profile;
		this.#phase = 'locked';
		clearTimeout(this.#waitOver);
		const waitMs = waitBeforePin(profile.wrongPins, profile.lastWrongAt, this.#tools.clock());
		if (waitMs > 0) this.#waitOver = setTimeout(() => this.#tell(), waitMs);
		this.#whileLocked.begin(profile);
		this.#tell();
	}

	/** Stretching a PIN keeps a worker busy and this thread idle: time enough for all that needs no key. */
	async #prepare(): Promise<Ahead | null> {
		const profile = this.#profile;
		if (!profile) return null;
		const session = await loadSession().catch(() => null);
		return session && session.prepareSession(profile, this.#tools);
	}

	async #openWith(
		profile: Profile,
		cipher: Cipher,
		preparing: Promise<Ahead | null> | null = null
	): Promise<Result<void>> {
		const onChange = () => {
			void this.heedWard(this.#session?.syncer.status.problem ?? null);
			this.#tell();
		};
		const onCommit = () => this.#channel.say('changed');
		const onRound = () => {
			const link = this.#session?.link;
			if (!link) return;
			this.#sendFormer(link).catch((error: unknown) => {
				this.#isFormerDue = true;
				ignoreLock(error);
			});
		};
		const opened = await catchTrouble(async () => {
			const { openSession, watchIdle } = await loadSession();
			await this.#whileLocked.end();
			const ears = { onChange, onCommit, onRound };
			const ahead = await preparing;
			const session = await openSession(profile, cipher, this.#unwrittenDrafts, this.#tools, ears, ahead);
			return { session, watchIdle };
		});
		if (!opened.ok) {
			this.#showLocked(profile);
			return failWith(opened.problem);
		}
		this.#profile = profile;
		this.#session = opened.value.session;
		this.#phase = 'open';
		this.#idle = opened.value.watchIdle(this.#tools, () => void this.#lockHere());
		this.#tell();
		opened.value.session.syncer.noteOpen();
		this.#isFormerDue = true;
		onRound();
		return succeed(undefined);
	}

	async #lockHere(): Promise<void> {
		const session = this.#session;
		if (!session) return;
		this.#idle?.close();
		this.#idle = null;
		this.#session = null;
		this.#phase = 'locked';
		this.#tell();
		// another tab may hold up the end of a practice, and what is sealed does not wait for that
		const ending = this.#endPractice();
		await session.close();
		if (this.#profile && this.#phase === 'locked') this.#whileLocked.begin(this.#profile);
		await ending;
	}

	async #rescue<Value>(
		work: (rescue: typeof Rescue, profile: Profile) => Promise<Result<Value>>
	): Promise<Result<Value>> {
		const profile = this.#profile;
		if (!profile || !this.#session) return fail('vault.locked');
		const done = await catchTrouble(async () => work(await loadRescue(), profile));
		return done.ok ? done.value : done;
	}

	async #relay<Value>(
		work: (relay: Awaited<ReturnType<typeof loadRelay>>, session: Session) => Promise<Result<Value>>
	): Promise<Result<Value>> {
		const session = this.#session;
		if (!session) return fail('vault.locked');
		const done = await catchTrouble(async () => work(await loadRelay(), session));
		return done.ok ? done.value : done;
	}

	protected override get work(): Session | null {
		return this.#session;
	}

	protected override get isFull(): boolean {
		return this.sync.waiting >= LIMIT.openEntries;
	}

	protected override makeId<Id extends string>(): Id {
		return makeId<Id>(this.#tools.clock(), this.#tools.randomBytes);
	}

	async #endPractice(): Promise<void> {
		const practice = this.#practice;
		this.#practice = null;
		await practice?.close();
	}

	#tell(): void {
		for (const listener of [...this.#listeners]) listener();
	}
}

/** A tab that was locked meanwhile has nothing left to take in. */
function ignoreLock(error: unknown): void {
	if (!(error instanceof Trouble)) throw error;
}
