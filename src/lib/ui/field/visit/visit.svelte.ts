// What the visit screen knows: the form, the question on screen, and how the last save went. Each answer is kept as a
// draft before the next question comes; the draft goes when the visit is durable on the phone.

import type { Book } from '$lib/device/device.ts';
import type { GuideResult, GuideState } from '$lib/domain/guide.ts';
import { findGuardianState, isChildAhead, type NextBestStep } from '$lib/domain/next-step.ts';
import type { HouseholdId, PersonId } from '$lib/domain/id.ts';
import type { Person } from '$lib/domain/person.ts';
import type { Problem } from '$lib/domain/problem.ts';
import { findSharers, findTwins } from '$lib/domain/twin.ts';
import type { FieldDevice } from '../device.svelte.ts';
import { Draft } from '../person/draft.ts';
import { birthOf, type PersonForm } from '../person/form.ts';
import { checkVisitForm, encodeNewcomer, encodeVisit } from './encode.ts';
import {
	VISIT_STEPS,
	answerStep,
	chooseGuide,
	choosePerson,
	currentVisitStep,
	goBack,
	needsStep,
	nextStepOf,
	openVisitForm,
	reopenStep,
	standingOf,
	takeGuideResult,
	visitDraftKey,
	type VisitForm,
	type VisitStep
} from './form.ts';

