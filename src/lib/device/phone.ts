// One phone: its phases, and what is done with it beside the doors. `device.ts` says what screens may rely on.

import { dayAt } from '../domain/day.ts';
import type { IssuedBadge } from '../domain/badge.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import type { TakenRelay } from '../domain/relay.ts';
import type { CaptureDraft } from './capture.ts';
import type { Cargo } from './cargo.ts';
import type { Profile } from './directory.ts';
import { Hand } from './hand.ts';
import { canOfferPasskey } from './passkey-offer.ts';
import { readPersistence } from './persistence.ts';
import { PhonePhases } from './phone-phases.ts';
import { loadCapture, loadPasskey, loadRelay, loadRescue, loadSession } from './phone-tools.ts';
import type { Practice } from './practice.ts';
import type { GivenRelay, RelayDraft } from './relay.ts';
import type * as Rescue from './rescue.ts';
import type { Taken, UnsentExport } from './rescue.ts';
import { countWaiting, NONE_WAITING, type Waiting } from './sealed-db.ts';
import type { Session } from './session.ts';
import { catchTrouble } from './trouble.ts';

export class Phone extends PhonePhases {
	/** Ends with the session that it was begun in. */
	#practice: Practice | null = null;

	canOfferPasskey(): Promise<boolean> {
		return canOfferPasskey();
	}

	async addPasskey(pin: string): Promise<Result<void>> {
		const tried = await this.tryPin(pin);
		if (!tried.ok) return tried;
		return this.changeWraps(async () => {
			const { addPasskey } = await loadPasskey();
			await addPasskey(tried.value.profile, pin, this.directory, this.tools.hashPin);
		});
	}

	dropPasskey(): Promise<Result<void>> {
		return this.changeWraps(() =>
			this.directory.changeCurrent((profile) => ({
				...profile,
				wraps: profile.wraps.filter(({ by }) => by !== 'prf')
			}))
		);
	}

	countWaiting(): Promise<Result<Waiting>> {
		return catchTrouble(async () => {
			const profile = this.profile;
			return profile ? countWaiting(profile.id, this.tools.engine) : NONE_WAITING;
		});
	}

	async captureLocked(draft: CaptureDraft): Promise<Result<void>> {
		const profile = this.profile;
		if (!profile || this.phase.kind !== 'locked') return fail('vault.locked');
		const loaded = await catchTrouble(loadCapture);
		if (!loaded.ok) return loaded;
		const saved = await loaded.value.captureVisit(profile, draft, dayAt(this.tools.clock()), this.tools);
		this.noteSealed();
		return saved;
	}

	async syncNow(): Promise<Result<void>> {
		return this.work ? this.work.syncer.runNow() : fail('vault.locked');
	}

	countCargo(): Promise<Result<Cargo>> {
		return this.#rescue(async ({ countCargo }, { id }) => succeed(await countCargo(id, this.tools.engine)));
	}

	exportUnsent(): Promise<Result<UnsentExport>> {
		return this.#rescue(async ({ exportUnsent }, profile) => {
			const former = await this.directory.listFormer();
			return exportUnsent([profile, ...former.filter(({ id }) => id !== profile.id)], this.tools);
		});
	}

	takeRescue(text: string): Promise<Result<Taken>> {
		return this.#rescue(async ({ takeRescue }, profile) => {
			const taken = await takeRescue(profile, text, this.tools);
			this.work?.syncer.noteSave();
			this.tell();
			return taken;
		});
	}

	giveRelay(draft: RelayDraft): Promise<Result<GivenRelay>> {
		return this.#relay(({ giveRelay }, session) => giveRelay(draft, session, this.tools));
	}

	takeRelay(text: string): Promise<Result<TakenRelay>> {
		return this.#relay(({ takeRelay }, session) => takeRelay(text, session, this.tools));
	}

	async readBadge(): Promise<IssuedBadge | null> {
		return (await this.work?.badge.read()) ?? null;
	}

	async practise(quarter: string): Promise<Result<Practice>> {
		if (!this.work) return fail('vault.locked');
		const loaded = await catchTrouble(loadSession);
		if (!loaded.ok) return loaded;
		await this.#practice?.close();
		const names = { quarter, ward: this.me?.ward.name ?? '', volunteer: this.me?.volunteer.name ?? '' };
		const begun = await loaded.value.openPractice(names, this.tools, Hand);
		if (!begun.ok) return begun;
		this.#practice = begun.value;
		// Locked meanwhile: it was begun for nobody.
		if (!this.work) await this.endWithSession();
		return this.#practice ? begun : fail('vault.locked');
	}

	readPersistence(ask: boolean): Promise<'kept' | 'mayBeCleared' | 'unknown'> {
		return readPersistence(ask);
	}

	async #rescue<Value>(
		work: (rescue: typeof Rescue, profile: Profile) => Promise<Result<Value>>
	): Promise<Result<Value>> {
		const profile = this.profile;
		if (!profile || !this.work) return fail('vault.locked');
		const done = await catchTrouble(async () => work(await loadRescue(), profile));
		return done.ok ? done.value : done;
	}

	async #relay<Value>(
		work: (relay: Awaited<ReturnType<typeof loadRelay>>, session: Session) => Promise<Result<Value>>
	): Promise<Result<Value>> {
		const session = this.work;
		if (!session) return fail('vault.locked');
		const done = await catchTrouble(async () => work(await loadRelay(), session));
		return done.ok ? done.value : done;
	}

	protected override async endWithSession(): Promise<void> {
		const practice = this.#practice;
		this.#practice = null;
		await practice?.close();
	}
}
