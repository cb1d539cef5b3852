import { describe, expect, it } from 'vitest';
import type { Birth } from '$lib/domain/birth.ts';
import { addDays, type Day } from '$lib/domain/day.ts';
import type { GuideResult } from '$lib/domain/guide.ts';
import type { HouseholdId, PersonId } from '$lib/domain/id.ts';
import { isScamWarning } from '$lib/domain/visit.ts';
import { CONSENT_WORDING } from '$lib/domain/consent.ts';
import { openPersonForm, takeCard } from '../person/form.ts';
import { checkVisitForm, encodeNewcomer, encodeVisit } from './encode.ts';
import {
	VISIT_STEPS,
	answerStep,
	chooseGuide,
	chooseNew,
	choosePerson,
	chooseUnnamed,
	currentVisitStep,
	goBack,
	isOverdue,
	needsReason,
	needsStep,
	nextStepOf,
	openVisitForm,
	reopenStep,
	takeGuideResult,
	toggleBarrier,
	type KnownPerson,
	type VisitForm
} from './form.ts';

const today = '2026-11-20' as Day;
const now = Date.parse('2026-11-20T12:10:00Z');
const house = 'house 12/3' as HouseholdId;
const by = { volunteer: 'khang', today, now };
const all = {
	record: true,
	phone: true,
	remind: true,
	wording: CONSENT_WORDING,
	method: 'spoken' as const,
	givenAt: now
};

const sen: KnownPerson = {
	id: 'sen' as PersonId,
	name: 'Ngô Thị Sen',
	birth: '1985-05-14' as Birth,
	sex: 'female',
	presence: 'home',
	card: 'valid',
	standing: {
		state: 'l2Approved',
		on: '2026-11-17' as Day,
		evidence: 'policeList',
		observer: 'ward',
		approvedOn: '2026-11-17' as Day
	}
};

/** Walks questions in one go; each answer is what one screen hands in. */
function answer(
	form: VisitForm,
	known: KnownPerson | null,
	answers: [Parameters<typeof answerStep>[1], Partial<VisitForm>][]
) {
	return answers.reduce((held, [step, changes]) => {
		expect(currentVisitStep(held)).toBe(step);
		return answerStep(held, step, changes, known);
	}, form);
}

const success: GuideResult = {
	guide: 'P5',
	packVersion: 1,
	ended: 'done',
	outcome: 'success',
	approvedOn: '2026-11-17' as Day,
	effects: [
		{ kind: 'ladder', state: 'l2Active', evidence: 'seenOnScreen' },
		{ kind: 'barrier', code: 'B4.1', change: 'opened' },
		{ kind: 'barrier', code: 'B4.1', change: 'closed' },
		{ kind: 'ladder', state: 'l2LoggedIn', evidence: 'seenOnScreen' }
	],
	ticks: []
};

describe('S01: the message was not noticed', () => {
	const consented = answer(choosePerson(openVisitForm(house, now), sen), sen, [
		['consent', { consent: all }],
		['card', { card: 'valid', cardIssuedOn: '2024-05-20' as Day, personalId: '000185000101', cardBy: 'scan' }],
		['standing', { state: 'l2Approved' }]
	]);

	it('leads from consent over the card and the ladder to the guide, whose last screen will be the evidence', () => {
		expect(currentVisitStep(consented)).toBe('guide');
	});

	it('has nothing more to ask after the guide, and everything to save', () => {
		const form = takeGuideResult(consented, success, sen, today);
		expect(currentVisitStep(form)).toBe('summary');
		expect(checkVisitForm(form, sen, by)).toEqual([]);
		const { visit, changes } = encodeVisit(form, sen, by);
		expect(visit).toMatchObject({
			household: house,
			person: 'sen',
			outcome: 'done',
			before: 'l2Approved',
			barriers: ['B4.1'],
			solved: ['B4.1'],
			guides: [{ guide: 'P5', packVersion: 1, ended: 'done' }],
			cardBy: 'scan'
		});
		expect(visit.standing).toMatchObject({
			state: 'l2LoggedIn',
			evidence: 'seenOnScreen',
			observer: 'khang',
			on: today,
			approvedOn: '2026-11-17'
		});
		expect(visit.next).toBeUndefined();
		expect(changes).toMatchObject({ personalId: '000185000101', cardIssuedOn: '2024-05-20', consent: all });
		expect(changes.standing).toEqual(visit.standing);
		expect(changes).not.toHaveProperty('barriers');
		expect(changes).not.toHaveProperty('presence');
	});

	it('asks how it is known, and for the day of the notice, when the guide is left for later', () => {
		const later = answerStep(consented, 'guide', { walk: null }, sen);
		expect(currentVisitStep(later)).toBe('evidence');
		const form = answerStep(later, 'evidence', { evidence: 'declared' }, sen);
		expect(currentVisitStep(form)).toBe('notice');
		const dated = answerStep(form, 'notice', { approvedOn: '2026-11-12' as Day }, sen);
		expect(isOverdue(dated, today)).toBe(true);
		expect(currentVisitStep(dated)).toBe('outcome');
	});
});

