// A remembered proof of the audit: what was added since is proved on each look, an older copy that was put back is seen,
// and what was changed behind it is seen within a day; over both databases.

import { expect, it } from 'vitest';
import { eachFigureSite } from '../../../tests/fixtures/figure-desk.ts';
import { makeWard, type MadeWard } from '../../../tests/fixtures/made-ward.ts';
import { checkAudit } from './audit-chain.ts';
import { OPERATOR, writeAudit } from './audit.ts';
import { ProvedChains } from './proved-chains.ts';
import type { Site } from './site.ts';

const SIZES = { quarters: 1, doors: 0, people: 0, visits: 0 };
const DAY_MS = 24 * 3600_000;

async function write(site: Site, { ward }: MadeWard, lines: number): Promise<void> {
	for (let nth = 0; nth < lines; nth++)
		await site.store.transact((trx) =>
			writeAudit(trx, site, { ward, actor: OPERATOR, act: 'visit.read', reason: `lần ${nth}` })
		);
}

function rename(site: Site, { ward }: MadeWard, seq: number, name: string) {
	return site.store.db
		.updateTable('audit')
		.set({ actor_name: name })
		.where('ward_id', '=', ward)
		.where('seq', '=', seq)
		.execute();
}

eachFigureSite('proved chains', (getSite) => {
	it('proves what was added, and everything again after a day', async () => {
		const site = getSite();
		const made = await makeWard(site, 91, SIZES, false, 'Phường chuỗi');
		const chains = new ProvedChains();
		const check = (at = site) => chains.check(at, made.ward);
		await write(site, made, 5);
		const { lines } = await check();
		expect(lines).toBeGreaterThanOrEqual(5);
		await write(site, made, 3);
		expect(await check()).toEqual(await checkAudit(site.store.db, site.vault, made.ward));
		expect((await check()).lines).toBe(lines + 3);

		await write(site, made, 2);
		await rename(site, made, lines + 4, 'Ai đó');
		expect((await check()).brokenAt).toBe(lines + 4);
		expect((await check()).brokenAt, 'a second look').toBe(lines + 4);
		await rename(site, made, lines + 4, OPERATOR.name);
		expect((await check()).brokenAt).toBe(null);

		// behind the proof: the operator's check sees it at once, the page within a day
		await rename(site, made, 2, 'Ai đó');
		expect((await checkAudit(site.store.db, site.vault, made.ward)).brokenAt).toBe(2);
		expect((await check()).brokenAt).toBe(null);
		const tomorrow = { ...site, clock: () => site.clock() + DAY_MS };
		expect((await check(tomorrow)).brokenAt).toBe(2);
	});

	it('sees that the last lines were taken away, and the head with them', async () => {
		const site = getSite();
		const made = await makeWard(site, 92, SIZES, false, 'Phường lùi');
		const chains = new ProvedChains();
		await write(site, made, 4);
		const { db } = site.store;
		const { ward } = made;
		const then = await db.selectFrom('audit_head').selectAll().where('ward_id', '=', ward).executeTakeFirstOrThrow();
		await write(site, made, 3);
		expect((await chains.check(site, ward)).lines).toBe(then.seq + 3);
		await db.deleteFrom('audit').where('ward_id', '=', ward).where('seq', '>', then.seq).execute();
		expect(await chains.check(site, ward)).toMatchObject({ lines: then.seq, brokenAt: then.seq + 1 });
		// a whole older copy stands as it was written then
		await db.updateTable('audit_head').set(then).where('ward_id', '=', ward).execute();
		expect(await chains.check(site, ward)).toMatchObject({ lines: then.seq, brokenAt: null });
	});
});
