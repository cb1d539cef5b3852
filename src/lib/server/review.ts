// The ward's word on a visit: approve it, or send it back for one field. The rules are `domain/review.ts`; here stand
// who may say it, the audit line, and that both happen or neither.

import type { Staff } from '../domain/desk.ts';
import type { EntryId, VisitId } from '../domain/id.ts';
import { checkNote } from '../domain/note.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import type { ReviewAct } from '../domain/review.ts';
import { decideVisit } from '../sync/ward.ts';
import { writeAudit } from './audit.ts';
import { inWard } from './db/ward-store.ts';
import { makeWardTools, newId, type Site } from './site.ts';
import { isAllowed } from './staff.ts';

const FIELD_CHARS = 64;

export async function reviewVisit(
	site: Site,
	staff: Staff,
	visit: VisitId,
	v: number,
	act: Exclude<ReviewAct, { act: 'answer' }>
): Promise<Result<void>> {
	if (!isAllowed(staff.role, 'review')) return fail('staff.notAllowed');
	if (act.act === 'return') {
		if (!/^\w+$/.test(act.target.field) || act.target.field.length > FIELD_CHARS)
			return fail('field.badChoice', 'target');
		// the comment goes to a phone: what may not stand in a note may not stand in it either
		const [found] = checkNote(act.comment);
		if (found) return failWith({ ...found, at: 'comment' });
	}
	const now = site.clock();
	return inWard(site.store, staff.ward, now, async (tx) => {
		const input = { visit, v, act, entry: newId<EntryId>(site) };
		const tools = makeWardTools(site, staff.ward, now);
		const decided = await decideVisit(tx, input, { id: staff.id, name: staff.name }, tools);
		if (!decided.ok) return decided;
		await writeAudit(tx.trx, site, {
			ward: staff.ward,
			actor: staff,
			act: act.act === 'approve' ? 'visit.approve' : 'visit.return',
			subject: visit,
			reason: act.act === 'return' ? act.target.field : null
		});
		return succeed(undefined);
	});
}
