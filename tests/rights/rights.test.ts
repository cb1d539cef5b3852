// Show c of the ward desk: every way into the server as every role, as nobody, as staff of another ward and as staff who
// are confined to another area. Nothing may be answered, changed or told that the table does not say.

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseDay } from '../../src/lib/domain/day.ts';
import { STAFF_ROLES, type StaffRole } from '../../src/lib/domain/desk.ts';
import type { AreaId, StaffId, WardId } from '../../src/lib/domain/id.ts';
import type { Result } from '../../src/lib/domain/problem.ts';
import { SqliteFile } from '../../src/lib/server/db/sqlite-file.ts';
import { DEMO_HOUSES } from '../../src/lib/server/demo/people.ts';
import { DEMO_STAFF, DEMO_VOLUNTEERS } from '../../src/lib/server/demo/make-demo.ts';
import { readDemoPassword } from '../../src/lib/server/demo/sign-in.ts';
import { addVolunteer, initWard } from '../../src/lib/server/operator.ts';
import type { Desk } from '../../src/lib/server/ward-desk.ts';
import { encode, HEAD, tryOut, write } from '../fixtures/list-hands.ts';
import {
	joinPhone,
	KHANG,
	makePhone,
	makeVisit,
	newId,
	openTestWard,
	pullAll,
	type TestPhone,
	type TestWard
} from '../fixtures/ward.ts';
import { FRESH, NOWHERE, RIGHTS, type Who } from './table.ts';
import { findGaps, go, listWays, type Outcome, type Visitor } from './ways.ts';

const OTHER_WARD = 'Phường Láng Giềng (giả định)';
const PASSWORD = 'mot mat khau that dai';

let test: TestWard;
let ways: Awaited<ReturnType<typeof listWays>>;
/** What belongs to the demo ward's Khu phố 3. */
let things: Pick<Visitor, 'params' | 'query' | 'form'>;
let home: WardId;
let otherPhone: TestPhone;
const tokens = new Map<string, string>();

function took<Value>(answer: Result<Value>): Value {
	if (!answer.ok) throw new Error(answer.problem.code);
	return answer.value;
}

async function signIn(ward: WardId, username: string, password: string): Promise<string> {
	const answer = await test.ward.signIn({ ward, username, password, address: `10.1.0.${tokens.size}` });
	if (!answer.ok) throw new Error(answer.problem.code);
	return answer.value.token;
}

async function deskOf(name: string): Promise<Desk> {
	return (await test.ward.openDesk(tokens.get(name)!))!;
}

/** An account of one's own making: signed in, with a password of its own that was given a moment ago. */
async function addAccount(admin: Desk, ward: WardId, name: string, role: StaffRole, areas: readonly AreaId[] = []) {
	const added = await admin.people.addMember({ username: name, name: `Cán bộ ${name}`, role, areas });
	if (!added.ok) throw new Error(added.problem.code);
	await settle(ward, name, added.value.password);
}

async function settle(ward: WardId, name: string, given: string) {
	tokens.set(name, await signIn(ward, name, given));
	await (await deskOf(name)).people.changePassword({ before: given, after: PASSWORD });
	await (await deskOf(name)).people.makeFresh(PASSWORD);
}

