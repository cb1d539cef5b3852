// Badges from the desk to the check page (feature F004, scenarios S17 and O5), on both databases.

import { expect, it } from 'vitest';
import { JPEG_PORTRAIT } from '../../../tests/fixtures/portrait.ts';
import { eachEngine, joinPhone, KHANG, type TestWard } from '../../../tests/fixtures/ward.ts';
import { PROTOCOL } from '../contract/version.ts';
import { parseBadgeCode, type BadgePage, type IssuedBadge } from '../domain/badge.ts';
import type { VolunteerId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { ContentAnswer } from '../contract/edition.ts';
import type { BadgeInput, Desk } from './ward-desk.ts';

const DAY_MS = 24 * 3600_000;

async function findVolunteer(desk: Desk, name = KHANG): Promise<VolunteerId> {
	return (await desk.listVolunteers()).find((row) => row.name === name)!.id;
}

/** Issues one to Khang and reads it back. */
async function issue(test: TestWard, changes: Partial<BadgeInput> = {}): Promise<IssuedBadge> {
	const desk = await test.desk('huy');
	const volunteer = await findVolunteer(desk);
	const issued = await desk.issueBadge({ volunteer, validTo: '2026-12-31', photo: null, agreed: false, ...changes });
	expect(issued).toEqual({ ok: true, value: undefined });
	return (await desk.readBadge(changes.volunteer ?? volunteer))!.badge!;
}

async function check(test: TestWard, code: string, address = '10.9.9.9'): Promise<BadgePage> {
	const found = await test.ward.checkBadge(code, address);
	if (!found.ok) throw new Error(found.problem.code);
	return found.value;
}

/** The same text with one letter changed, at a place that counts. */
function change(text: string, at: number): string {
	return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
}

eachEngine('badges', (test) => {
	it('F004 one that holds is green, with name, quarter and photo; number and days are the ward’s', async () => {
		const photo = { bytes: JPEG_PORTRAIT };
		const badge = await issue(test, { photo, agreed: true });
		expect(badge).toMatchObject({
			number: 1,
			name: KHANG,
			role: 'youth',
			quarter: 'Khu phố 3',
			validFrom: '2026-11-20',
			validTo: '2026-12-31'
		});
		const page = await check(test, badge.code);
		const { code: _code, wardName, ...face } = badge;
		expect(page).toEqual({ check: { kind: 'valid', badge: face }, wardName, wardPhone: null });
		expect(face.photo).not.toBeNull();
		const book = { facts: { wardPhone: '0999 000 012' }, contacts: [], videos: [] };
		await (await test.desk('huy')).content.writeBook(book);
		expect((await check(test, badge.code)).wardPhone).toBe('0999 000 012');
	});

	it('F004 a changed letter, another ward’s mark, a made-up code: no badge of the ward, and nothing else is said', async () => {
		const { code } = await issue(test);
		const parts = parseBadgeCode(code)!;
		const forged = [
			change(code, 0),
			change(code, 5),
			change(code, 27),
			change(code, 40),
			`${parts.tag}.${'A'.repeat(22)}.${parts.signature}`,
			`${parts.tag}.${parts.secret}.${'A'.repeat(86)}`,
			'',
			'1',
			'../ward'
		];
		for (const one of forged) expect((await check(test, one)).check, one).toEqual({ kind: 'unknown' });
		expect((await check(test, code)).check.kind).toBe('valid');
	});

	it('F004 what was changed in the store is not what the ward has signed', async () => {
		const { code } = await issue(test, { photo: { bytes: JPEG_PORTRAIT }, agreed: true });
		for (const sql of [
			`update badge set name = 'Kẻ Mạo Danh'`,
			`update badge set name = '${KHANG}', valid_to = '2027-12-31'`,
			`update badge set valid_to = '2026-12-31', photo = null`
		]) {
			await test.reopen(() => test.changeStore(sql));
			expect((await check(test, code)).check, sql).toEqual({ kind: 'unknown' });
		}
	});

	it('F004 it expires with its last day, and then names nobody', async () => {
		const { code } = await issue(test, { validTo: '2026-11-22' });
		test.pass(2 * DAY_MS);
		expect((await check(test, code)).check.kind).toBe('valid');
		test.pass(DAY_MS);
		expect((await check(test, code)).check).toEqual({ kind: 'expired', number: 1, day: '2026-11-22' });
		test.pass(-4 * DAY_MS);
		expect((await check(test, code)).check).toEqual({ kind: 'notYet', number: 1, day: '2026-11-20' });
	});

	it('F004 O5 taken back at the desk, by a new one, or with the lost phone: red at once, and the photo is gone', async () => {
		const desk = await test.desk('huy');
		const volunteer = await findVolunteer(desk);
		const phone = await joinPhone(test, KHANG);
		const first = await issue(test, { photo: { bytes: JPEG_PORTRAIT }, agreed: true });
		const second = await issue(test, { photo: 'kept', agreed: true });
		expect(second).toMatchObject({ number: 2, photo: first.photo });
		expect((await check(test, first.code)).check).toEqual({ kind: 'revoked', number: 1, day: '2026-11-20' });
		expect(await desk.revokeBadge(volunteer)).toMatchObject({ ok: true });
		expect(await desk.revokeBadge(volunteer)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect((await check(test, second.code)).check.kind).toBe('revoked');
		const third = await issue(test);
		expect(await desk.revokeDevice(phone.device as never)).toMatchObject({ ok: true });
		expect((await check(test, third.code)).check.kind).toBe('revoked');
		expect((await desk.readBadge(volunteer))!.badge).toBeNull();
		const lines = (await desk.listAudit()).filter(({ act }) => act.startsWith('badge.'));
		expect(lines.map(({ act, subject, reason }) => [act, subject, reason]).sort()).toEqual([
			['badge.issue', KHANG, '1'],
			['badge.issue', KHANG, '2'],
			['badge.issue', KHANG, '3'],
			['badge.revoke', KHANG, '1/replaced'],
			['badge.revoke', KHANG, '2/desk'],
			['badge.revoke', KHANG, '3/device']
		]);
		expect(lines.map(({ actorName }) => actorName)).toContain(desk.staff.name);
	});

	it('F004 a volunteer who has left has none any more', async () => {
		const { code } = await issue(test);
		await test.reopen(() => test.changeStore(`update volunteer set left_at = ${test.now()}`));
		expect((await check(test, code)).check).toEqual({ kind: 'revoked', number: 1, day: '2026-11-20' });
	});

	it('F004 only leader, area police and administrator issue; dates, consent and picture are looked at', async () => {
		const volunteer = await findVolunteer(await test.desk('huy'));
		const input = { volunteer, validTo: '2026-12-31', photo: null, agreed: false };
		for (const [username, may] of Object.entries({ huy: 1, son: 1, khiem: 1, cuc: 0, tuyet: 0 })) {
			const desk = await test.desk(username);
			expect((await desk.issueBadge(input)).ok, username).toBe(may === 1);
			expect((await desk.revokeBadge(volunteer)).ok, username).toBe(may === 1);
			expect((await desk.readBadge(volunteer))?.canIssue, username).toBe(may === 1);
		}
		const desk = await test.desk('huy');
		const refused = async (changes: Partial<BadgeInput>) => {
			const answer = await desk.issueBadge({ ...input, ...changes });
			return answer.ok ? null : answer.problem.code;
		};
		for (const validTo of ['', '2026-11-19', '2027-11-22', '31/12/2026'])
			expect(await refused({ validTo }), validTo).toBe('field.badDay');
		expect(await refused({ volunteer: 'nobody' as VolunteerId })).toBe('field.badChoice');
		expect(await refused({ photo: { bytes: JPEG_PORTRAIT } })).toBe('badge.noConsent');
		expect(await refused({ photo: { bytes: Buffer.from('<svg onload=alert(1)>') }, agreed: true })).toBe(
			'badge.badPhoto'
		);
		expect(await desk.readBadge('nobody' as VolunteerId)).toBeNull();
		expect((await desk.readBadge(volunteer))!.badge).toBeNull();
	});

	it('F004 who tries codes is told to wait, and by then others still get their answer', async () => {
		const { code } = await issue(test);
		for (let i = 0; i < LIMIT.badgeMissesPerQuarterHour; i++) await check(test, change(code, 30));
		const limited = await test.ward.checkBadge(change(code, 30), '10.9.9.9');
		expect(limited).toMatchObject({ ok: false, problem: { code: 'badge.tooMany' } });
		// a neighbour behind the same address holds a true one
		expect((await check(test, code)).check.kind).toBe('valid');
		expect((await check(test, change(code, 30), '10.9.9.8')).check.kind).toBe('unknown');
		test.pass(15 * 60_000);
		expect((await check(test, change(code, 30))).check.kind).toBe('unknown');
	});

	it('F004 the phone fetches its own with the content, once, and loses it with the revocation', async () => {
		const badge = await issue(test);
		const phone = await joinPhone(test, KHANG);
		const other = await joinPhone(test, 'Trần Thị Mận');
		const ask = async (who: typeof phone, held?: string | null) => {
			const question = { protocol: PROTOCOL, language: 'vi', edition: null, version: 0, book: null };
			const body = JSON.stringify(held === undefined ? question : { ...question, badge: held });
			return (await who.send('/api/v1/content', body)).body as unknown as ContentAnswer;
		};
		expect(await ask(phone), 'an older phone').not.toHaveProperty('badge');
		const { badge: sent } = await ask(phone, null);
		expect(sent?.value).toEqual(badge);
		expect(await ask(phone, sent!.hash)).not.toHaveProperty('badge');
		expect(await ask(other, null)).not.toHaveProperty('badge');
		const desk = await test.desk('huy');
		await desk.revokeBadge(await findVolunteer(desk));
		expect(await ask(phone, sent!.hash)).toMatchObject({ badge: null });
		expect(await ask(phone, null)).not.toHaveProperty('badge');
	});
});
