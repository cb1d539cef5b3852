// From the visit form to what the device saves: the visit itself, and what it changes about its person.

import type { PersonChanges, PersonDraft, VisitDraft } from '$lib/device/device.ts';
import { isOfficial, type Standing } from '$lib/domain/ladder.ts';
import type { Day } from '$lib/domain/day.ts';
import type { PersonId } from '$lib/domain/id.ts';
import { checkVisit } from '$lib/domain/visit.ts';
import { isPhone } from '$lib/domain/person.ts';
import { problem, type Problem } from '$lib/domain/problem.ts';
import { checkPersonForm, encodePerson } from '../person/form.ts';
import { openBarriersOf, type KnownPerson, type VisitForm, type VisitStep } from './form.ts';

/** Who records, and when: given by the device, never made here. */
export interface Recorder {
	readonly volunteer: string;
	readonly today: Day;
	readonly now: number;
}

/** The person who is written down with the visit, or null where there is none to add. */
export function encodeNewcomer(form: VisitForm, today: Day): PersonDraft | null {
	if (form.isUnnamed || form.person !== 'new' || form.added === null) return null;
	return encodePerson(form.added, today, {
		household: form.household,
		presence: form.presence ?? 'unclear',
		consent: form.consent,
		...(form.card ? { card: form.card } : {})
	});
}

/** The visit as it is saved; a newcomer's id is the device's to give, so a visit about one names nobody. */
export function encodeVisit(
	form: VisitForm,
	known: KnownPerson | null,
	by: Recorder
): { readonly visit: VisitDraft; readonly changes: PersonChanges } {
	const note = form.note.trim();
	const base = {
		household: form.household,
		seenAt: by.now,
		outcome: form.outcome ?? 'informed',
		...(form.leaflet ? { leaflet: true } : {}),
		...(note ? { note } : {}),
		...(form.next && form.next.kind !== 'none' ? { next: form.next } : {}),
		...(form.guides.length ? { guides: form.guides } : {})
	};
	if (form.isUnnamed || form.person === null) {
		const visit = { ...base, ...(form.refusedCount > 0 ? { refusedCount: form.refusedCount } : {}) };
		return { visit, changes: {} };
	}
	const standing = encodeStanding(form, by);
	const before = known?.standing?.state;
	return {
		visit: {
			...base,
			...(form.person === 'new' ? {} : { person: form.person }),
			...(form.presence ? { presence: form.presence } : {}),
			consent: form.consent,
			...(standing ? { standing } : {}),
			...(before ? { before } : {}),
			...(form.barriers.length ? { barriers: form.barriers } : {}),
			...(form.solved.length ? { solved: form.solved } : {}),
			...(form.flags.length ? { flags: form.flags } : {}),
			...(form.cardBy ? { cardBy: form.cardBy } : {})
		},
		changes: encodeChanges(form, known, standing)
	};
}

function encodeStanding(form: VisitForm, by: Recorder): Standing | null {
	if (form.presence === 'deceased') {
		return { state: 'deceased', on: by.today, evidence: 'declared', observer: by.volunteer };
	}
	if (form.state === null || form.evidence === null) return null;
	const reason = form.reason.trim();
	return {
		state: form.state,
		on: by.today,
		evidence: form.evidence,
		observer: by.volunteer,
		...(reason ? { reason } : {}),
		...(form.approvedOn ? { approvedOn: form.approvedOn } : {})
	};
}

/** Only what the visit changes; a person who was just added holds the rest already. */
function encodeChanges(form: VisitForm, known: KnownPerson | null, standing: Standing | null): PersonChanges {
	const barriers = openBarriersOf(form, known);
	const phone = form.consent.phone ? form.phone.replace(/[\s.-]/g, '') : '';
	return {
		...(known && form.presence && form.presence !== known.presence ? { presence: form.presence } : {}),
		...(known && form.card && form.card !== known.card ? { card: form.card } : {}),
		...(known && form.cardIssuedOn && form.cardIssuedOn !== known.cardIssuedOn
			? { cardIssuedOn: form.cardIssuedOn }
			: {}),
		...(known && form.personalId ? { personalId: form.personalId } : {}),
		...(known && phone && phone !== known.phone ? { phone } : {}),
		...(known && form.consent.record && JSON.stringify(form.consent) !== JSON.stringify(known.consent)
			? { consent: form.consent }
			: {}),
		...(form.needsHomeHelp !== (known?.needsHomeHelp ?? false) ? { needsHomeHelp: form.needsHomeHelp } : {}),
		...(standing ? keepEvidence(known?.standing, standing) : {}),
		...(JSON.stringify(barriers) === JSON.stringify(known?.barriers ?? []) ? {} : { barriers })
	};
}

/** Hearsay never takes the place of what was seen or of the police list, unless it says something new. */
function keepEvidence(old: Standing | undefined, seen: Standing): PersonChanges {
	if (!old || old.state !== seen.state || !isOfficial(old.evidence) || isOfficial(seen.evidence)) {
		return { standing: seen };
	}
	return seen.approvedOn && seen.approvedOn !== old.approvedOn
		? { standing: { ...old, approvedOn: seen.approvedOn } }
		: {};
}

/** The step at which each kind of problem is mended. */
const STEP_OF: Record<string, VisitStep> = {
	outcome: 'outcome',
	consent: 'consent',
	barriers: 'barriers',
	standing: 'evidence',
	next: 'next',
	note: 'summary'
};

/** What keeps the form from being saved, each with the step that mends it. */
export function checkVisitForm(
	form: VisitForm,
	known: KnownPerson | null,
	by: Recorder
): { readonly step: VisitStep; readonly problem: Problem }[] {
	const { visit } = encodeVisit(form, known, by);
	// Any id will do: the check only asks whether the visit is about a person.
	const about = form.person === 'new' && !form.isUnnamed ? { person: 'new' as PersonId } : {};
	const found = checkVisit({ ...visit, ...about }).map((each) => ({
		step: STEP_OF[each.at ?? ''] ?? ('summary' as const),
		problem: each
	}));
	if (form.isBorrowing) found.push({ step: 'guide', problem: problem('field.phoneBorrowed', 'guide') });
	if (form.person !== 'new' && form.consent.phone && form.phone.trim() && !isPhone(form.phone)) {
		found.push({ step: 'consent', problem: problem('field.badPhone', 'phone') });
	}
	if (form.person !== 'new' || !form.added) return found;
	const own = checkPersonForm(form.added, { presence: form.presence, consent: form.consent }, by.today);
	return [...found, ...own.map((each) => ({ step: 'person' as const, problem: each }))];
}