beforeAll(async () => {
	ways = await listWays();
	test = await openTestWard();
	const phone = await joinPhone(test, KHANG);
	const made = await makeVisit(test, phone);
	const dat = (await pullAll(phone)).find((row) => row.fields['name'] === 'Cao Thành Đạt')!;
	const kp3 = (await (await test.desk('huy')).readAreas()).find(({ name }) => name === 'Khu phố 3')!.id;
	const question = { area: kp3, text: `Nên đến ${KHANG} lúc nào?`, askedAt: test.now() };
	const difficulty = phone.entry('difficulty.add', newId(test), question);
	const second = await joinPhone(test, 'Trần Thị Mận');
	const odd = phone.entry('visit.add', newId(test), { household: made.household, seenAt: 'gestern', outcome: 'done' });
	await phone.push([
		...made.entries,
		odd,
		difficulty,
		phone.entry('person.set', dat.id, { name: 'Cao Thành Đát' }, { bv: dat.v })
	]);
	await second.push([second.entry('person.set', dat.id, { name: 'Cao Thanh Đạt' }, { bv: dat.v })]);

	const password = readDemoPassword(test.config.dataDir)!;
	home = (await test.ward.listWards())[0]!.id;
	for (const { username, role } of DEMO_STAFF) {
		tokens.set(role, await signIn(home, username, password));
		await (await deskOf(role)).people.makeFresh(password);
	}
	const admin = await deskOf('administrator');
	const areas = await admin.readAreas();
	const idOf = (name: string) => areas.find((area) => area.name === name)!.id;
	await addAccount(admin, home, 'confined', 'areaPolice', [idOf('Khu phố 4')]);
	const spare = await admin.people.addMember({ username: 'spare', name: 'Cán bộ Thừa', role: 'oneStop', areas: [] });
	if (!spare.ok) throw new Error(spare.problem.code);
	const asked = await admin.privacy.addRequest({
		kind: 'view',
		person: made.person,
		asker: 'Người Hỏi Thử',
		contact: '',
		detail: ''
	});
	const staff = (await admin.people.readStaff())!;
	const police = await deskOf('areaPolice');
	const volunteer = (await police.listVolunteers()).find((row) => row.name === KHANG)!;
	const item = (await police.content.listItems()).find((row) => row.kind === 'guide')!;
	const member = staff.rows.find((row) => row.username === 'spare')!.id as StaffId;
	const leader = await deskOf('leader');
	const days = { from: parseDay('2026-11-01')!, to: parseDay('2026-11-30')! };
	const campaign = took(await leader.figures.writeCampaign(null, { name: 'Đợt thử', ...days, targets: [] }));
	const figure = { measure: 'issued', level: null, asOf: days.from, count: 5, whole: null, rate: null } as const;
	const reported = took(
		await leader.figures.addReported({ ...figure, area: idOf('Khu phố 3'), source: 'Danh sách', note: '' })
	);
	const report = took(await leader.figures.makeReport({ kind: 'month', day: days.from, campaign }, {}));
	const inKp3 = { area: idOf('Khu phố 3') };
	const session = took(
		await leader.sessions.add({
			place: 'Nhà văn hóa giả định',
			...inKp3,
			day: parseDay('2026-12-20'),
			from: '08:00',
			to: '11:00',
			slotMinutes: 15,
			perSlot: 2
		})
	);
	const referral = (await leader.referrals.list(inKp3)).rows[0]!;
	// one row that is not taken: the batch brings nobody, and has something to look at
	await tryOut(police, encode(`${HEAD}\nKP3;ngõ Đình;1;Ai Đó;31/02/1980;Nam;`));
	const batch = await write(police, (await police.list.read()).look!.id);
	const named = {
		visit: made.seen,
		entry: odd.id,
		difficulty: difficulty.e,
		case: `${dat.id}.name`,
		person: made.person,
		household: made.household,
		volunteer: volunteer.id,
		device: phone.device,
		member,
		// one that inviting has left: ending it ends nobody's way
		session: staff.sessions.find((row) => row.staffName === 'Đặng Quốc Huy' && row.id !== police.people.session.id)!.id,
		to: idOf('Khu phố 4'),
		plan: '1',
		day: '2026-11-20',
		from: '2026-11-01',
		q: 'dinh thi thu',
		by: 'age',
		until: '2026-11-20'
	};
	things = {
		params: {
			household: made.household,
			area: idOf('Khu phố 3'),
			volunteer: volunteer.id,
			language: 'vi',
			kind: 'guide',
			id: item.id,
			request: asked.ok ? asked.value.id : '',
			report,
			session,
			rest: 'x'
		},
		// not for the forms: one of them would take it back
		query: { ...named, batch: batch.id },
		form: [
			...Object.entries({
				...named,
				v: '1',
				target: `visit/${made.seen}/outcome`,
				comment: 'Xem lại giúp',
				reason: 'Đối chiếu hồ sơ',
				note: 'Không dùng',
				anywhere: '1',
				choice: 'kept',
				before: idOf('Khu phố 3'),
				after: idOf('Khu phố 4'),
				parent: idOf('Khu phố 3'),
				areaName: 'Tổ Thử',
				lane: 'ngõ Đình',
				holder: volunteer.id,
				untilOn: '30/11/2026',
				area: idOf('Khu phố 4'),
				role: 'oneStop',
				required: '0',
				username: 'khong ai',
				password: 'sai',
				code: '000000',
				do: 'answer',
				answer: 'Đã cho xem',
				reply: 'Sau 17 giờ',
				kind: 'view',
				asker: 'Người Hỏi Thử',
				keepDays: '365',
				hash: 'x',
				item: `${referral.key}.${referral.n}`,
				act: 'takeUp',
				days: '20',
				what: 'Mất một máy',
				step: 'contain',
				by: 'age',
				// for taking back a figure
				id: reported as string
			}),
			// the acts about figures read the last of a name, all others the first
			...Object.entries({
				id: campaign,
				name: 'Đợt thử, sửa',
				from: '01/11/2026',
				to: '30/11/2026',
				area: idOf('Khu phố 3'),
				measure: 'issued',
				level: '',
				asOf: '15/11/2026',
				count: '5',
				source: 'Danh sách giả định',
				kind: 'month',
				day: '20/11/2026',
				campaign: '',
				purpose: 'Giao việc',
				appendix: '1'
			})
		]
	};

	const said = (
		await initWard(
			{ DATA_DIR: test.config.dataDir, DEMO: '0' },
			{
				ward: OTHER_WARD,
				name: 'Quản trị Láng Giềng',
				login: 'foreign-administrator',
				quarters: 'Khóm Bên Kia'
			}
		)
	).join('\n');
	const other = (await test.ward.listWards()).find((ward) => ward.name === OTHER_WARD)!.id;
	await settle(other, 'foreign-administrator', /password (\S+)/.exec(said)![1]!);
	const foreign = await deskOf('foreign-administrator');
	// A second step would keep them all from the ways that are tried here, and the first refusal would prove nothing.
	expect((await foreign.people.requireCode(false)).ok).toBe(true);
	for (const role of STAFF_ROLES.filter((one) => one !== 'administrator'))
		await addAccount(foreign, other, `foreign-${role}`, role);
	await addVolunteer(
		{ DATA_DIR: test.config.dataDir, DEMO: '0' },
		{ ward: OTHER_WARD, name: 'Người Bên Kia', quarters: 'Khóm Bên Kia' }
	);
	const [own] = await foreign.listVolunteers();
	const invitation = await foreign.makeInvitation(own!.id);
	otherPhone = await makePhone(test);
	await otherPhone.join(invitation.ok ? invitation.value.code : '');
}, 300_000);
afterAll(() => test.close());