describe('S04: the son works away', () => {
	const son: KnownPerson = {
		...sen,
		id: 'nghia' as PersonId,
		presence: 'unclear',
		standing: { ...sen.standing!, state: 'hasCard' }
	};
	const form = answer(choosePerson(openVisitForm(house, now), son), son, [
		['presence', { presence: 'away' }],
		['consent', { consent: { ...all, phone: false } }],
		['standing', { state: 'hasCard' }],
		['evidence', { evidence: 'declared' }],
		['outcome', { outcome: 'notDone' }],
		['barriers', { barriers: ['B1.1'] }],
		['next', { next: { kind: 'revisit', on: '2027-01-25' as Day } }]
	]);

	it('never offers the guide to somebody who is not there', () => {
		expect(form.answered).not.toContain('guide');
		expect(needsStep('guide', { ...form, state: 'l2Approved' }, son)).toBe(false);
	});

	it('records absence and barrier, no number, and leaves the police list on the person', () => {
		const { visit, changes } = encodeVisit({ ...form, phone: '0999000099' }, son, by);
		expect(changes).toEqual({
			presence: 'away',
			consent: { ...all, phone: false },
			barriers: ['B1.1']
		});
		expect(visit).toMatchObject({ presence: 'away', next: { kind: 'revisit', on: '2027-01-25' }, outcome: 'notDone' });
	});
});

describe('S17: refuses to be written down', () => {
	it('keeps a number of people and nothing about any of them', () => {
		const begun = chooseNew(openVisitForm(house, now), { ...openPersonForm(), name: 'Hà Thị Tường' }, 'home');
		const form = answerStep(chooseUnnamed({ ...begun, leaflet: true }, 1, now), 'unnamed', {}, null);
		expect(currentVisitStep(form)).toBe('summary');
		const { visit, changes } = encodeVisit(form, null, by);
		expect(visit).toEqual({ household: house, seenAt: now, outcome: 'refused', leaflet: true, refusedCount: 1 });
		expect(changes).toEqual({});
		expect(JSON.stringify(form)).not.toContain('Tường');
		expect(encodeNewcomer(form, today)).toBeNull();
	});
});

