// One row of a boarding house's list: somebody who lives there, their own consent, and whether the stay is registered.
// What becomes of it when it is saved: the person, and a visit about them, together.

import type { PersonDraft, VisitDraft } from '$lib/device/device.ts';
import { makeConsent, type Consent } from '$lib/domain/consent.ts';
import type { Day } from '$lib/domain/day.ts';
import type { Household } from '$lib/domain/household.ts';
import { problem, type Problem } from '$lib/domain/problem.ts';
import { checkPersonForm, encodePerson, isBlank, openPersonForm, type PersonForm } from '../person/form.ts';

export const STAYS = ['registered', 'missing', 'unclear'] as const;
/** Đã đăng ký tạm trú / chưa / không rõ. */
export type Stay = (typeof STAYS)[number];

export interface TenantRow {
	readonly form: PersonForm;
	/** Asked of this person; no other row ticks it. */
	readonly consent: Consent;
	readonly stay: Stay | null;
	/** Somebody of the same name and birth is in the book, and the person said that it is somebody else. */
	readonly isOther: boolean;
}

/** An empty row: nothing is ticked. */
export function openTenantRow(now: number): TenantRow {
	return { form: openPersonForm(), consent: makeConsent(now), stay: null, isOther: false };
}

/** Nothing was filled in or ticked. */
export function isBlankRow(row: TenantRow): boolean {
	return isBlank(row.form) && !row.consent.record && row.stay === null;
}

/** What the row still lacks, in the order of its fields. */
export function checkTenantRow({ form, consent, stay }: TenantRow, today: Day): Problem[] {
	return [
		...checkPersonForm(form, { presence: 'home', consent }, today),
		...(stay === null ? [problem('field.required', 'stay')] : []),
		...(consent.record ? [] : [problem('field.noConsent', 'consent')])
	];
}

/**
 * The person, and the visit that tells them of the duty to register: a stay that is not registered is a flag for the
 * ward police, who are asked on. Only called with a row that `checkTenantRow` let through.
 */
export function encodeTenant(
	{ form, consent, stay }: TenantRow,
	{ id, kind }: Pick<Household, 'id' | 'kind'>,
	at: { readonly today: Day; readonly now: number }
): { readonly newcomer: PersonDraft; readonly visit: VisitDraft } {
	const isMissing = stay === 'missing';
	return {
		newcomer: encodePerson({ ...form, relation: kind === 'boardingHouse' ? 'tenant' : form.relation }, at.today, {
			household: id,
			presence: 'home',
			consent
		}),
		visit: {
			household: id,
			seenAt: at.now,
			outcome: isMissing ? 'referred' : 'informed',
			presence: 'home',
			consent,
			...(isMissing
				? { flags: [{ code: 'DF-07', source: 'self' }], next: { kind: 'referral', receiver: 'wardPolice' } }
				: {})
		}
	};
}
