import { describe, expect, it } from 'vitest';
import type { Birth } from '$lib/domain/birth.ts';
import { makeConsent } from '$lib/domain/consent.ts';
import type { Day } from '$lib/domain/day.ts';
import type { HouseholdId, PersonId } from '$lib/domain/id.ts';
import { checkPersonForm, editPersonForm, encodePerson, isBlank, openPersonForm, writeBirth } from './form.ts';

const today = '2026-11-20' as Day;
const consent = { ...makeConsent(0), record: true, phone: true };
const form = { ...openPersonForm(), name: '  ngô  thị sen ', birth: '14/05/1985', sex: 'female' as const };
const at = (problems: readonly { at?: string }[]) => problems.map((each) => each.at);

describe('the person form', () => {
	it('asks for four fields and no more (F012)', () => {
		expect(at(checkPersonForm(openPersonForm(), { presence: null, consent: null }, today))).toEqual([
			'name',
			'birth',
			'sex',
			'presence'
		]);
		expect(checkPersonForm(form, { presence: 'home', consent: null }, today)).toEqual([]);
	});

	it('takes a birth as people write it, and says when it is none', () => {
		for (const birth of ['1985', '14/5/1985', '14051985', '1985-05-14'])
			expect(checkPersonForm({ ...form, birth }, { presence: 'home', consent: null }, today)).toEqual([]);
		expect(at(checkPersonForm({ ...form, birth: '31/02/1985' }, { presence: 'home', consent: null }, today))).toEqual([
			'birth'
		]);
		expect(writeBirth('1985-05-14' as Birth)).toBe('14/05/1985');
		expect(writeBirth('1985' as Birth)).toBe('1985');
	});

	it('writes a phone down only with its own consent', () => {
		const called = { ...form, phone: '0999 000 001' };
		expect(at(checkPersonForm(called, { presence: 'home', consent: { ...consent, phone: false } }, today))).toEqual([
			'phone'
		]);
		const about = { household: 'h' as HouseholdId, presence: 'home' as const };
		expect(encodePerson(called, today, { ...about, consent }).phone).toBe('0999000001');
		expect(encodePerson(called, today, { ...about, consent: { ...consent, phone: false } })).not.toHaveProperty(
			'phone'
		);
	});

	it('never brings a saved number back onto the screen (F028)', () => {
		const edited = editPersonForm({
			id: 'p' as PersonId,
			household: 'h' as HouseholdId,
			name: 'Ngô Thị Sen',
			birth: '1985' as Birth,
			sex: 'female',
			presence: 'home',
			personalId: '000185000101'
		});
		expect(JSON.stringify(edited)).not.toContain('000185000101');
		expect(isBlank(openPersonForm())).toBe(true);
		expect(isBlank(edited)).toBe(false);
	});

	it('keeps a name as it was told (S14) and tidies its blanks', () => {
		const about = { household: 'h' as HouseholdId, presence: 'home' as const, consent };
		expect(encodePerson(form, today, about).name).toBe('ngô thị sen');
		expect(encodePerson({ ...form, name: 'Bà Tám (bán cá)' }, today, about).name).toBe('Bà Tám (bán cá)');
	});
});
