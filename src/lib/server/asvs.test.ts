// Requirements of docs/asvs.md that no other test holds: cookies, passwords as typed, what is kept of secrets, and what is
// written down about signing in.

import { expect, it, test as plainTest } from 'vitest';
import { eachEngine } from '../../../tests/fixtures/ward.ts';
import { dumpStore } from '../../../tests/fixtures/store-copy.ts';
import type { StaffId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { answerFile } from './answer-file.ts';
import { readDemoPassword } from './demo/sign-in.ts';
import { endDeskSession, readDeskToken, startDeskSession, startProvinceSession } from './desk-cookie.ts';
import { readWayBack } from './require-desk.ts';
import { makeCode } from './vault/totp.ts';

type Options = Readonly<Record<string, unknown>>;

/** What Kit keeps of cookies, written down. */
function makeCookies() {
	const kept = new Map<string, { value: string; options: Options }>();
	const gone: { name: string; options: Options }[] = [];
	const cookies = {
		get: (name: string) => kept.get(name)?.value,
		set: (name: string, value: string, options: Options) => void kept.set(name, { value, options }),
		delete(name: string, options: Options) {
			kept.delete(name);
			gone.push({ name, options });
		}
	};
	return { kept, gone, cookies: cookies as never };
}

plainTest(
	'3.3.1 to 3.3.4: a session is a cookie of this host, over HTTPS, out of reach of scripts and other sites',
	() => {
		const { kept, gone, cookies } = makeCookies();
		const session = { token: 'w.secret', expiresAt: Date.UTC(2026, 10, 20) };
		startDeskSession(cookies, true, session);
		startProvinceSession(cookies, true, session);
		expect([...kept.keys()]).toEqual(['__Host-gocua', '__Host-gocua-province']);
		for (const { options } of kept.values()) {
			// `__Host-` asks for the path / and no domain
			expect(options).toEqual({
				path: '/',
				httpOnly: true,
				sameSite: 'strict',
				secure: true,
				expires: new Date(session.expiresAt)
			});
		}
		expect(readDeskToken(cookies, true)).toBe('w.secret');
		// one that was set without HTTPS is not the one that counts
		expect(readDeskToken(cookies, false)).toBeNull();
		expect(endDeskSession(cookies, true)).toBe('w.secret');
		expect(gone).toEqual([{ name: '__Host-gocua', options: { path: '/', secure: true } }]);
		expect(readDeskToken(cookies, true)).toBeNull();
	}
);

plainTest.each([
	['/ward/staff?a=1', '/ward/staff?a=1'],
	['/ward', '/ward'],
	['https://else.example/ward', '/ward'],
	['//else.example', '/ward'],
	['/ward//else.example', '/ward'],
	['/wardrobe', '/ward'],
	['/\\else.example', '/ward'],
	['/ward/\n', '/ward'],
	['javascript:alert(1)', '/ward'],
	[null, '/ward']
])('3.7.2: the way back %j leads to %s', (asked, way) => {
	expect(readWayBack(asked)).toBe(way);
});

plainTest('5.4.2: the name of a file that is sent ends no header', () => {
	const bytes = new Uint8Array([1]);
	const { headers } = answerFile({ name: 'a"; x=\u00e1/..\\b.xlsx', type: 'text/plain', bytes } as never);
	expect(headers.get('content-disposition')).toBe('attachment; filename="a---x---..-b.xlsx"');
});

function readBase32(text: string): Buffer {
	const bits = [...text].map((letter) =>
		'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')
	);
	return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

eachEngine('ASVS', (test) => {
	const password = () => readDemoPassword(test.config.dataDir)!;
	const signIn = (username: string, typed: string) =>
		test.ward.signIn({ ward: null, username, password: typed, address: '10.0.0.1' });

	it('6.2.4, 6.2.8, 6.2.9, 6.2.11: a password counts as it was typed, and one that is easy to guess is refused', async () => {
		const desk = await test.freshDesk('tuyet');
		const change = async (after: string) => {
			const answer = await desk.people.changePassword({ before: password(), after });
			return answer.ok ? 'ok' : answer.problem.code;
		};
		expect(await change('Password12345')).toBe('password.tooEasy');
		expect(await change('tuyet.tuyet.tuyet')).toBe('password.tooEasy');
		expect(await change(`${desk.staff.wardName} 2026`)).toBe('password.tooEasy');
		const most = 'Bốn con mèo ngủ trưa '.repeat(60).slice(0, LIMIT.passwordMostChars);
		expect(await change(`${most}x`)).toBe('field.tooLong');
		expect(await change(most)).toBe('ok');
		// a letter more, a letter less, another case, without the blank at an end: none of them
		for (const near of [`${most}x`, most.slice(0, -1), most.toLowerCase(), ` ${most}`])
			expect((await signIn('tuyet', near)).ok).toBe(false);
		expect((await signIn('tuyet', most)).ok).toBe(true);
	});

	it('7.2.3, 11.4.2: a session has 256 bits by chance; of it and of passwords only hashes are kept', async () => {
		const tokens = [await test.signIn('son'), await test.signIn('son')];
		for (const token of tokens) expect(token.split('.')[1]).toMatch(/^[\w-]{43}$/);
		expect(tokens[0]).not.toBe(tokens[1]);
		await test.ward.close();
		const store = await dumpStore(test.config);
		await test.reopen();
		for (const token of tokens) expect(store).not.toContain(token.split('.')[1]);
		expect(store).not.toContain(password());
		const hashes = [...store.matchAll(/"pw_hash":"([^"]*)"/g)].map(([, hash]) => hash);
		expect(hashes.length).toBeGreaterThanOrEqual(5);
		for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	});

	it('6.4.3, 6.5.2: a new password from the administrator leaves the second factor, whose paper codes are hashed', async () => {
		const desk = await test.freshDesk('huy');
		const offer = await desk.people.offerCode();
		const secret = new URL(offer.ok ? offer.value.uri : '').searchParams.get('secret')!;
		const papers = await desk.people.confirmCode(makeCode(readBase32(secret), Math.floor(test.now() / 30_000)));
		const codes = papers.ok ? papers.value : [];
		expect(codes).toHaveLength(LIMIT.recoveryCodes);
		const admin = await test.desk('khiem');
		const huy = (await admin.people.readStaff())!.rows.find(({ username }) => username === 'huy')!.id as StaffId;
		const reset = await admin.people.resetPassword(huy);
		const again = await signIn('huy', reset.ok ? reset.value.password : '');
		expect(again).toMatchObject({ ok: true, value: { needsCode: true } });
		await test.ward.close();
		const store = (await dumpStore(test.config)).toLowerCase();
		await test.reopen();
		expect(store).toContain('recovery_code');
		for (const code of codes) {
			expect(store).not.toContain(code.toLowerCase());
			expect(store).not.toContain(code.toLowerCase().replace(/-/g, ''));
		}
		expect(store).not.toContain(secret.toLowerCase());
	});

	it('16.2.1, 16.3.1: who signs in, fails to and signs out is written down, with time and name, and not what was typed', async () => {
		const from = test.now();
		const token = await test.signIn('huy');
		await signIn('huy', 'not the password at all');
		await signIn('nobody.at.all', 'not the password at all');
		await test.ward.signOut(token);
		const lines = await (await test.desk('khiem')).listAudit();
		const told = lines.filter(({ act }) => act.startsWith('staff.sign')).map(({ act, actorName }) => [act, actorName]);
		expect(told).toEqual(
			expect.arrayContaining([
				['staff.signIn', 'Đặng Quốc Huy'],
				['staff.signInFailed', 'Đặng Quốc Huy'],
				['staff.signInFailed', ''],
				['staff.signOut', 'Đặng Quốc Huy']
			])
		);
		for (const line of lines.filter(({ act }) => act.startsWith('staff.sign')))
			expect(line.at).toBeGreaterThanOrEqual(from);
		expect(JSON.stringify(lines)).not.toMatch(/not the password|nobody\.at\.all/);
	});
});