describe('somebody new', () => {
	it('is asked for consent before anything personal, and a read card answers the card', () => {
		const form = chooseNew(openVisitForm(house, now), openPersonForm(), 'home');
		expect(currentVisitStep(form)).toBe('consent');
		const card = {
			personalId: '000185000101',
			name: 'Ngô Thị Sen',
			birth: '1985-05-14' as Birth,
			sex: 'female' as const,
			issuedOn: '2024-05-20' as Day,
			cardKind: 'chipCardOld' as const
		};
		const added = takeCard(openPersonForm(), card, 'scan', today);
		expect(added.card).toBe('valid');
		const done = answer({ ...form, added }, null, [['consent', { consent: all }]]);
		expect(encodeNewcomer({ ...done, added: { ...added, phone: '0999 000 001' } }, today)).toEqual({
			household: house,
			name: 'Ngô Thị Sen',
			birth: '1985-05-14',
			sex: 'female',
			presence: 'home',
			personalId: '000185000101',
			card: 'valid',
			cardIssuedOn: '2024-05-20',
			phone: '0999000001',
			consent: all
		});
	});

	it('may have no papers at all (S14)', () => {
		const added = { ...openPersonForm(), name: 'Ông Ba Gạo', birth: '1956', sex: 'male' as const };
		const form = answer(chooseNew(openVisitForm(house, now), added, 'home'), null, [
			['consent', { consent: all }],
			['person', {}],
			['card', { card: 'none' }],
			['standing', { state: 'noCard' }],
			['evidence', { evidence: 'declared' }],
			['guide', { walk: null }],
			['outcome', { outcome: 'notDone' }],
			['barriers', { barriers: ['B5.3'] }],
			['flags', { flags: [{ code: 'DF-08', source: 'self' }] }],
			['next', { next: { kind: 'referral', receiver: 'civilStatus' } }]
		]);
		expect(checkVisitForm(form, null, by)).toEqual([]);
		expect(encodeNewcomer(form, today)).not.toHaveProperty('personalId');
	});

	it('cannot be saved without the mandatory fields, and the step that mends each is named', () => {
		const form = { ...chooseNew(openVisitForm(house, now), openPersonForm(), 'home'), outcome: 'notDone' as const };
		expect(checkVisitForm(form, null, by).map((each) => `${each.step} ${each.problem.at}`)).toEqual([
			'consent consent',
			'person name',
			'person birth',
			'person sex'
		]);
	});
});

describe('the walk through the questions', () => {
	const form = choosePerson(openVisitForm(house, now), sen);

	it('goes back one by one and ends at the first', () => {
		expect(currentVisitStep(goBack(form)!)).toBe('who');
		expect(goBack(openVisitForm(house, now))).toBeNull();
	});

	it('comes back to the summary after one question was opened again', () => {
		const done = { ...form, answered: [...VISIT_STEPS], outcome: 'done' as const, consent: all };
		const opened = reopenStep(done, 'card');
		expect(currentVisitStep(opened)).toBe('card');
		expect(currentVisitStep(answerStep(opened, 'card', { card: 'lost' }, sen))).toBe('summary');
	});

	it('opens what hangs on a changed answer, and nothing when the answer is the same', () => {
		const done = { ...form, answered: [...VISIT_STEPS], outcome: 'notDone' as const, state: 'l2Approved' as const };
		const changed = answerStep(reopenStep(done, 'standing'), 'standing', { state: 'l2Active' }, sen);
		expect(changed.answered).not.toContain('outcome');
		const same = answerStep(reopenStep(done, 'standing'), 'standing', { state: 'l2Approved' }, sen);
		expect(same.answered).toContain('outcome');
	});

	it('asks why a jump is none of the ladder’s arrows', () => {
		const seen: KnownPerson = { ...sen, standing: { ...sen.standing!, state: 'l2LoggedIn' } };
		expect(needsReason({ state: 'hasCard' }, seen)).toBe(true);
		expect(needsReason({ state: 'l2LoggedIn' }, sen)).toBe(false);
		const jumped = {
			...form,
			state: 'hasCard' as const,
			evidence: 'declared' as const,
			consent: all,
			outcome: 'notDone' as const
		};
		expect(checkVisitForm(jumped, seen, by)).toMatchObject([
			{ step: 'evidence', problem: { code: 'field.reasonNeeded' } }
		]);
		expect(checkVisitForm({ ...jumped, reason: 'Danh sách cũ sai' }, seen, by)).toEqual([]);
	});

	it('takes three barriers and no fourth', () => {
		const three = ['B1.1', 'B2.1', 'B3.1'] as const;
		expect(toggleBarrier(three, 'B4.1')).toEqual(three);
		expect(toggleBarrier(three, 'B2.1')).toEqual(['B1.1', 'B3.1']);
		expect(toggleBarrier([], 'B4.1')).toEqual(['B4.1']);
	});

	it('asks nothing about the account of somebody who died, and flags it', () => {
		const died = answerStep(reopenStep(form, 'presence'), 'presence', { presence: 'deceased' }, sen);
		expect((['card', 'standing', 'evidence', 'outcome'] as const).some((step) => needsStep(step, died, sen))).toBe(
			false
		);
		expect(needsStep('flags', died, sen)).toBe(true);
		const { visit, changes } = encodeVisit({ ...died, consent: all }, sen, by);
		expect(visit.standing?.state).toBe('deceased');
		expect(changes.presence).toBe('deceased');
	});
});

