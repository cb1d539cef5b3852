// Accounts at the desk: the second step, sessions that are listed and ended, roles and areas that count with the next
// request, and what an administrator may do to others.

import { expect, it } from 'vitest';
import { eachEngine, joinPhone, KHANG, makeVisit } from '../../../tests/fixtures/ward.ts';
import type { AreaId, StaffId } from '../domain/id.ts';
import type { Desk } from './ward-desk.ts';
import { findStep, makeCode } from './vault/totp.ts';

const MINUTE_MS = 60_000;
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** The secret of a set-up, out of what its QR holds. */
function readSecret(uri: string): Buffer {
	const text = new URL(uri).searchParams.get('secret')!;
	const bits = [...text].map((letter) =>
		'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')
	);
	return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}

eachEngine('people at the desk', (test) => {
	const codeNow = (secret: Buffer) => makeCode(secret, Math.floor(test.now() / 30_000));
	const signIn = async (username: string, password: string) => {
		const answer = await test.ward.signIn({ ward: null, username, password, address: '10.0.0.9', agent: FIREFOX });
		return answer.ok ? answer.value : null;
	};
	const staffId = async (desk: Desk, username: string): Promise<StaffId> =>
		(await desk.people.readStaff())!.rows.find((row) => row.username === username)!.id;
	const demoPassword = async () => (await import('./demo/sign-in.ts')).readDemoPassword(test.config.dataDir)!;

	it('asks for the code of the app, takes each code once, and paper where the phone is lost', async () => {
		const password = await demoPassword();
		expect(await (await test.desk('huy')).people.offerCode()).toMatchObject({ problem: { code: 'staff.freshNeeded' } });
		const desk = await test.freshDesk('huy');
		const offer = await desk.people.offerCode();
		const secret = readSecret(offer.ok ? offer.value.uri : '');
		expect(offer.ok && offer.value.secret.replace(/ /g, '')).toHaveLength(32);
		expect(await desk.people.confirmCode('000000')).toMatchObject({ problem: { code: 'staff.badCode' } });
		expect((await signIn('huy', password))?.needsCode, 'not before its first code').toBe(false);
		const papers = await desk.people.confirmCode(codeNow(secret));
		expect(papers.ok && new Set(papers.value).size).toBe(8);
		expect(await desk.people.readAccount()).toMatchObject({ hasCode: true, recoveryLeft: 8 });
		expect(await desk.people.offerCode()).toMatchObject({ problem: { code: 'field.badChoice' } });

		const half = (await signIn('huy', password))!;
		expect(half.needsCode).toBe(true);
		expect(await test.ward.openDesk(half.token), 'opens nothing yet').toBeNull();
		expect(await test.ward.proveCode(half.token, codeNow(secret))).toMatchObject({
			problem: { code: 'staff.badCode' }
		});
		test.pass(30_000);
		const whole = await test.ward.proveCode(half.token, ` ${codeNow(secret).slice(0, 3)} ${codeNow(secret).slice(3)} `);
		expect(whole.ok && (await test.ward.openDesk(whole.value.token))?.staff.name).toBe('Đặng Quốc Huy');
		expect(await test.ward.proveCode(half.token, codeNow(secret))).toMatchObject({
			problem: { code: 'staff.signedOut' }
		});
		expect(await test.ward.openDesk(half.token)).toBeNull();

		const paper = papers.ok ? papers.value[0]! : '';
		for (const [ok, typed] of [
			[true, paper.toLowerCase()],
			[false, paper]
		] as const) {
			const next = (await signIn('huy', password))!;
			expect((await test.ward.proveCode(next.token, typed)).ok).toBe(ok);
		}
		const late = (await signIn('huy', password))!;
		test.pass(5 * MINUTE_MS);
		expect(await test.ward.proveCode(late.token, codeNow(secret))).toMatchObject({
			problem: { code: 'staff.signedOut' }
		});

		const guessed = (await signIn('huy', password))!;
		test.pass(1);
		const codes = [];
		for (let i = 0; i < 6; i++) {
			const answer = await test.ward.proveCode(guessed.token, '123456');
			codes.push(answer.ok ? 'ok' : answer.problem.code);
		}
		expect(codes.at(-1)).toBe('staff.tooMany');
		expect(findStep(secret, codeNow(secret), test.now(), 0)).not.toBeNull();
		expect((await test.ward.proveCode(guessed.token, codeNow(secret))).ok, 'not even the right one').toBe(false);

		const admin = await test.desk('khiem');
		expect((await admin.people.removeCode(await staffId(admin, 'huy'))).ok).toBe(true);
		expect((await signIn('huy', password))?.needsCode).toBe(false);
	});

	it('lists sessions and ends them: each their own, the administrator everybody’s', async () => {
		const password = await demoPassword();
		const [one, two, other] = [
			(await signIn('son', password))!.token,
			(await signIn('son', password))!.token,
			(await signIn('cuc', password))!.token
		];
		const son = (await test.ward.openDesk(one))!;
		const own = (await son.people.readAccount()).sessions;
		expect(own.map((row) => [row.staffName, row.agent])).toEqual([
			['Vũ Đình Sơn', 'Firefox · Linux'],
			['Vũ Đình Sơn', 'Firefox · Linux']
		]);
		expect(own.filter((row) => row.isOwn)).toHaveLength(1);
		const cuc = (await (await test.ward.openDesk(other))!.people.readAccount()).sessions[0]!;
		expect(await son.people.endSession(cuc.id)).toMatchObject({ problem: { code: 'field.badChoice' } });
		expect((await son.people.endSession(own.find((row) => !row.isOwn)!.id)).ok).toBe(true);
		expect(await test.ward.openDesk(two)).toBeNull();
		expect(await test.ward.openDesk(one)).not.toBeNull();
		const admin = await test.desk('khiem');
		expect((await admin.people.readStaff())!.sessions.map((row) => row.staffName).sort()).toEqual([
			'Lưu Gia Khiêm',
			'Phan Thu Cúc',
			'Vũ Đình Sơn'
		]);
		expect((await admin.people.endSession(cuc.id)).ok).toBe(true);
		expect(await test.ward.openDesk(other)).toBeNull();
		test.pass(31 * MINUTE_MS);
		expect((await (await test.desk('khiem')).people.readStaff())!.sessions, 'idle ones are over').toHaveLength(1);
	});

	it('takes the password again for five minutes, and a new one ends every other session', async () => {
		const password = await demoPassword();
		const token = await test.signIn('cuc');
		const desk = async () => (await test.ward.openDesk(token))!;
		expect((await desk()).people.isFresh).toBe(false);
		expect(await (await desk()).people.makeFresh('wrong')).toMatchObject({ problem: { code: 'staff.wrongPassword' } });
		expect((await (await desk()).people.makeFresh(password)).ok).toBe(true);
		expect((await desk()).people.isFresh).toBe(true);
		test.pass(5 * MINUTE_MS);
		expect((await desk()).people.isFresh).toBe(false);
		const second = await test.signIn('cuc');
		const change = async (before: string, after: string) => {
			const answer = await (await desk()).people.changePassword({ before, after });
			return answer.ok ? 'ok' : answer.problem.code;
		};
		expect(await change(password, 'short')).toBe('field.required');
		expect(await change('wrong', 'mot mat khau dai')).toBe('staff.wrongPassword');
		expect(await change(password, 'mot mat khau dai')).toBe('ok');
		expect(await test.ward.openDesk(second)).toBeNull();
		expect(await desk()).not.toBeNull();
		expect(await signIn('cuc', password)).toBeNull();
		expect(await signIn('cuc', 'mot mat khau dai')).not.toBeNull();
		const codes = [];
		for (let i = 0; i < 6; i++) {
			const answer = await (await desk()).people.makeFresh('wrong');
			codes.push(answer.ok ? 'ok' : answer.problem.code);
		}
		expect(codes.at(-1)).toBe('staff.tooMany');
	});

	it('counts what an administrator changes with the next request', async () => {
		const admin = await test.desk('khiem');
		const token = await test.signIn('tuyet');
		const tuyet = await staffId(admin, 'tuyet');
		const desk = async () => test.ward.openDesk(token);
		const [row] = (await (await desk())!.listVisits({ state: 'open' })).rows;
		expect((await admin.people.setRole(tuyet, { role: 'administrator', areas: [] })).ok).toBe(true);
		expect(await (await desk())!.approveVisit(row!.visit.id, row!.v)).toMatchObject({
			problem: { code: 'staff.notAllowed' }
		});
		expect((await admin.people.setRole(tuyet, { role: 'oneStop', areas: [] })).ok).toBe(true);
		expect((await (await desk())!.approveVisit(row!.visit.id, row!.v)).ok).toBe(true);
		expect((await admin.people.setDisabled(tuyet, true)).ok).toBe(true);
		expect(await desk()).toBeNull();
		expect(await signIn('tuyet', await demoPassword())).toBeNull();
		expect((await admin.people.setDisabled(tuyet, false)).ok).toBe(true);
		const reset = await admin.people.resetPassword(tuyet);
		const given = reset.ok ? reset.value.password : '';
		const first = (await test.ward.openDesk((await signIn('tuyet', given))!.token))!;
		expect(first.people.session.mustSetUp).toBe('password');
		expect((await admin.people.requireCode(true)).ok).toBe(true);
		expect((await (await test.desk('son')).people.session).mustSetUp).toBe('code');
		const offer = await (await test.desk('son')).people.offerCode();
		expect(offer.ok, 'without the password again').toBe(true);
		const acts = (await admin.listAudit()).map((line) => line.act);
		for (const act of ['staff.role', 'staff.disable', 'staff.enable', 'staff.password', 'ward.codeOn'])
			expect(acts).toContain(act);
	});

	it('keeps one administrator, and nobody else keeps accounts', async () => {
		const admin = await test.desk('khiem');
		const own = await staffId(admin, 'khiem');
		expect(await admin.people.setDisabled(own, true)).toMatchObject({ problem: { code: 'staff.lastAdministrator' } });
		expect(await admin.people.setRole(own, { role: 'leader', areas: [] })).toMatchObject({
			problem: { code: 'staff.lastAdministrator' }
		});
		const added = await admin.people.addMember({
			username: 'mới.2',
			name: 'Người Mới',
			role: 'administrator',
			areas: []
		});
		expect(added).toMatchObject({ ok: true, value: { username: 'mới.2', name: 'Người Mới' } });
		expect((await admin.people.setDisabled(own, true)).ok).toBe(true);
		for (const username of ['huy', 'cuc', 'son', 'tuyet']) {
			const { people } = await test.desk(username);
			expect(await people.readStaff(), username).toBeNull();
			const answers = [
				await people.addMember({ username: 'x', name: 'X', role: 'leader', areas: [] }),
				await people.setRole(own, { role: 'leader', areas: [] }),
				await people.setDisabled(own, false),
				await people.resetPassword(own),
				await people.removeCode(own),
				await people.requireCode(true)
			];
			for (const answer of answers) expect(answer, username).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		}
	});

	it('F003 shows whoever is confined to an area nothing of another one', async () => {
		const phone = await joinPhone(test, KHANG);
		const { entries, person, seen, household } = await makeVisit(test, phone);
		await phone.push(entries);
		const admin = await test.desk('khiem');
		const whole = await test.desk('huy');
		const areas = await whole.readAreas();
		const idOf = (name: string) => areas.find((area) => area.name === name)!.id as AreaId;
		const huy = await staffId(admin, 'huy');
		expect(await admin.people.setRole(huy, { role: 'areaPolice', areas: ['x' as AreaId] })).toMatchObject({
			problem: { code: 'field.badChoice' }
		});
		expect((await admin.people.setRole(huy, { role: 'areaPolice', areas: [idOf('Khu phố 4')] })).ok).toBe(true);

		const desk = await test.desk('huy');
		expect((await desk.readAreas()).map((area) => area.name)).not.toContain('Khu phố 3');
		expect((await desk.listVisits({})).rows.every((row) => row.areaName === 'Khu phố 4')).toBe(true);
		expect((await desk.listVisits({ area: idOf('Khu phố 3') })).total).toBe(0);
		expect((await desk.listVisits({})).total).toBeGreaterThan(0);
		expect((await desk.listHouseholds({})).rows.every((row) => row.areaName === 'Khu phố 4')).toBe(true);
		expect((await desk.countFigures()).byArea.map((row) => row.area.name)).toEqual(['Khu phố 4']);
		expect((await desk.listVolunteers()).map((row) => row.name)).toEqual(['Đinh Công Thành']);
		// of phones that are silent or hold something as of everything else
		const phones = async (of: Desk) => (await of.figures.readDashboard(null)).silent.map((one) => one.volunteerName);
		test.pass(5 * 24 * 3600_000);
		expect(await phones(await test.desk('cuc'))).toContain(KHANG);
		expect(await phones(await test.desk('huy'))).toEqual([]);
		expect(await desk.readVisit(seen, {})).toBeNull();
		expect(await desk.readHousehold(household as never)).toBeNull();
		expect(await desk.planMove(household as never, idOf('Khu phố 4'))).toBeNull();
		const [khang] = (await whole.listVolunteers()).filter((row) => row.name === KHANG);
		expect(await desk.planAssignment(khang!.id, [idOf('Khu phố 4')])).toBeNull();
		const refused = [
			await desk.approveVisit(seen, 1),
			await desk.returnVisit(seen, 1, { table: 'visit', id: seen, field: 'outcome' }, 'Xem lại'),
			await desk.revealNumber(person, 'Đối chiếu'),
			await desk.makeInvitation(khang!.id),
			await desk.revokeDevice(phone.device as never),
			await desk.assignAreas({ volunteer: khang!.id, before: [], after: [idOf('Khu phố 4')] }),
			await desk.moveHousehold({ household: household as never, v: 1, to: idOf('Khu phố 4') })
		];
		for (const answer of refused) expect(answer).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		expect((await desk.listAudit()).every((line) => line.actorName === 'Đặng Quốc Huy')).toBe(true);
	});
});
