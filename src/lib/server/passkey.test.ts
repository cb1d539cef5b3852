// Passkeys at the desk: made by who gave the password, used in place of it, listed, taken away; and what opens nothing.

import { expect, it } from 'vitest';
import { Authenticator, type Bent } from '../../../tests/fixtures/authenticator.ts';
import { eachEngine, type TestWard } from '../../../tests/fixtures/ward.ts';
import type { Desk } from './ward-desk.ts';
import { LIMIT } from '../domain/limit.ts';
import { problem } from '../domain/problem.ts';

const ORIGIN = 'https://phuong.example';
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0';
const BAD = { ok: false, problem: problem('staff.badPasskey') };

async function add(desk: Desk, key: Authenticator, bent: Bent = {}, label = 'Máy thử') {
	const asked = await desk.people.offerPasskey(ORIGIN);
	if (!asked.ok) return asked;
	return desk.people.addPasskey({ answer: key.make(asked.value, ORIGIN, bent), origin: ORIGIN, label, agent: AGENT });
}

function enter(test: TestWard, key: Authenticator, bent: Bent = {}, address = '10.0.0.9') {
	const answer = key.show(test.ward.askPasskey(ORIGIN), ORIGIN, bent);
	return test.ward.signInByPasskey({ answer, origin: ORIGIN, address, agent: AGENT });
}

