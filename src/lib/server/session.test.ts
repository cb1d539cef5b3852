// Signing in at the desk, and how a session ends.

import { expect, it } from 'vitest';
import { eachEngine } from '../../../tests/fixtures/ward.ts';
import { readDemoPassword } from './demo/sign-in.ts';

const MINUTE_MS = 60_000;

eachEngine('sign-in', (test) => {
	const signIn = (username: string, password: string, address = '10.0.0.9') =>
		test.ward.signIn({ ward: null, username, password, address });

	it('says the same to an unknown name and a wrong password, and stops guessing', async () => {
		expect(await signIn('nobody', 'x'.repeat(20))).toMatchObject({ problem: { code: 'staff.badSignIn' } });
		for (let i = 0; i < 5; i++) {
			expect(await signIn('huy', `wrong ${i}`)).toMatchObject({ problem: { code: 'staff.badSignIn' } });
		}
		const right = readDemoPassword(test.config.dataDir)!;
		const refused = await signIn('huy', right);
		expect(refused).toMatchObject({ problem: { code: 'staff.tooMany' } });
		expect(!refused.ok && refused.problem.waitMs).toBeGreaterThan(14 * MINUTE_MS);
		expect(await signIn('cuc', right)).toMatchObject({ ok: true });
		test.pass(15 * MINUTE_MS);
		expect(await signIn('HUY', right)).toMatchObject({ ok: true });
	});

	it('stops an address that tries many names', async () => {
		const codes = [];
		for (let i = 0; i < 22; i++) {
			const answer = await signIn(`name${i}`, 'wrong wrong wrong');
			codes.push(answer.ok ? 'ok' : answer.problem.code);
		}
		expect(codes.filter((code) => code === 'staff.tooMany')).toHaveLength(2);
	});

	it('ends a session after sign-out, 30 idle minutes or 12 hours', async () => {
		const password = readDemoPassword(test.config.dataDir)!;
		const open = async () => {
			const answer = await signIn('son', password);
			return answer.ok ? answer.value.token : '';
		};
		let token = await open();
		expect((await test.ward.openDesk(token))?.staff).toMatchObject({ name: 'Vũ Đình Sơn', role: 'leader' });
		expect(await test.ward.openDesk(`${token}x`)).toBeNull();
		expect(await test.ward.openDesk('')).toBeNull();
		await test.ward.signOut(token);
		expect(await test.ward.openDesk(token)).toBeNull();
		token = await open();
		for (let i = 0; i < 23; i++) {
			test.pass(29 * MINUTE_MS);
			expect(await test.ward.openDesk(token)).not.toBeNull();
		}
		test.pass(29 * MINUTE_MS);
		expect(await test.ward.openDesk(token), 'but never longer than twelve hours').not.toBeNull();
		test.pass(29 * MINUTE_MS);
		expect(await test.ward.openDesk(token)).toBeNull();
		token = await open();
		test.pass(31 * MINUTE_MS);
		expect(await test.ward.openDesk(token)).toBeNull();
	});
});
