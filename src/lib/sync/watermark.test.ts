import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { householdFields, newId, post, START } from '../../../tests/storage/samples.ts';
import { hash, makeProtection, makeTools } from '../../../tests/world/house.ts';
import type { AreaId, ClientId, EntryId, RecordId } from '../domain/id.ts';
import { fail } from '../domain/problem.ts';
import { encodeHlc } from './hlc.ts';
import { beginEpoch, decideHistory, describeStanding, encodeMark, isTooOld, parseMark } from './watermark.ts';
import { pushEntries } from './ward.ts';

let ward: MemoryWard;
let area: AreaId;
let cid: ClientId;
const tools = () => makeTools(makeProtection(), START, newId);

beforeEach(() => {
	ward = new MemoryWard(newId());
	area = newId();
	cid = newId();
});

let n = 0;
/** One more acceptance; answers the mark that the phone is given. */
async function push(): Promise<{ epoch: string; wm: string }> {
	n += 1;
	const e = newId<RecordId>();
	const entry = {
		id: newId<EntryId>(),
		n,
		sv: 1,
		k: 'household.create',
		e,
		bv: 0,
		t: encodeHlc(START, n, cid)
	} as const;
	const entries = [post({ ...entry, p: householdFields(area) })];
	const batch = { epoch: null, wm: null, cid, pend: 0, maxN: n, now: START, entries };
	const sender = { actor: 'phone', volunteer: 'v', areas: new Set([area]) };
	return ward.transact((tx) => pushEntries(tx, batch, sender, tools()));
}
const look = (said: { epoch: string | null; wm: string | null }) =>
	ward.transact((tx) => decideHistory(tx, said, tools()));

describe('the mark of where the ward stands', () => {
	it('HS1 says counter and head of one epoch, in 43 letters, and comes back as it went', () => {
		for (const seq of [0, 1, 255, 256, 4_294_967_296, Number.MAX_SAFE_INTEGER]) {
			const head = seq === 0 ? '' : hash(`${seq}`).slice(0, 32);
			const wm = encodeMark('e', { seq, head }, tools());
			expect(wm).toMatch(/^[A-Za-z0-9_-]{43}$/);
			expect(Buffer.from(wm, 'base64url')).toHaveLength(32);
			expect(Buffer.from(wm, 'base64url').readBigUInt64BE(0)).toBe(BigInt(seq));
			expect(parseMark('e', wm, tools())).toEqual({ seq, head: head || '0'.repeat(32) });
			expect(parseMark('another', wm, tools())).toBeNull();
		}
	});

	it('HS1 believes no mark in which a letter was changed, and none that somebody else made', () => {
		const wm = encodeMark('e', { seq: 7, head: hash('x').slice(0, 32) }, tools());
		for (let at = 0; at < 42; at++) {
			const other = wm[at] === 'A' ? 'B' : 'A';
			expect(parseMark('e', wm.slice(0, at) + other + wm.slice(at + 1), tools())).toBeNull();
		}
		const foreign = encodeMark('e', { seq: 7, head: hash('x').slice(0, 32) }, { mac: (text) => hash(text) });
		for (const odd of [foreign, '', 'A', wm.slice(1), `${wm}A`, `${wm.slice(0, 42)}!`, '7.abc', wm.slice(0, 30)])
			expect(parseMark('e', odd, tools())).toBeNull();
	});

	it('HS1 stands in every answer, and the ward finds it in its history', async () => {
		const marks = [await push(), await push(), await push()];
		const { epoch } = ward.look().ward;
		expect(marks.map(({ wm }) => parseMark(epoch, wm, tools())?.seq)).toEqual([1, 2, 3]);
		for (const mark of marks) expect(await look(mark)).toMatchObject({ isNew: false, ward: { epoch } });
		const nothing = describeStanding({ epoch, seq: 0, head: '', minSeq: 0 }, tools());
		expect((await look(nothing)).isNew).toBe(false);
		expect(ward.look().incidents).toEqual([]);
	});
});