/** What somebody looked at and published is no secret of an area, nor is what an account keeps for itself. */
const OWN_TABLES = [
	'audit',
	'audit_head',
	'staff',
	'recovery_code',
	'content_edition',
	'content_item',
	'breach',
	'ward_book',
	'saved_filter'
];

async function visit(way: string, name: string | null): Promise<Outcome> {
	return go(way, ways.get(way)!, { ward: test.ward, desk: name ? await deskOf(name) : null, ...things });
}

/** Everything that the demo ward's rows say, but what signing in and asking often leaves. */
function hashHome(without: readonly string[] = []): string {
	const db = new SqliteFile(join(test.config.dataDir, 'ward.sqlite'), { readonly: true });
	const tables = db.prepare(`select name from sqlite_master where type = 'table'`).all() as { name: string }[];
	const hash = createHash('sha256');
	for (const { name } of tables) {
		const columns = db.prepare(`pragma table_info('${name}')`).all() as { name: string }[];
		if (!columns.some((column) => column.name === 'ward_id') || ['pace', 'session', ...without].includes(name))
			continue;
		hash.update(JSON.stringify(db.prepare(`select * from "${name}" where ward_id = ?`).all(home)));
	}
	db.close();
	return hash.digest('hex');
}

const namesOf = (quarter?: string) =>
	DEMO_HOUSES.filter((house) => !quarter || house.quarter === quarter).flatMap((house) =>
		house.people.map(({ name }) => name)
	);

const isAllowed = (who: Who, role: StaffRole) =>
	who === 'staff' || who === 'anybody' || (Array.isArray(who) && who.includes(role));
const DESK_WAYS = Object.entries(RIGHTS).filter(([way]) => way.startsWith('/ward'));