describe('guides in a visit', () => {
	const at = (guide: string, changes: Partial<GuideResult> = {}): GuideResult => ({
		guide,
		packVersion: 2,
		ended: 'done',
		outcome: 'later',
		effects: [],
		ticks: [],
		...changes
	});
	const open = () => choosePerson(openVisitForm(house, now), sen);

	it('offers the next best step with its reason', () => {
		expect(nextStepOf(open(), sen)).toEqual({ guide: 'P5', reason: 'approved', daysLeft: 4 });
		expect(nextStepOf({ ...open(), barriers: ['B4.5'] }, sen)).toMatchObject({ guide: 'P15-forgot-password' });
	});

	it('another one may be chosen at any time, also before anybody is named (S16)', () => {
		const scam = chooseGuide(openVisitForm(house, now), 'P16-scam');
		expect(currentVisitStep(scam)).toBe('guide');
		const after = takeGuideResult(scam, at('P16-scam', { ended: 'calm' }), null, today);
		expect(currentVisitStep(after)).toBe('who');
		const unnamed = chooseUnnamed(after, 0, now);
		const { visit } = encodeVisit({ ...unnamed, path: ['summary'] }, null, by);
		expect(visit.guides).toEqual([{ guide: 'P16-scam', packVersion: 2, ended: 'calm' }]);
		expect(isScamWarning(visit)).toBe(true);
	});

	it('S16: what a scam guide settled before anybody was named stays settled, named or not', () => {
		const scam = chooseGuide(openVisitForm(house, now), 'P16-scam');
		const effects = [
			{ kind: 'referral', receiver: 'wardPolice', words: '' },
			{ kind: 'task', words: '', afterDays: 1 }
		] as const;
		const after = takeGuideResult(scam, at('P16-scam', { ended: 'calm', outcome: 'success', effects }), null, today);
		const next = { kind: 'referral', receiver: 'wardPolice', on: addDays(today, 1) };
		const named = answerStep(choosePerson(after, sen), 'standing', { state: 'l2LoggedIn' }, sen);
		expect(named).toMatchObject({ outcome: 'informed', next });
		expect(named.answered).toEqual(expect.arrayContaining(['outcome', 'next']));
		expect(chooseUnnamed(after, 0, now).next).toEqual(next);
	});

	it('a second guide adds to what the first one met, and takes away what it solved', () => {
		const first = takeGuideResult(
			open(),
			at('P5', {
				effects: [
					{ kind: 'barrier', code: 'B4.5', change: 'opened' },
					{ kind: 'barrier', code: 'B3.3', change: 'opened' },
					{ kind: 'task', words: 'lại', afterDays: 3 }
				]
			}),
			sen,
			today
		);
		const second = takeGuideResult(
			chooseGuide(first, 'P15-forgot-password'),
			at('P15-forgot-password', {
				effects: [
					{ kind: 'barrier', code: 'B4.5', change: 'closed' },
					{ kind: 'ladder', state: 'l2Active', evidence: 'seenOnScreen' }
				]
			}),
			sen,
			today
		);
		expect(second.barriers).toEqual(['B3.3']);
		expect(second.solved).toEqual(['B4.5']);
		expect(second.state).toBe('l2Active');
		expect(second.next).toEqual({ kind: 'revisit', on: '2026-11-23' });
		expect(second.guides.map((use) => use.guide)).toEqual(['P5', 'P15-forgot-password']);
	});

	it('S09: a borrowed phone keeps the visit open until it is unlinked', () => {
		const done = takeGuideResult(open(), at('P15-new-phone', { ticks: ['unlink/unlinked'] }), sen, today);
		const problems = (form: VisitForm) => checkVisitForm(form, sen, by).map((each) => each.problem.code);
		expect(problems({ ...done, consent: all, isBorrowing: true })).toContain('field.phoneBorrowed');
		expect(problems({ ...done, consent: all })).not.toContain('field.phoneBorrowed');
		expect(encodeVisit({ ...done, consent: all }, sen, by).visit.guides?.[0]?.ticks).toEqual(['unlink/unlinked']);
	});
});
