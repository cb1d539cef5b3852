// What the start prints: where to go next. In the demo ward also a fresh join code and the sign-in; of a real ward
// nothing that opens anything.

import { formatJoinCode } from '../contract/join.ts';
import { formatClock } from '../domain/day.ts';
import type { VolunteerId, WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Config } from './config.ts';
import { DEMO_STAFF, DEMO_VOLUNTEERS } from './demo/make-demo.ts';
import { readDemoPassword } from './demo/sign-in.ts';
import { writeInvitation } from './invite.ts';
import type { Site } from './site.ts';

export async function describeStart(site: Site, config: Config): Promise<readonly string[]> {
	const wards = await site.store.db.selectFrom('ward').select(['id', 'name', 'is_demo']).orderBy('name').execute();
	const field = `  Field app   ${config.origin}/`;
	const desk = `  Ward desk   ${config.origin}/ward`;
	if (wards.length === 0) {
		return [
			'The store is empty. Make a ward and its first administrator:',
			'  npm run ward -- init --ward "Phường ..." --name "Họ và tên" --login tên.đăng.nhập --quarters "Khu phố 1, Khu phố 2"',
			desk
		];
	}
	const demo = wards.find((ward) => ward.is_demo === 1);
	if (!demo) return [wards.map((ward) => ward.name).join(', '), field, desk];
	return [
		`Demo: ${demo.name}. Everybody in it is made up; DEMO=0 with an empty DATA_DIR starts without it.`,
		field,
		...(await describeCode(site, demo.id as WardId)),
		desk,
		...describeSignIn(config.dataDir)
	];
}

async function describeCode(site: Site, ward: WardId): Promise<string[]> {
	const name = DEMO_VOLUNTEERS[0]!.name;
	const row = await site.store.db
		.selectFrom('volunteer')
		.select('id')
		.where('ward_id', '=', ward)
		.where('name', '=', name)
		.executeTakeFirst();
	if (!row) return [];
	const actor = { id: ward, name: 'Máy chủ' };
	const made = await writeInvitation(site, ward, row.id as VolunteerId, actor);
	if (!made.ok) return [];
	const minutes = LIMIT.inviteLifeMs / 60_000;
	const until = formatClock(made.value.expiresAt);
	return [
		`              join code ${formatJoinCode(made.value.code)} for ${name}, once, within ${minutes} minutes (until ${until})`,
		'              later ones are made at the desk, under "Tình nguyện viên"'
	];
}

function describeSignIn(dataDir: string): string[] {
	const password = readDemoPassword(dataDir);
	const names = DEMO_STAFF.map((member) => member.username).join(', ');
	return password
		? [`              sign in as ${names}; password ${password}`]
		: ['              the demo password was in DATA_DIR/demo.json, which is gone'];
}