describe('a history that was broken', () => {
	it.each([
		['a counter that the store has not reached', 9, '1'.repeat(32)],
		['another head at the same step', 2, '1'.repeat(32)],
		['another head at the last step', 3, '1'.repeat(32)],
		['no head at a step that was taken', 1, '']
	])('HS2 begins a new epoch for %s, with an incident', async (_, seq, head) => {
		for (let i = 0; i < 3; i++) await push();
		const before = ward.look();
		const { epoch } = before.ward;
		const said = { epoch, wm: encodeMark(epoch, { seq, head }, tools()) };
		const found = await look(said);
		expect(found.isNew).toBe(true);
		expect(found.ward.epoch).not.toBe(epoch);
		const { ward: state, incidents, ...rest } = ward.look();
		expect(state).toEqual({ ...before.ward, epoch: found.ward.epoch });
		expect({ ...rest, ward: before.ward, incidents: [] }).toEqual(before);
		expect(incidents).toMatchObject([
			{ kind: 'timeTravel', before: epoch, epoch: state.epoch, seq: 3, at: START, count: seq === 9 ? 6 : 0 }
		]);
		// the same phone asks again before it has heard the answer: once is enough
		expect((await look(said)).isNew).toBe(false);
		expect(ward.look().incidents).toHaveLength(1);
	});

	it('HS2 believes no forged mark, no other epoch and no silence', async () => {
		const mark = await push();
		const { epoch } = ward.look().ward;
		const ahead = { seq: 99, head: '1'.repeat(32) };
		for (const said of [
			{ epoch, wm: null },
			{ epoch: null, wm: mark.wm },
			{ epoch: 'other', wm: encodeMark('other', ahead, tools()) },
			{ epoch, wm: encodeMark('other', ahead, tools()) },
			{ epoch, wm: encodeMark(epoch, ahead, { mac: (text) => hash(text) }) },
			{ epoch, wm: 'x'.repeat(256) }
		]) {
			expect((await look(said)).isNew).toBe(false);
		}
		expect(ward.look()).toMatchObject({ ward: { epoch }, incidents: [] });
	});

	it('HS3 keeps what it found though the request is refused in the same transaction', async () => {
		await push();
		const { epoch } = ward.look().ward;
		const said = { epoch, wm: encodeMark(epoch, { seq: 5, head: '1'.repeat(32) }, tools()) };
		const refused = await ward.transact(async (tx) => {
			await decideHistory(tx, said, tools());
			return fail('net.revoked');
		});
		expect(refused.ok).toBe(false);
		expect(ward.look().ward.epoch).not.toBe(epoch);
		expect(ward.look().incidents).toHaveLength(1);
	});

	it('HS4 changes nothing but the name when a restore is declared', async () => {
		await push();
		const before = ward.look();
		const state = await ward.transact((tx) => beginEpoch(tx, { kind: 'restore', told: null }, tools()));
		expect(state).toEqual({ ...before.ward, epoch: state.epoch });
		expect(ward.look()).toEqual({ ...before, ward: state, incidents: ward.look().incidents });
		expect(ward.look().incidents).toMatchObject([{ kind: 'restore', count: null, before: before.ward.epoch }]);
		// marks of the epoch before are another history's: no second incident
		const old = { epoch: before.ward.epoch, wm: encodeMark(before.ward.epoch, { seq: 9, head: '' }, tools()) };
		expect((await look(old)).isNew).toBe(false);
	});

	it('HS6 sends a phone back to the beginning whose counter lies before what is still told', () => {
		const state = { epoch: 'e', seq: 90, head: '', minSeq: 50 };
		expect(isTooOld(state, { cur: 49 }, 49)).toBe(true);
		expect(isTooOld(state, { cur: 50 }, 0)).toBe(false);
		expect(isTooOld(state, { cur: 0 }, 0)).toBe(false);
		expect(isTooOld(state, { cur: 49, fill: { areas: [], until: 9 } }, 0)).toBe(false);
		expect(isTooOld(state, { cur: 49, ids: [] }, 0)).toBe(false);
		// page by page from the beginning, begun when the ward stood where it still tells everything
		expect(isTooOld(state, { cur: 49 }, 50)).toBe(false);
	});
});