eachEngine('a passkey', (test) => {
	it('of each kind opens the desk of its owner, is listed, and opens nothing once it is removed', async () => {
		const desk = await test.freshDesk('huy');
		const keys = (['ec', 'rsa', 'ed25519'] as const).map((kind) => new Authenticator(kind));
		for (const key of keys) expect(await add(desk, key)).toMatchObject({ ok: true });
		for (const key of keys) {
			const entered = await enter(test, key);
			if (!entered.ok) throw new Error(entered.problem.code);
			const opened = await test.ward.openDesk(entered.value.token);
			expect(opened?.staff.name).toBe(desk.staff.name);
			expect(opened?.people.isFresh, 'signing in is not the password given again').toBe(false);
		}
		const { passkeys } = await desk.people.readAccount();
		expect(passkeys.map(({ id, label, usedAt }) => [id, label, usedAt])).toEqual(
			keys.map((key) => [key.id, 'Máy thử', test.now()]).sort()
		);
		expect(await desk.people.removePasskey(keys[0]!.id)).toMatchObject({ ok: true });
		expect(await enter(test, keys[0]!)).toEqual(BAD);
		expect(await enter(test, keys[1]!)).toMatchObject({ ok: true });
		const acts = (await desk.listAudit()).map(({ act, reason }) => `${act} ${reason ?? ''}`.trim());
		for (const act of ['staff.passkeyAdd', 'staff.passkeyRemove', 'staff.signIn passkey']) expect(acts).toContain(act);
	});

	it('is made only by who has just given the password, and once', async () => {
		const desk = await test.desk('huy');
		expect(await desk.people.offerPasskey(ORIGIN)).toMatchObject({ problem: { code: 'staff.freshNeeded' } });
		const fresh = await test.freshDesk('huy');
		const key = new Authenticator();
		expect(await add(fresh, key, {}, '')).toMatchObject({ ok: true });
		expect((await fresh.people.readAccount()).passkeys[0]?.label).toBe('Chrome · Linux');
		const again = await fresh.people.offerPasskey(ORIGIN);
		expect(again).toMatchObject({ value: { known: [key.id] } });
		// somebody else cannot take it over by its id
		const other = await test.freshDesk('cuc');
		expect(await add(other, new Authenticator('ec', key.id))).toEqual(BAD);
		expect(await desk.people.removePasskey(key.id)).toMatchObject({ problem: { code: 'staff.freshNeeded' } });
		expect(await other.people.removePasskey(key.id)).toMatchObject({ problem: { code: 'field.badChoice' } });
		for (let i = 1; i < LIMIT.passkeys; i++) expect(await add(fresh, new Authenticator())).toMatchObject({ ok: true });
		expect(await add(fresh, new Authenticator())).toMatchObject({ problem: { code: 'staff.passkeysFull' } });
	});

	it('that was made elsewhere, without its owner, or for another question is not kept', async () => {
		const desk = await test.freshDesk('huy');
		const bents: Bent[] = [
			{ origin: 'https://phuong.example.evil' },
			{ host: 'evil' },
			{ type: 'webauthn.get' },
			{ flags: 0x41 },
			{ flags: 0x44 },
			{ flags: 0x05 },
			{ crossOrigin: true }
		];
		for (const bent of bents) expect(await add(desk, new Authenticator(), bent), JSON.stringify(bent)).toEqual(BAD);
		const key = new Authenticator();
		const asked = await desk.people.offerPasskey(ORIGIN);
		if (!asked.ok) throw new Error(asked.problem.code);
		const made = JSON.parse(key.make(asked.value, ORIGIN)) as Record<string, string>;
		const foreign = JSON.parse(new Authenticator().make(asked.value, ORIGIN)) as Record<string, string>;
		const input = { origin: ORIGIN, label: '', agent: AGENT };
		// the key that the browser tells is not the one of the authenticator
		const swapped = JSON.stringify({ ...made, publicKey: foreign['publicKey'] });
		expect(await desk.people.addPasskey({ ...input, answer: swapped })).toEqual(BAD);
		for (const answer of ['', '{}', 'null', '[]', JSON.stringify({ ...made, id: 5 }), 'x'.repeat(200_000)])
			expect(await desk.people.addPasskey({ ...input, answer })).toEqual(BAD);
		// the question of signing in, and one of another account
		const signIn = key.make({ ...asked.value, challenge: test.ward.askPasskey(ORIGIN).challenge }, ORIGIN);
		expect(await desk.people.addPasskey({ ...input, answer: signIn })).toEqual(BAD);
		const others = await (await test.freshDesk('cuc')).people.offerPasskey(ORIGIN);
		if (!others.ok) throw new Error(others.problem.code);
		expect(await desk.people.addPasskey({ ...input, answer: key.make(others.value, ORIGIN) })).toEqual(BAD);
		expect((await desk.people.readAccount()).passkeys).toEqual([]);
	});

	it('that is shown wrongly, twice, late, or by a copy opens nothing', async () => {
		const desk = await test.freshDesk('huy');
		const key = new Authenticator();
		await add(desk, key);
		const bents: Bent[] = [
			{ origin: 'http://phuong.example' },
			{ host: 'example' },
			{ type: 'webauthn.create' },
			{ flags: 0x01 },
			{ flags: 0x04 },
			{ crossOrigin: true },
			{ count: 0 }
		];
		expect(await enter(test, key)).toMatchObject({ ok: true });
		for (const bent of bents) expect(await enter(test, key, bent), JSON.stringify(bent)).toEqual(BAD);
		const use = (answer: string) =>
			test.ward.signInByPasskey({ answer, origin: ORIGIN, address: '10.0.0.9', agent: AGENT });
		const once = key.show(test.ward.askPasskey(ORIGIN), ORIGIN);
		expect(await use(once)).toMatchObject({ ok: true });
		expect(await use(once), 'an answer that was overheard').toEqual(BAD);
		const late = key.show(test.ward.askPasskey(ORIGIN), ORIGIN);
		test.pass(LIMIT.codeWaitMs + 1);
		expect(await use(late)).toEqual(BAD);
		const ask = test.ward.askPasskey(ORIGIN);
		const [expires, , seal] = Buffer.from(ask.challenge, 'base64url').toString().split('.');
		const made = Buffer.from(`${expires}.${'A'.repeat(32)}.${seal}`).toString('base64url');
		expect(await use(key.show({ ...ask, challenge: made }, ORIGIN)), 'a question that nobody asked').toEqual(BAD);
		// a counter that went back: the second of two that count
		key.count = 1;
		expect(await enter(test, key)).toEqual(BAD);
		key.count = 50;
		// the key of another under this id
		expect(await enter(test, Object.assign(new Authenticator('ec', key.id), { count: 60 }))).toEqual(BAD);
		expect((await desk.listAudit()).some(({ act }) => act === 'staff.passkeyFailed')).toBe(true);
		expect(await enter(test, key)).toMatchObject({ ok: true });
	});

	it('of a closed account opens nothing, and wrong ones keep their sender out and nobody else', async () => {
		const desk = await test.freshDesk('huy');
		const key = new Authenticator();
		await add(desk, key);
		for (let i = 0; i < LIMIT.signInTriesPerQuarterHour * 4; i++)
			expect(await enter(test, key, { flags: 0 }, '10.9.9.9')).toEqual(BAD);
		expect(await enter(test, key, {}, '10.9.9.9')).toMatchObject({ problem: { code: 'staff.tooMany' } });
		expect(await enter(test, key), 'from elsewhere').toMatchObject({ ok: true });
		expect(await test.signIn('huy'), 'by password').toContain('.');
		const admin = await test.desk('khiem');
		expect(await admin.people.setDisabled(desk.staff.id, true)).toMatchObject({ ok: true });
		expect(await enter(test, key)).toEqual(BAD);
	});

	it('gives the password again, for its own session alone', async () => {
		const key = new Authenticator();
		await add(await test.freshDesk('huy'), key);
		const others = new Authenticator();
		await add(await test.freshDesk('cuc'), others);
		const token = await test.signIn('huy');
		const desk = (await test.ward.openDesk(token))!;
		const ask = async () => {
			const asked = await desk.people.askOwnPasskey(ORIGIN);
			if (!asked.ok) throw new Error(asked.problem.code);
			return asked.value;
		};
		expect((await ask()).known).toEqual([key.id]);
		const give = (answer: string) => desk.people.makeFreshByPasskey({ answer, origin: ORIGIN });
		expect(await give(key.show(test.ward.askPasskey(ORIGIN), ORIGIN)), 'a sign-in is not it').toEqual(BAD);
		expect(await give(others.show(await ask(), ORIGIN)), 'the key of somebody else').toEqual(BAD);
		const answer = key.show(await ask(), ORIGIN);
		const elsewhere = await test.desk('huy');
		expect(await elsewhere.people.makeFreshByPasskey({ answer, origin: ORIGIN }), 'another session').toEqual(BAD);
		expect(await give(key.show(await ask(), ORIGIN))).toMatchObject({ ok: true });
		expect((await test.ward.openDesk(token))?.people.isFresh).toBe(true);
	});

	it('stands for the second step where the ward asks for one, and goes when an administrator takes it away', async () => {
		const desk = await test.freshDesk('huy');
		const key = new Authenticator();
		await add(desk, key);
		const admin = await test.desk('khiem');
		await admin.people.requireCode(true);
		const entered = await enter(test, key);
		if (!entered.ok) throw new Error(entered.problem.code);
		expect((await test.ward.openDesk(entered.value.token))?.people.session.mustSetUp).toBe(null);
		// the password alone opens nothing
		expect(await test.ward.openDesk(await test.signIn('huy'))).toBe(null);
		// somebody without either is asked to set one up, and may add a passkey at once
		const bare = await test.desk('cuc');
		expect(bare.people.session.mustSetUp).toBe('code');
		expect(await add(bare, new Authenticator())).toMatchObject({ ok: true });
		// the device is lost
		expect(await admin.people.removeCode(desk.staff.id)).toMatchObject({ ok: true });
		expect(await enter(test, key)).toEqual(BAD);
		expect((await test.desk('huy')).people.session.mustSetUp).toBe('code');
	});
});