export class VisitFlow {
	readonly household: HouseholdId;
	readonly draft: Draft<VisitForm>;
	readonly #device: FieldDevice;
	#form = $state.raw() as VisitForm;
	/** An unfinished visit about somebody else than the one asked for: the volunteer decides. */
	#other = $state.raw<VisitForm | null>(null);
	#isReady = $state(false);
	#isTouched = false;
	#isWalking = $state(false);
	#bring = $state.raw<readonly string[]>([]);
	#isSaving = $state(false);
	#isSaved = $state(false);
	#problem = $state.raw<Problem | null>(null);
	/** What was read when the save began: the summary says nothing else until it is over, and is not drawn anew for it. */
	#held = $state.raw<Book | null>(null);
	#known = $derived.by((): Person | null => {
		const { person } = this.#form;
		return person === null || person === 'new' ? null : (this.#book.people.get(person) ?? null);
	});

	constructor(device: FieldDevice, household: HouseholdId) {
		this.#device = device;
		this.household = household;
		this.draft = new Draft<VisitForm>(device, visitDraftKey(household));
		this.#form = openVisitForm(household, device.now);
	}

	get form() {
		return this.#form;
	}
	get step(): VisitStep {
		return currentVisitStep(this.#form);
	}
	/** The person in the book whom this is about; null for nobody and for somebody who is only being added. */
	get known() {
		return this.#known;
	}
	get isReady() {
		return this.#isReady;
	}
	get other() {
		return this.#other;
	}
	/** The guide that helps on, and why. */
	get nextStep(): NextBestStep {
		return nextStepOf(this.#form, this.#known, this.#guardian);
	}
	/** A child is said to stand at level 2 while nobody of the household does (feature F017). */
	get isChildAhead(): boolean {
		const birth = this.#known?.birth ?? (this.#form.added && birthOf(this.#form.added, this.#device.today));
		const state = standingOf(this.#form, this.#known);
		return birth ? isChildAhead({ birth }, state, this.#guardian, this.#device.today) : false;
	}
	/** The guide that is walked or offered: the one that was begun, that was chosen, or that is proposed. */
	get guideId(): string | null {
		return this.#form.walk?.guideId ?? this.#form.guide ?? this.nextStep.guide;
	}
	/** What to bring to an appointment that a guide of this visit proposed: for the slip. */
	get bring(): readonly string[] {
		return this.#bring;
	}
	/** The guide is on the screen. */
	get isWalking() {
		return this.#isWalking;
	}
	get isSaving() {
		return this.#isSaving;
	}
	get isSaved() {
		return this.#isSaved;
	}
	get problem() {
		return this.#problem;
	}
	get canGoBack() {
		return this.#form.path.length > 1;
	}
	/** Questions that are still open behind the one on screen, as far as can be known now. */
	get left(): number {
		return VISIT_STEPS.filter(
			(step) => step !== this.step && needsStep(step, this.#form, this.#known) && !this.#form.answered.includes(step)
		).length;
	}
	get problems() {
		return checkVisitForm(this.#form, this.#known, this.#recorder);
	}
	/** People who may be the one that is being added. */
	get twins(): Person[] {
		const { added, person } = this.#form;
		const birth = added && birthOf(added, this.#device.today);
		if (person !== 'new' || !added?.name.trim() || !birth) return [];
		const asked = { name: added.name, birth, ...(added.personalId ? { personalId: added.personalId } : {}) };
		return findTwins(this.#book.people.values(), asked);
	}
	/** Others who are called under the same number (scenario S06). */
	get sharers(): Person[] {
		const phone = this.#form.consent.phone ? (this.#form.added?.phone ?? this.#form.phone) : '';
		return findSharers(this.#book.people.values(), phone, this.#known?.id);
	}

	get #book(): Book {
		return this.#held ?? this.#device.book;
	}

	get #guardian() {
		return findGuardianState(this.#book.peopleOf(this.household), this.#device.today);
	}

	get #recorder() {
		return { volunteer: this.#device.me?.volunteer.id ?? '', today: this.#device.today, now: this.#device.now };
	}

	/** Takes an unfinished visit up again, or begins one about `asked`. */
	async open(asked: PersonId | null): Promise<void> {
		const kept = await this.draft.read();
		if (kept && asked !== null && kept.person !== asked && kept.path.length > 1) this.#other = kept;
		else if (kept) this.#takeUp(kept);
		else this.begin(asked);
		this.#isReady = true;
	}

	/** A fresh visit, about one of the household's people where one is named. */
	begin(asked: PersonId | null): void {
		this.#other = null;
		const fresh = openVisitForm(this.household, this.#device.now);
		const person = asked ? this.#device.book.people.get(asked) : undefined;
		// Nothing is answered yet, so there is nothing to keep: a visit that is left at once leaves no draft behind.
		this.#isTouched = false;
		this.#form = person?.household === this.household ? choosePerson(fresh, person) : fresh;
	}

	/** The unfinished visit about somebody else goes on. */
	goOnWithOther(): void {
		if (this.#other) this.#takeUp(this.#other);
		this.#other = null;
	}

	choose(person: Person): void {
		this.#set(choosePerson(this.#form, person));
	}

	/** Any step that leads to a form by itself (`chooseNew`, `chooseUnnamed`). */
	take(form: VisitForm): void {
		this.#set(form);
	}

	/** What is typed, before the answer is given. */
	note(changes: Partial<VisitForm>): void {
		this.#isTouched = true;
		this.#form = { ...this.#form, ...changes };
		this.draft.write(this.#form);
	}

	answer(step: VisitStep, changes: Partial<VisitForm> = {}): void {
		this.#set(answerStep(this.#form, step, changes, this.#known));
	}

	/** The person's fields are complete; a card that was read answers the question about the card, too. */
	answerPerson(added: PersonForm): void {
		const { card } = added;
		const withCard: VisitForm = {
			...this.#form,
			added,
			cardIssuedOn: added.cardIssuedOn,
			cardBy: added.cardBy,
			...(card ? { card, answered: [...this.#form.answered.filter((step) => step !== 'card'), 'card' as const] } : {})
		};
		this.#set(answerStep(withCard, 'person', {}, null));
	}

	back(): boolean {
		const before = goBack(this.#form);
		if (before && this.#isTouched) this.#set(before);
		else if (before) this.#form = before;
		return before !== null;
	}

	reopen(step: VisitStep): void {
		this.#set(reopenStep(this.#form, step));
	}

	startWalk(): void {
		this.#isWalking = true;
	}
	keepWalk(walk: GuideState, isBorrowing: boolean): void {
		this.note({ walk, isBorrowing });
	}
	/** Another guide, begun at once. */
	startGuide(guide: string): void {
		this.#set(chooseGuide(this.#form, guide));
		this.#isWalking = true;
	}
	leaveWalk(): void {
		this.#isWalking = false;
	}
	/** `follow` is a guide to go on with at once. */
	endWalk(result: GuideResult, follow: string | null): void {
		this.#isWalking = false;
		const bring = result.effects.flatMap((effect) => (effect.kind === 'appointment' ? (effect.bring ?? []) : []));
		if (bring.length > 0) this.#bring = bring;
		this.#set(takeGuideResult(this.#form, result, this.#known, this.#device.today));
		if (follow !== null) this.startGuide(follow);
	}

	/** True once everything is durable on this phone. */
	async save(): Promise<boolean> {
		if (this.#isSaving || this.problems.length > 0) return false;
		this.#isSaving = true;
		this.#held = this.#device.book;
		const { visit, changes } = encodeVisit(this.#form, this.#known, this.#recorder);
		const newcomer = encodeNewcomer(this.#form, this.#device.today);
		const result = await this.draft.complete((form) =>
			this.#device.recordVisit(visit, { changes, ...(newcomer ? { newcomer } : {}), form })
		);
		this.#problem = result.ok ? null : result.problem;
		this.#isSaving = false;
		this.#held = null;
		this.#isSaved = this.#problem === null;
		return this.#isSaved;
	}

	#takeUp(kept: VisitForm): void {
		this.#isTouched = true;
		// A draft of an older version of the app lacks what came later.
		this.#form = { ...openVisitForm(this.household, this.#device.now), ...kept };
	}

	#set(form: VisitForm): void {
		this.#isTouched = true;
		this.#form = form;
		this.#problem = null;
		this.draft.write(form);
		void this.draft.flush();
	}
}
