// A file of sealed bundles that somebody brought to the desk. Each bundle is taken as a carrier's phone would have handed
// it in (carry.ts), in a transaction of its own with its audit line: a file that breaks off in the middle is safe to
// hand in again.

import type { RescueImport, Staff } from '../domain/desk.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { writeAudit } from './audit.ts';
import { takeBundle } from './carry.ts';
import { inWard } from './db/ward-store.ts';
import { makeWardTools, type Site } from './site.ts';
import { isAllowed } from './staff.ts';
import { openAhead } from './standing.ts';
import { parseRescue } from './wire.ts';

export async function importRescue(site: Site, staff: Staff, text: string): Promise<Result<RescueImport>> {
	if (!isAllowed(staff.role, 'import')) return fail('staff.notAllowed');
	const brought = await parseRescue(text, staff.ward);
	if (!brought.ok) return brought;
	const counts = { entries: 0, taken: 0, known: 0, aside: 0 };
	for (const bundle of brought.value) {
		const now = site.clock();
		const tools = await openAhead(makeWardTools(site, staff.ward, now), bundle.entries);
		// Staff are no phone: what nobody signed whom the ward knows is counted by file, and files have their bound.
		const carrier = { ward: staff.ward, device: '', deposited: 0, actor: staff.id };
		const answer = await inWard(site.store, staff.ward, now, async (tx) => {
			const taken = await takeBundle(tx, site, bundle, carrier, tools);
			if (taken.ok)
				await writeAudit(tx.trx, site, {
					ward: staff.ward,
					actor: staff,
					act: 'rescue.import',
					subject: bundle.device,
					reason: String(bundle.entries.length)
				});
			return taken;
		});
		if (!answer.ok) return answer;
		for (const { s } of answer.value.res) {
			counts.entries++;
			counts[s === 'dup' ? 'known' : s === 'quar' ? 'aside' : 'taken']++;
		}
	}
	return succeed(counts);
}
