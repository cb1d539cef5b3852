// Who a phone belongs to and whether it is open, and how it comes from one phase into another: joined, unlocked, locked,
// left, erased.

import { makeId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { mustErase, waitBeforePin } from '../domain/lock.ts';
import { fail, failWith, problem, succeed, type Problem, type Result } from '../domain/problem.ts';
import { openDirectory, type Directory, type Profile, type RetireReason } from './directory.ts';
import type { UnwrittenDrafts } from './draft.ts';
import { retire, retireWhenDue, settleDirectory, sweep, takePinTurn } from './erase.ts';
import { FormerPost } from './former-post.ts';
import { Hand } from './hand.ts';
import type { JoinOffer } from './join.ts';
import { endLease } from './lease.ts';
import type { Page } from './page.ts';
import type { Phase } from './phase.ts';
import { loadJoin, loadPasskey, loadSession, type Tools } from './phone-tools.ts';
import { countWaiting, NONE_WAITING } from './sealed-db.ts';
import type { Ahead, IdleWatch, Me, Session } from './session.ts';
import { QUIET, type SyncStatus } from './sync-status.ts';
import { catchTrouble, Trouble } from './trouble.ts';
import { tryPin } from './unlock.ts';
import type { Cipher } from './vault.ts';
import { keepWhileLocked, type WhileLocked } from './while-locked.ts';

/** A phone in its phases; what else is done with it is its child's. */
export abstract class PhonePhases extends Hand {
	protected readonly tools: Tools;
	protected readonly directory: Directory;
	readonly #channel: ReturnType<Page['openChannel']>;
	readonly #listeners = new Set<() => void>();
	readonly #unwrittenDrafts: UnwrittenDrafts = new Map();
	#phase: 'starting' | 'new' | 'locked' | 'open' | (Phase & { kind: 'broken' | 'erased' }) = 'starting';
	#profile: Profile | null = null;
	#session: Session | null = null;
	#idle: IdleWatch | null = null;
	readonly #formerPost: FormerPost;
	#waitOver: ReturnType<typeof setTimeout> | undefined;
	#opening: Promise<Result<void>> | null = null;
	readonly #whileLocked: WhileLocked;

	constructor(tools: Tools) {
		super();
		this.tools = tools;
		this.directory = openDirectory(tools.engine);
		this.#formerPost = new FormerPost(this.directory, tools);
		this.#whileLocked = keepWhileLocked(tools, (met) => {
			void this.heedWard(met);
			this.tell();
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
		return { kind: 'locked', wrongPins, waitMs: waitBeforePin(wrongPins, lastWrongAt, this.tools.clock()) };
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
		return loaded.ok ? loaded.value.readInvitation(code, this.tools) : loaded;
	}

	join(offer: JoinOffer, pledgeAcceptedAt: number, pin: string): Promise<Result<void>> {
		return this.#openOnce(async () => {
			if (this.#session) throw new Error('somebody works on this phone');
			const loaded = await catchTrouble(loadJoin);
			if (!loaded.ok) return loaded;
			const joined = await loaded.value.joinWard(offer, pledgeAcceptedAt, pin, this.directory, this.tools);
			if (!joined.ok) return joined;
			const { profile, cipher } = joined.value;
			this.#unwrittenDrafts.clear();
			// Whoever was here before can be read no more since the directory was written.
			await sweep(this.directory, this.tools);
			const opened = await this.#openWith(profile, cipher);
			this.#channel.say('joined');
			return opened;
		});
	}

	unlock(pin: string): Promise<Result<void>> {
		return this.#openOnce(async () => {
			if (this.#phase === 'open') return succeed(undefined);
			const ahead = this.#prepare();
			const tried = await this.tryPin(pin);
			if (tried.ok) return this.#openWith(tried.value.profile, tried.value.cipher, ahead);
			void ahead.then((prepared) => prepared?.db.close());
			return tried;
		});
	}

	expectPin(): () => void {
		return this.tools.expectPin?.() ?? (() => undefined);
	}

	unlockByPasskey(): Promise<Result<void>> {
		return this.#openOnce(async () => {
			const opened = await catchTrouble(async () => {
				const { openByPasskey } = await loadPasskey();
				const profile = await this.directory.readCurrent();
				if (!profile || profile.retired) throw new Trouble('passkey.unavailable');
				const cipher = await openByPasskey(profile);
				await this.directory.changeCurrent((current) => ({ ...current, wrongPins: 0 }));
				return { profile: { ...profile, wrongPins: 0 }, cipher };
			});
			return opened.ok ? this.#openWith(opened.value.profile, opened.value.cipher) : opened;
		});
	}

	leave(): Promise<Result<void>> {
		return this.#forget(() => retire(this.directory, this.tools, 'left'));
	}

	/**
	 * What a round to the ward met, whoever ran it. The ward's own word that this phone has no rights any more
	 * (`net.revoked`, which the link believes from the ward alone) takes away what can be read.
	 */
	async heedWard(met: Problem | null): Promise<void> {
		if (met?.code !== 'net.revoked' || (this.#phase !== 'open' && this.#phase !== 'locked')) return;
		await this.#forget(() => retire(this.directory, this.tools, 'revoked'));
	}

	async lock(): Promise<void> {
		this.#channel.say('locked');
		await this.#lockHere();
	}

	override noteActivity(): void {
		this.#idle?.noteActivity();
	}

	async close(): Promise<void> {
		this.#listeners.clear();
		await this.#opening;
		await this.#lockHere();
		await this.#whileLocked.end();
		clearTimeout(this.#waitOver);
		this.#channel.close();
		this.directory.close();
	}

	/** Ends what was begun in the session that is over. */
	protected abstract endWithSession(): Promise<void>;

	/** Something was sealed while nothing can be read: other tabs hear of it, and it is sent. */
	protected noteSealed(): void {
		this.#channel.say('changed');
		this.#whileLocked.prompt();
	}

	async #start(): Promise<void> {
		const current = await catchTrouble(() => settleDirectory(this.directory, this.tools)).catch((error: unknown) => {
			// A bug, but not one that may leave somebody before an empty screen.
			this.#phase = { kind: 'broken', problem: problem('store.failed') };
			this.tell();
			throw error;
		});
		if (current.ok && current.value) {
			const profile = current.value;
			if (profile.retired) return this.#showErased(profile, profile.retired.reason);
			// By the time the PIN is typed it is here; should it fail, the unlock itself tries again and tells.
			void loadSession().catch(ignoreLock);
			void endLease(profile, this.tools).catch(ignoreLock);
			return this.#showLocked(profile);
		}
		this.#profile = null;
		this.#phase = current.ok ? 'new' : { kind: 'broken', problem: current.problem };
		this.tell();
	}

	/** One join or unlock at a time: a second tap waits for the first. */
	#openOnce(work: () => Promise<Result<void>>): Promise<Result<void>> {
		this.#opening ??= work().finally(() => (this.#opening = null));
		return this.#opening;
	}

	/** Who opened it and with what, or why not. A wrong one may be the last. */
	protected async tryPin(pin: string): Promise<Result<{ profile: Profile; cipher: Cipher }>> {
		const { page } = this.tools;
		const tried = await catchTrouble(() => takePinTurn(page, () => tryPin(this.directory, pin, this.tools)));
		if (!tried.ok) return tried;
		const attempt = tried.value;
		if (attempt.kind === 'opened') return succeed(attempt);
		if (attempt.kind === 'retired' || mustErase(attempt.profile.wrongPins)) {
			await this.#forget(() => retireWhenDue(this.directory, this.tools));
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

	protected async changeWraps(change: () => Promise<void>): Promise<Result<void>> {
		const changed = await catchTrouble(async () => {
			await change();
			this.#profile = await this.directory.readCurrent();
		});
		this.tell();
		return changed;
	}

	async #showErased(profile: Profile, reason: RetireReason): Promise<void> {
		const counted = await catchTrouble(() => countWaiting(profile.id, this.tools.engine));
		this.#profile = profile;
		const { sealed: waiting, lost } = counted.ok ? counted.value : NONE_WAITING;
		this.#phase = { kind: 'erased', reason, waiting, lost };
		this.#whileLocked.begin(profile);
		this.tell();
	}

	/** Locked under this profile, whose wrong PINs may make the next one wait: told again when the wait is over. */
	#showLocked(profile: Profile): void {
		this.#profile = profile;
		this.#phase = 'locked';
		clearTimeout(this.#waitOver);
		const waitMs = waitBeforePin(profile.wrongPins, profile.lastWrongAt, this.tools.clock());
		if (waitMs > 0) this.#waitOver = setTimeout(() => this.tell(), waitMs);
		this.#whileLocked.begin(profile);
		this.tell();
	}

	/** Stretching a PIN keeps a worker busy and this thread idle: time enough for all that needs no key. */
	async #prepare(): Promise<Ahead | null> {
		const profile = this.#profile;
		if (!profile) return null;
		const session = await loadSession().catch(() => null);
		return session && session.prepareSession(profile, this.tools);
	}

	async #openWith(
		profile: Profile,
		cipher: Cipher,
		preparing: Promise<Ahead | null> | null = null
	): Promise<Result<void>> {
		const onChange = () => {
			void this.heedWard(this.#session?.syncer.status.problem ?? null);
			this.tell();
		};
		const onCommit = () => this.#channel.say('changed');
		const onRound = () => {
			const link = this.#session?.link;
			if (!link) return;
			this.#formerPost.send(link, () => this.#session?.store.state ?? null).catch(ignoreLock);
		};
		const opened = await catchTrouble(async () => {
			const { openSession, watchIdle } = await loadSession();
			await this.#whileLocked.end();
			const ears = { onChange, onCommit, onRound };
			const ahead = await preparing;
			const session = await openSession(profile, cipher, this.#unwrittenDrafts, this.tools, ears, ahead);
			return { session, watchIdle };
		});
		if (!opened.ok) {
			this.#showLocked(profile);
			return failWith(opened.problem);
		}
		this.#profile = profile;
		this.#session = opened.value.session;
		this.#phase = 'open';
		this.#idle = opened.value.watchIdle(this.tools, () => void this.#lockHere());
		this.tell();
		opened.value.session.syncer.noteOpen();
		this.#formerPost.noteOpen();
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
		this.tell();
		// another tab may hold up the end of a practice, and what is sealed does not wait for that
		const ending = this.endWithSession();
		await session.close();
		if (this.#profile && this.#phase === 'locked') this.#whileLocked.begin(this.#profile);
		await ending;
	}

	protected get profile(): Profile | null {
		return this.#profile;
	}

	protected override get work(): Session | null {
		return this.#session;
	}

	protected override get isFull(): boolean {
		return this.sync.waiting >= LIMIT.openEntries;
	}

	protected override makeId<Id extends string>(): Id {
		return makeId<Id>(this.tools.clock(), this.tools.randomBytes);
	}

	protected tell(): void {
		for (const listener of [...this.#listeners]) listener();
	}
}

/** A tab that was locked meanwhile has nothing left to take in. */
function ignoreLock(error: unknown): void {
	if (!(error instanceof Trouble)) throw error;
}
