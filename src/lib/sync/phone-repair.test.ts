import { beforeEach, describe, expect, it } from 'vitest';
import { makePhoneHands, openPhone, scopeOf } from '../../../tests/fixtures/phone-hands.ts';
import type { PhoneDisk, PhoneTab } from '../../../tests/storage/memory-phone.ts';
import { newId, phoneRecord } from '../../../tests/storage/samples.ts';
import type { AreaId, RecordId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { bucketOf, sumAreas } from './digest.ts';
import { runRound } from './phone.ts';
import type { WardLink } from './phone-port.ts';
import type { PhoneRecord } from './record.ts';

let disk: PhoneDisk;
let tab: PhoneTab;
let area: AreaId;
let now: number;
const { save, amend, write, shown, run, row, Script } = makePhoneHands(() => ({ disk, tab, area, now }));

beforeEach(() => {
	({ disk, tab, area, now } = openPhone());
});

describe('comparing copies', () => {
	const copy = (v: number) => phoneRecord({ area, v, base: { number: `${v}` }, fields: { number: `${v}` } });
	const put = (...records: PhoneRecord[]) =>
		tab.transact(async (tx) => {
			for (const record of records) await tx.writeRecord(record);
			await tx.writeState({ epoch: 'e1', wm: 'w', cur: 5, scope: scopeOf([area]) });
		});

	it('CP1 compares once a day and after everything was read anew, not while an area is being filled', async () => {
		const held = [copy(1), copy(2), { ...copy(0), base: {} }];
		await put(...held);
		const script = new Script();
		await run(script);
		expect(script.digests).toHaveLength(1);
		expect(script.digests[0]).toMatchObject({ cur: 5, areas: sumAreas(held.slice(0, 2), [area]) });
		await run(script);
		expect(script.digests).toHaveLength(1);
		now += LIMIT.digestEveryMs;
		script.pull = ({ fill }) => (fill ? 'net.busy' : {});
		await write({ fills: [{ areas: [area], cur: 0, until: 5 }] });
		await run(script);
		expect(script.digests).toHaveLength(1);
		await write({ fills: [] });
		await run(script);
		expect(script.digests).toHaveLength(2);
		await write({ digestAt: now + 1 });
		await run(script);
		expect(script.digests).toHaveLength(3);
	});

	it('CP2 takes anew what differs, drops what the ward does not have, and leaves what waits', async () => {
		const [same, behind, ahead, extra, waits] = [copy(1), copy(1), copy(9), copy(1), copy(1)];
		const missing = newId<RecordId>();
		await put(same, behind, ahead, extra, waits);
		await save([amend(waits.id, { lane: 'mở' })]);
		const script = new Script();
		script.push = () => [];
		const there: [RecordId, number][] = [
			[same.id, 1],
			[behind.id, 2],
			[ahead.id, 3],
			[missing, 1]
		];
		script.digest = () => ({
			differ: Array.from({ length: LIMIT.digestBuckets }, (_, bucket) => ({
				area,
				bucket,
				rows: there.filter(([id]) => bucketOf(id) === bucket)
			}))
		});
		script.pull = ({ ids }) =>
			ids ? { rows: there.filter(([id]) => ids.includes(id)).map(([id, v]) => row(id, v, { number: `w${v}` })) } : {};
		expect(await run(script)).toMatchObject({ ok: true });
		expect(script.requests.at(-1)).toMatchObject({ cur: 5 });
		expect(script.requests.at(-1)!.ids!.toSorted()).toEqual([behind.id, ahead.id, missing].toSorted());
		const shownNumber = (id: RecordId) => shown(id)?.base.number;
		expect([same.id, behind.id, ahead.id, missing].map(shownNumber)).toEqual(['1', 'w2', 'w3', 'w1']);
		expect(shown(extra.id)).toBeUndefined();
		expect(shown(waits.id)).toMatchObject({ v: 0, fields: { lane: 'mở' } });
		expect(disk.look().state).toMatchObject({ cur: 5, digestAt: now });
	});

	it('CP2 drops what only an earlier history of the ward had', async () => {
		const [lost, own] = [copy(0), { ...copy(0), base: {} }];
		await put(lost, own);
		const script = new Script();
		script.digest = ({ areas }) => {
			expect(areas).toEqual(sumAreas([lost], [area]));
			return { differ: [{ area, bucket: bucketOf(lost.id), rows: [] }] };
		};
		expect(await run(script)).toMatchObject({ ok: true });
		expect(shown(lost.id)).toBeUndefined();
		expect(shown(own.id)).toBeDefined();
	});

	it('CP3 never fails a round: what could not be compared or mended is, later', async () => {
		const behind = copy(1);
		await put(behind);
		const script = new Script();
		script.digest = () => 'net.badRequest';
		expect(await run(script)).toMatchObject({ ok: true });
		await run(script);
		expect(script.digests).toHaveLength(1);
		now += LIMIT.digestAgainMs;
		script.digest = () => ({ later: [area] });
		await run(script);
		await run(script);
		expect(script.digests).toHaveLength(2);
		now += LIMIT.digestAgainMs;
		script.digest = () => ({ differ: [{ area, bucket: bucketOf(behind.id), rows: [[behind.id, 2]] }] });
		script.pull = ({ ids }) => (ids ? 'net.busy' : {});
		expect(await run(script)).toMatchObject({ ok: true });
		script.pull = ({ ids }) => (ids ? { rows: [row(behind.id, 2, {})] } : {});
		expect(await run(script)).toMatchObject({ value: { pulled: 1 } });
		expect(shown(behind.id)).toMatchObject({ v: 2 });
	});

	it('CP3 learns of another history from it, and hears no answer about the past', async () => {
		const [one] = [copy(1)];
		await put(one);
		const script = new Script();
		const stray = { differ: [{ area, bucket: bucketOf(one.id), rows: [] }] };
		const { digest } = script.link;
		const late: WardLink = {
			...script.link,
			async digest(request) {
				const answer = await digest(request);
				await disk.openTab().transact((tx) => tx.writeState({ cur: 6 }));
				return answer;
			}
		};
		script.digest = () => stray;
		await runRound(tab, late, { clock: () => now });
		expect(shown(one.id)).toEqual(one);
		script.digest = () => ({ ...stray, epoch: 'e2' });
		await run(script);
		expect(disk.look().state).toMatchObject({ epoch: 'e2', cur: 0, reconcileAfter: 0 });
		expect(shown(one.id)).toMatchObject({ v: 0 });
	});
});
