// What phones hear of the ward's campaigns: counts of their own areas, while one runs, and nothing else of it.

import { expect, it } from 'vitest';
import { eachEngine, joinPhone, KHANG, type TestPhone } from '../../../tests/fixtures/ward.ts';
import { pullAnswer } from '../contract/pull.ts';
import { addDays, dayAt } from '../domain/day.ts';
import type { CampaignId } from '../domain/id.ts';
import type { Scope } from '../sync/scope.ts';

eachEngine('aims of a campaign on phones', (test) => {
	it('build 3: a phone hears the counts of its own areas, at once when they change, and no reason beside them', async () => {
		const leader = await test.desk('son');
		const areas = await leader.readAreas();
		const areaOf = (name: string) => areas.find((area) => area.name === name)!.id;
		const [third, fourth] = [areaOf('Khu phố 3'), areaOf('Khu phố 4')];
		const phone = await joinPhone(test, KHANG);
		const scopeOf = async (one: TestPhone): Promise<Scope> => (await one.pull(0)).body.scope!;
		const before = await scopeOf(phone);
		expect(before).not.toHaveProperty('campaign');

		const today = dayAt(test.now());
		const days = { from: addDays(today, -5), to: addDays(today, 5) };
		const own = { area: third, counts: { 1: 10, 2: 40 }, note: 'vì có người ở xã khác đến' };
		const other = { area: fourth, counts: { 2: 98765 }, note: 'của khu khác' };
		const write = async (id: CampaignId | null, targets = [own, other]) => {
			const written = await leader.figures.writeCampaign(id, { name: 'Đợt thử', ...days, targets });
			if (!written.ok) throw new Error(written.problem.code);
			return written.value;
		};
		const id = await write(null);
		const told = await scopeOf(phone);
		expect(told.campaign).toEqual({
			name: 'Đợt thử',
			...days,
			aims: [
				{ area: third, level: 1, count: 10 },
				{ area: third, level: 2, count: 40 }
			]
		});
		expect(told.hash).not.toBe(before.hash);
		// as the phone reads it
		const page = (await phone.pull(0)).body;
		expect(pullAnswer.parse(page).scope?.campaign).toEqual(told.campaign);
		expect(JSON.stringify(page.scope)).not.toMatch(/vì có người|của khu khác|98765/);

		await write(id, [other]);
		expect(await scopeOf(phone), 'nothing is aimed at here any more').not.toHaveProperty('campaign');
		await write(id);
		test.pass(6 * 24 * 3600_000);
		// the keys for lanes are of another week by then
		const { relayKeys: _then, hash: _asThen, ...asBefore } = before;
		const { relayKeys: _now, hash: _asNow, ...after } = await scopeOf(phone);
		expect(after, 'over').toEqual(asBefore);
	});
});
