// The acts of a volunteer at the doors, decided on whatever work is open: that of a phone (phone.ts) or of practice
// (practice.ts). There is no second copy of them.

import type { DifficultyId, HelpId, HouseholdId, OutreachId, PersonId, VisitId } from '../domain/id.ts';
import type { OutreachDraft } from '../domain/outreach.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import type { Shift } from '../domain/shift.ts';
import type { Act } from './act.ts';
import { EMPTY_BOOK, type Book } from './book.ts';
import type { DifficultyDraft } from './difficulty.ts';
import type { HouseholdChanges, HouseholdDraft } from './household.ts';
import type { PersonChanges, PersonDraft } from './person.ts';
import type { HelpNote } from './told.ts';
import { catchTrouble, Trouble } from './trouble.ts';
import type { ReturnedChanges, VisitDraft, VisitExtras } from './visit.ts';
import type { Work } from './work.ts';

const NONE_NOTED: ReadonlyMap<HouseholdId, VisitId> = new Map();

export abstract class Hand {
	/** Null while nothing is open. */
	protected abstract get work(): Work | null;
	/** Nothing more may be saved. */
	protected abstract get isFull(): boolean;
	protected abstract makeId<Id extends string>(): Id;
	abstract noteActivity(): void;

	get book(): Book {
		return this.work?.book ?? EMPTY_BOOK;
	}

	get noted(): ReadonlyMap<HouseholdId, VisitId> {
		return this.work?.grace.noted ?? NONE_NOTED;
	}

	async createHousehold(draft: HouseholdDraft, form?: string): Promise<Result<HouseholdId>> {
		const id = this.makeId<HouseholdId>();
		return this.#save(id, ({ acts, book }) => acts.decideNewHousehold(book, id, draft), form);
	}

	async amendHousehold(id: HouseholdId, changes: HouseholdChanges, form?: string): Promise<Result<void>> {
		return this.#save(undefined, ({ acts, book }) => acts.decideHouseholdChanges(book, id, changes), form);
	}

	async addPerson(draft: PersonDraft, form?: string): Promise<Result<PersonId>> {
		const id = this.makeId<PersonId>();
		return this.#save(id, ({ acts, book, today }) => acts.decideNewPerson(book, id, draft, today), form);
	}

	async amendPerson(id: PersonId, changes: PersonChanges, form?: string): Promise<Result<void>> {
		return this.#save(undefined, ({ acts, book, today }) => acts.decidePersonChanges(book, id, changes, today), form);
	}

	async recordVisit(told: VisitDraft, extras: VisitExtras = {}): Promise<Result<VisitId>> {
		const draft = await this.#sign(told);
		const { changes = {}, newcomer, form } = extras;
		const visit = this.makeId<VisitId>();
		const person = this.makeId<PersonId>();
		return this.#save(
			visit,
			({ acts, book, today }) =>
				newcomer
					? acts.decideNewcomerVisit(book, { visit, person }, newcomer, draft, changes, today)
					: acts.decideNewVisit(book, visit, draft, changes, today),
			form
		);
	}

	async noteVisit(told: VisitDraft): Promise<Result<VisitId>> {
		const draft = await this.#sign(told);
		const id = this.makeId<VisitId>();
		const noted = this.#decide(({ acts, book, today }) => acts.decideNewVisit(book, id, draft, {}, today));
		if (!noted.ok) return noted;
		return catchTrouble(() => noted.value.work.grace.hold(id, draft));
	}

	async takeBackVisit(id: VisitId): Promise<Result<boolean>> {
		return catchTrouble(() => this.#needWork().grace.takeBack(id));
	}

	async answerReturned(visit: VisitId, changes: ReturnedChanges, form?: string): Promise<Result<void>> {
		return this.#save(undefined, ({ acts, book, today }) => acts.decideAnswer(book, visit, changes, today), form);
	}

	/** Who walks with this phone; null while it is locked or has not been read. */
	get shift(): Shift | null {
		return this.work?.shift.shift ?? null;
	}

	async changeShift(change: (shift: Shift) => Shift): Promise<Result<void>> {
		this.noteActivity();
		return catchTrouble(() => this.#needWork().shift.change(change));
	}

	async askWard(draft: DifficultyDraft, form?: string): Promise<Result<DifficultyId>> {
		const id = this.makeId<DifficultyId>();
		return this.#save(id, ({ acts, book }) => acts.decideNewDifficulty(book, id, draft), form);
	}

	async noteHelp(draft: HelpNote): Promise<Result<HelpId>> {
		const id = this.makeId<HelpId>();
		return this.#save(id, ({ acts, book }) => acts.decideNewHelp(book, id, draft), undefined);
	}

	async withdrawHelp(id: HelpId, at: number): Promise<Result<void>> {
		return this.#save(undefined, ({ acts, book }) => acts.decideHelpWithdrawal(book, id, at), undefined);
	}

	async noteEvent(draft: OutreachDraft, form?: string): Promise<Result<OutreachId>> {
		const id = this.makeId<OutreachId>();
		return this.#save(id, ({ acts, book, today }) => acts.decideNewEvent(book, id, draft, today), form);
	}

	async amendEvent(id: OutreachId, draft: OutreachDraft, form?: string): Promise<Result<void>> {
		return this.#save(undefined, ({ acts, book, today }) => acts.decideEventChanges(book, id, draft, today), form);
	}

	async withdrawEvent(id: OutreachId, at: number): Promise<Result<void>> {
		return this.#save(undefined, ({ acts, book }) => acts.decideEventWithdrawal(book, id, at), undefined);
	}

	async readDraft<Value>(key: string): Promise<Value | null> {
		return this.#needWork().drafts.read<Value>(key);
	}

	async writeDraft(key: string, value: unknown): Promise<void> {
		await this.#needWork().drafts.write(key, value);
	}

	async dropDraft(key: string): Promise<void> {
		await this.#needWork().drafts.drop(key);
	}

	/** A visit of a crew says who was at the door; whoever walks alone is named by the ward. */
	async #sign(draft: VisitDraft): Promise<VisitDraft> {
		const work = this.work;
		if (!work || draft.knocker) return draft;
		await work.shift.read();
		const knocker = work.shift.knockerAt(draft.household);
		return knocker ? { ...draft, knocker } : draft;
	}

	/** Decides on the book as it is, and writes records and entries in one transaction. */
	async #save<Value>(
		value: Value,
		decide: (work: Work) => Result<Act>,
		form: string | undefined
	): Promise<Result<Value>> {
		const decided = this.#decide(decide);
		if (!decided.ok) return decided;
		const { work, act } = decided.value;
		const saved = await catchTrouble(async () => {
			if (act.length > 0) await work.save(act, form);
			else if (form !== undefined) await work.drafts.drop(form);
		});
		return saved.ok ? succeed(value) : saved;
	}

	#decide(decide: (work: Work) => Result<Act>): Result<{ readonly work: Work; readonly act: Act }> {
		const work = this.work;
		if (!work) return fail('vault.locked');
		this.noteActivity();
		if (this.isFull) return fail('store.full');
		const act = decide(work);
		return act.ok ? succeed({ work, act: act.value }) : act;
	}

	#needWork(): Work {
		if (!this.work) throw new Trouble('vault.locked');
		return this.work;
	}
}
