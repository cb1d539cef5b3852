// The desk's own correction of a person: what a form said is read and checked like what a phone sends, and written over
// the version that was on the screen.

import type { Staff } from '../domain/desk.ts';
import { fail, failWith, succeed, type ProblemCode, type Result } from '../domain/problem.ts';
import type { CorrectedField, Correction } from '../domain/request-form.ts';
import { checkChanges } from '../sync/check.ts';
import { writeFromDesk } from '../sync/erase.ts';
import type { Fields, WardRecord } from '../sync/record.ts';
import { writeAudit } from './audit.ts';
import { inWard, type KyselyWardTx } from './db/ward-store.ts';
import { readLiveRecord } from './record-view.ts';
import { makeWardTools, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

/** Writes fields of a person, a personal number in clear; `desk.changedSince` where another version stands. */
export async function writePerson(
	tx: KyselyWardTx,
	site: Site,
	staff: Staff,
	{ person, v, changes }: { readonly person: WardRecord; readonly v: number; readonly changes: Fields }
): Promise<Result<void>> {
	if (v !== person.v) return fail('desk.changedSince');
	const tools = makeWardTools(site, tx.ward, tx.now);
	const read = tools.readPayload('person.set', 1, changes);
	if (!read.ok) return read;
	const found = checkChanges('person', person.fields, read.value)[0];
	if (found) return failWith(found);
	const fields = await tools.protection.protect(read.value);
	const written = await writeFromDesk(tx, { record: person.id, v, fields }, staff, tools);
	return written ? succeed(undefined) : fail('desk.changedSince');
}

/** How it is called, for people, when what was typed is no such thing at all. */
const UNREADABLE: Readonly<Record<CorrectedField, ProblemCode>> = {
	name: 'field.tooLong',
	birth: 'field.badDay',
	phone: 'field.badPhone',
	personalId: 'card.badNumber'
};

/** Only while the visit waits for the ward; the visit itself is neither changed nor approved by it. */
export async function correctPerson(
	site: Site,
	staff: Staff,
	{ visit, v, field, value }: Correction
): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'review')) return fail('staff.notAllowed');
	if (value === '') return fail('field.required', 'value');
	const { ward } = staff;
	return inWard(site.store, ward, site.clock(), async (tx) => {
		const seen = await readLiveRecord(tx.trx, ward, 'visit', visit);
		const { state } = (seen?.fields['review'] ?? { state: 'waiting' }) as { state?: unknown };
		if (!seen || (state !== 'waiting' && state !== 'corrected')) return fail('review.notWaiting');
		const about = seen.fields['person'];
		const person = typeof about === 'string' ? await readLiveRecord(tx.trx, ward, 'person', about as never) : null;
		if (!person) return fail('field.badChoice', 'person');
		const written = await writePerson(tx, site, staff, { person, v, changes: { [field]: value } });
		if (!written.ok) return written.problem.code === 'entry.invalid' ? fail(UNREADABLE[field], 'value') : written;
		await writeAudit(tx.trx, site, { ward, actor: staff, act: 'person.correct', subject: person.id, reason: field });
		return written;
	});
}