describe('the table of rights', () => {
	it('knows every way on disk, and no other', () => {
		expect(findGaps(ways.keys(), RIGHTS)).toEqual([]);
		expect(findGaps([...Object.keys(RIGHTS), '/ward/planted load'], RIGHTS)).toEqual([
			'/ward/planted load has no line'
		]);
		expect(findGaps([], { '/ward/gone load': 'staff' })).toEqual(['/ward/gone load is not there']);
	});

	it('is the one in docs', async () => {
		const mark = (is: boolean) => (is ? 'yes' : '·');
		const rows = Object.entries(RIGHTS).map(([way, who]) => {
			const cells = [mark(who === 'anybody'), mark(who === 'phone' || who === 'anybody')];
			return `| \`${way}\` | ${[...cells, ...STAFF_ROLES.map((role) => mark(isAllowed(who, role)))].join(' | ')} |`;
		});
		const head = ['way', 'nobody', 'phone', ...STAFF_ROLES];
		const text = [
			'# Who may do what',
			'',
			'Written by `tests/rights/rights.test.ts` from `tests/rights/table.ts`; each way is tried as each of these, as staff of another ward and as staff who are confined to another area. `?/name` is the act of a form.',
			'',
			`| ${head.join(' | ')} |`,
			`|${head.map(() => '---').join('|')}|`,
			...rows,
			''
		].join('\n');
		await expect(text).toMatchFileSnapshot('../../docs/rights.md');
	});
});

// before anybody who may has changed what the ids stand for
describe.each(DESK_WAYS)('%s from elsewhere', (way, who) => {
	it('tells another ward’s staff nothing and lets them change nothing', async () => {
		const before = hashHome();
		const secrets = [...namesOf(), ...DEMO_STAFF.map(({ name }) => name), ...DEMO_VOLUNTEERS.map(({ name }) => name)];
		for (const role of STAFF_ROLES) {
			const { is, text } = await visit(way, `foreign-${role}`);
			expect(
				secrets.filter((secret) => text.includes(secret)),
				role
			).toEqual([]);
			if (!isAllowed(who, role)) expect(is, role).toBe('refused');
		}
		expect(hashHome()).toBe(before);
	});

	it('tells whoever is confined to another area nothing of this one, and lets them change nothing there', async () => {
		const before = hashHome(OWN_TABLES);
		const { text } = await visit(way, 'confined');
		const there = new Set(namesOf('KP4'));
		expect(namesOf('KP3').filter((name) => !there.has(name) && text.includes(name))).toEqual([]);
		expect(hashHome(OWN_TABLES)).toBe(before);
	});
});

describe.each(DESK_WAYS)('%s', (way, who) => {
	it('sends whoever is not signed in to the door', async () => {
		const { is } = await visit(way, null);
		if (who === 'anybody') expect(['in', 'problem', 'door']).toContain(is);
		else expect(is).toBe('door');
	});

	it('refuses each role that may not, and answers each that may', async () => {
		for (const role of STAFF_ROLES) {
			const { is } = await visit(way, role);
			if (!isAllowed(who, role)) expect(is, role).toBe('refused');
			else if (NOWHERE.includes(way)) expect(is, role).toBe('nothing');
			else if (/ (load|layout|GET)$/.test(way) && !way.startsWith('/ward/sign-in')) expect(is, role).toBe('in');
			else expect(['in', 'problem', 'elsewhere', 'door'], role).toContain(is);
		}
	});
});

describe('ways that ask for the password again', () => {
	it.each(FRESH)('%s sends whoever did not give it to give it', async (way) => {
		test.pass(6 * 60_000);
		const { is } = await visit(way, 'leader');
		expect(is).toBe('elsewhere');
	});
});

describe('what phones ask', () => {
	const PHONE_WAYS = Object.entries(RIGHTS).filter(([, who]) => who === 'phone');

	it.each(PHONE_WAYS)('%s answers no request without a phone’s signature', async (way) => {
		const { is, text } = await visit(way, 'leader');
		expect(['refused', 'problem']).toContain(is);
		expect(namesOf().filter((name) => text.includes(name))).toEqual([]);
	});

	it('tells a phone of another ward nothing of this one’s records, whatever ids it names', async () => {
		const ids = [things.params['household'], things.query['visit'], things.query['person']];
		const before = hashHome();
		const answers = [
			await otherPhone.pull(0),
			await otherPhone.pull(0, { ids }),
			await otherPhone.ask('reconcile', { ids }),
			await otherPhone.push([otherPhone.entry('person.set', things.query['person']!, { name: 'Kẻ Lạ' }, { bv: 1 })])
		];
		for (const answer of answers) {
			const text = JSON.stringify(answer.body);
			expect(namesOf().filter((name) => text.includes(name))).toEqual([]);
		}
		expect(JSON.stringify(answers[1]!.body)).not.toContain('Đinh Thị Thử');
		expect(hashHome()).toBe(before);
	});
});
