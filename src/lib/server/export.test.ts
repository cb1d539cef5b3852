// What a program of the ward's own may fetch: within its scope, within its time, within its pace, and nobody's name.

import { expect, it } from 'vitest';
import { exportFigures, exportVisits, type ExportFigures, type ExportVisits } from '../contract/export.ts';
import { eachEngine, joinPhone, KHANG, makeVisit } from '../../../tests/fixtures/ward.ts';
import { GET as figures } from '../../routes/api/v1/export/figures/+server.ts';
import { GET as visits } from '../../routes/api/v1/export/visits/+server.ts';
import { LIMIT } from '../domain/limit.ts';
import { DEMO_HOUSES } from './demo/people.ts';
import { DEMO_VOLUNTEERS } from './demo/make-demo.ts';
import { addToken, manageTokens } from './token-operator.ts';

const DAY_MS = 24 * 3600_000;

eachEngine('a token for figures', (test) => {
	const env = () => ({
		DATA_DIR: test.config.dataDir,
		DEMO: '0',
		...(test.config.databaseUrl ? { DATABASE_URL: test.config.databaseUrl } : {})
	});
	const make = async (scopes: string, days = '30') => {
		const said = await addToken(env(), { name: 'Bảng số liệu', scopes, days });
		return said[1]!;
	};
	const get = async <Value>(handler: (event: never) => unknown, token: string | null, query = '') => {
		const url = new URL(`http://localhost:3000/api/v1/export${query}`);
		const request = new Request(url, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });
		const event = { request, url, locals: { ward: test.ward, desk: null }, getClientAddress: () => '10.0.0.9' };
		const response = (await handler(event as never)) as Response;
		const text = await response.text();
		return { status: response.status, text, body: JSON.parse(text) as Value & { problem?: { code: string } } };
	};

	it('opens counts that are the desk’s own, and visits page by page, with nobody in them', async () => {
		const phone = await joinPhone(test, KHANG);
		const { entries, person, seen, household } = await makeVisit(test, phone);
		await phone.push(entries);
		const token = await make('figures,visits');
		const got = await get<ExportFigures>(figures, token);
		expect(got.status).toBe(200);
		expect(exportFigures.safeParse(got.body).success).toBe(true);
		const own = await (await test.desk('huy')).countFigures();
		expect(got.body.ward).toMatchObject({ households: own.ward.households, registered: own.ward.registered });
		expect(got.body.areas.length).toBe(own.byArea.length);
		const all = await get<ExportVisits>(visits, token);
		expect(exportVisits.safeParse(all.body).success).toBe(true);
		expect(all.body.visits.length).toBeGreaterThan(5);
		expect(all.body.next).toBeNull();
		expect(new Set(all.body.visits.map(({ key }) => key)).size).toBe(all.body.visits.length);
		const text = got.text + all.text;
		const names = [
			...DEMO_HOUSES.flatMap((house) => house.people.map(({ name }) => name)),
			...DEMO_VOLUNTEERS.map(({ name }) => name),
			'Đinh Thị Thử'
		];
		expect(names.filter((name) => text.includes(name))).toEqual([]);
		for (const secret of [person, seen, household, '12/5', '0999000']) expect(text).not.toContain(secret);
		expect(text).not.toMatch(/(?<![\da-f])000\d{9}(?![\da-f])/);
	});

	it('opens nothing else: another scope, a changed letter, none, another ward’s, one that is over or taken back', async () => {
		const token = await make('figures');
		const said = async (used: string | null, handler: (event: never) => unknown = figures) => {
			const { status, body } = await get<object>(handler, used);
			return `${status} ${body.problem?.code}`;
		};
		expect(await said(token)).toBe('200 undefined');
		expect(await said(token, visits)).toBe('403 staff.notAllowed');
		for (const odd of [null, '', 'x', `${token}x`, token.slice(0, -1), `${token}.x`, token.replace(/^./, '*')])
			expect(await said(odd), String(odd)).toBe('401 net.unauthorized');
		const id = token.split('.')[1]!;
		expect((await manageTokens(env(), {})).join()).toContain(id);
		expect((await manageTokens(env(), {})).join()).not.toContain(token.split('.')[2]!);
		await manageTokens(env(), { revoke: id });
		expect(await said(token)).toBe('403 net.revoked');
		await expect(manageTokens(env(), { revoke: id })).rejects.toThrow('no token');
		const short = await make('figures', '1');
		test.pass(DAY_MS + Math.max(0, Date.now() - test.now()));
		expect(await said(short)).toBe('403 net.revoked');
	});

	it('may be used so often an hour, and each use stands in the audit', async () => {
		const token = await make('figures');
		for (let i = 0; i < LIMIT.exportsPerHour; i++) expect((await get(figures, token)).status).toBe(200);
		const late = await get<{ problem: { waitMs: number } }>(figures, token);
		expect([late.status, late.body.problem?.code]).toEqual([429, 'net.busy']);
		expect(late.body.problem.waitMs).toBeGreaterThan(0);
		test.pass(3600_000);
		expect((await get(figures, token)).status).toBe(200);
		const acts = (await (await test.desk('huy')).listAudit()).map(({ act }) => act);
		expect(acts.filter((act) => act === 'export.read').length).toBeGreaterThan(40);
	});

	it('the tool asks for scopes that there are, and for at most a year', async () => {
		for (const scopes of ['', 'all', 'figures,people', 'figures,'])
			await expect(make(scopes), scopes).rejects.toThrow('--scopes');
		for (const days of ['0', '366', '1.5', 'x']) await expect(make('figures', days), days).rejects.toThrow('--days');
		expect(await manageTokens(env(), {})).toEqual(['There are no tokens.']);
	});

	it('a page that is asked for wrongly is refused before anything else', async () => {
		const token = await make('visits');
		for (const after of ['-1', '1.5', 'x', '9'.repeat(30)])
			expect((await get(visits, token, `?after=${after}`)).body.problem?.code).toBe('net.badRequest');
		expect((await get<ExportVisits>(visits, token, '?after=9000000')).body.visits).toEqual([]);
	});
});
