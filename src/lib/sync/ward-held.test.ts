import { beforeEach, describe, expect, it } from 'vitest';
import { CONSENT, makeWardHands, openWard } from '../../../tests/fixtures/ward-hands.ts';
import type { MemoryWard } from '../../../tests/storage/memory-ward.ts';
import { householdFields, newId, START } from '../../../tests/storage/samples.ts';
import type { AreaId, ClientId, RecordId } from '../domain/id.ts';
import type { Sender } from './ward-port.ts';

let ward: MemoryWard;
let area: AreaId;
let sender: Sender;
let cid: ClientId;
let n: number;
let now: number;
const { entry, push, door, person, visit, read, odd } = makeWardHands(
	() => ({ ward, area, sender, cid, n, now }),
	() => (n += 1)
);

beforeEach(() => {
	({ ward, area, sender, cid, n, now } = openWard());
});

describe('the ward takes entries', () => {
	it('WD5 holds what comes before its door, and lets it land with it', async () => {
		const home = door();
		const grandma = person(home.e);
		const call = visit(home.e, { person: grandma.e, consent: CONSENT });
		const amended = entry('person.set', grandma.e, { card: 'lost' });
		const early = await push([call, amended, grandma]);
		expect(early.map(({ s, why }) => [s, why])).toEqual(Array(3).fill(['held', 'entry.missingParent']));
		expect(ward.look().records).toEqual([]);
		const [verdict] = await push([home]);
		expect(verdict).toMatchObject({ s: 'ok', v: 1 });
		expect(ward.look().asides).toEqual([]);
		expect(read(grandma.e)?.fields).toMatchObject({ card: 'lost' });
		expect(read(call.e)?.fields).toMatchObject({
			person: grandma.e,
			by: sender.volunteer,
			review: { state: 'waiting' }
		});
		const again = await push([grandma, amended, call]);
		expect(again.map(({ s, v, why }) => [s, v, why])).toEqual([
			['dup', 1, undefined],
			['dup', 1, undefined],
			['dup', 2, undefined]
		]);
	});

	it('WD5 holds a visit whose door is there for the person who is not', async () => {
		const home = door();
		const grandma = person(home.e);
		const call = visit(home.e, { person: grandma.e, consent: CONSENT });
		expect((await push([home, call]))[1]).toMatchObject({ s: 'held', why: 'entry.missingParent' });
		now += 60_000;
		await push([grandma]);
		expect(read(call.e)?.v).toBe(1);
		// It came when it came, whenever it landed.
		const kept = ward.look().entries.find((one) => one.entry.id === call.id);
		expect(kept).toMatchObject({ receivedAt: START, verdict: { s: 'ok', seq: 4 } });
	});

	it('WD5 lets what was held land in the order in which it was written', async () => {
		const home = door();
		const grandma = person(home.e);
		const first = entry('person.set', grandma.e, { name: 'Người Thử Hai' });
		const second = entry('person.set', grandma.e, { name: 'Người Thử Ba' });
		await push([second]);
		await push([first]);
		await push([home, grandma]);
		expect(read(grandma.e)?.fields.name).toBe('Người Thử Ba');
		expect(ward.look().conflicts).toEqual([]);
	});

	it('WD5 answers with the landing when both come in one batch, the child first', async () => {
		const call = visit(newId());
		const home = entry('household.create', call.p.household as RecordId, householdFields(area));
		const res = await push([call, home]);
		expect(res.map(({ id, s, v }) => [id, s, v])).toEqual([
			[call.id, 'ok', 1],
			[home.id, 'ok', 1]
		]);
		expect(ward.look().changes.map(({ entry, record }) => [entry, record])).toEqual([
			[call.id, null],
			[home.id, home.e],
			[call.id, call.e]
		]);
	});

	it('WD5 keeps aside what turns out odd when it lands', async () => {
		const [home, other] = [door(), door()];
		const stranger = person(other.e);
		await push([other, stranger]);
		const call = visit(home.e, { person: stranger.e, consent: CONSENT });
		expect((await push([call]))[0]?.s).toBe('held');
		await push([home]);
		expect(odd()).toMatchObject([{ why: 'entry.invalid', entry: { id: call.id } }]);
		expect(odd()[0]?.entry).not.toHaveProperty('sender');
	});

	it('WD5 keeps aside what names a parent of the wrong kind', async () => {
		const home = door();
		const grandma = person(home.e);
		const res = await push([home, grandma, person(grandma.e), visit(grandma.e)]);
		expect(res.map(({ s, why }) => [s, why]).slice(2)).toEqual(Array(2).fill(['quar', 'entry.invalid']));
	});

	it('WD21 lets somebody of the same door help, waits for whoever has not arrived, and keeps any other aside', async () => {
		const [home, other] = [door(), door()];
		const [grandma, boy, neighbour] = [person(home.e), person(home.e), person(other.e)];
		const helps = (buddy: RecordId | null, bv = 1) => entry('person.set', grandma.e, { buddy }, { bv });
		const first = helps(boy.e);
		expect((await push([home, other, grandma, neighbour, first])).at(-1)).toMatchObject({
			s: 'held',
			why: 'entry.missingParent'
		});
		await push([boy]);
		expect(read(grandma.e)?.fields.buddy).toBe(boy.e);
		const odd = await push([helps(neighbour.e), helps(grandma.e), helps(home.e)]);
		expect(odd.map(({ s, why }) => [s, why])).toEqual(Array(3).fill(['quar', 'entry.invalid']));
		expect(read(grandma.e)?.fields.buddy).toBe(boy.e);
		// two who name another one are no conflict: the later holds
		const girl = person(home.e);
		await push([girl, helps(girl.e, 1)], { cid: newId() });
		expect([read(grandma.e)?.fields.buddy, ward.look().conflicts]).toEqual([girl.e, []]);
		await push([helps(null, read(grandma.e)?.v)]);
		expect(read(grandma.e)?.fields).not.toHaveProperty('buddy');
		// somebody new may come with a helper who is there
		const uncle = person(home.e, { buddy: boy.e });
		expect(await push([uncle])).toMatchObject([{ s: 'ok' }]);
	});

	it("WD6 keeps aside what lies outside the sender's areas", async () => {
		const home = door();
		const grandma = person(home.e);
		await push([home, grandma]);
		const stranger: Sender = { ...sender, areas: new Set([newId<AreaId>()]) };
		const entries = [
			door(),
			person(home.e),
			visit(home.e),
			entry('household.set', home.e, { number: '1' }, { bv: 1 }),
			entry('person.set', grandma.e, { card: 'lost' }, { bv: 1 })
		];
		const before = ward.look().records;
		const res = await push(entries, { sender: stranger, cid: newId() });
		expect(res.map(({ s, why }) => [s, why])).toEqual(Array(5).fill(['quar', 'entry.outOfScope']));
		expect(ward.look().records).toEqual(before);
	});

	it('WD6 measures a held entry by the areas of who sent it', async () => {
		const home = door();
		const elsewhere: Sender = { actor: 'other', volunteer: newId<string>(), areas: new Set([newId<AreaId>()]) };
		await push([visit(home.e)], { sender: elsewhere, cid: newId() });
		await push([home]);
		expect(odd()).toMatchObject([{ why: 'entry.outOfScope', actor: 'other' }]);
	});
});
