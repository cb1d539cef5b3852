// The offline core on the other engines that phones have, as far as this machine has them (tests/engines.mjs): join,
// write a visit down, lose the ward, be switched off and on, unlock, find it, write on, die, find that too, send, and
// show the receipt. The ward is really gone meanwhile, so each opening comes from what the browser kept.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { findEngines } from '../engines.mjs';
import { EnginePhone } from './engine-phone.ts';
import { WardServer } from './stage.ts';

const SHOTS = fileURLToPath(new URL('../.tmp/engines', import.meta.url));
mkdirSync(SHOTS, { recursive: true });

const RIVERSIDE = (number: number) => `${number} đường Bờ Sông`;

for (const engine of findEngines()) {
	test.describe(engine, () => {
		test.describe.configure({ mode: 'serial' });

		let ward: WardServer;
		let phone: EnginePhone;
		const begunAt = Date.now();
		const show = (name: string) => phone.shoot(join(SHOTS, `${engine}-${name}.png`));

		test.beforeAll(async () => {
			ward = await new WardServer().start();
			phone = new EnginePhone(engine, ward.origin);
		});
		test.afterAll(async () => {
			await phone.throwAway();
			await ward.close();
		});

		test(`${engine}: joins, gets its list and keeps the app`, async () => {
			const code = /join code (\S+) for/.exec(ward.output)?.[1];
			expect(code, 'a new demo ward says a join code').toBeTruthy();
			await phone.open();
			await phone.join(code!);
			await phone.see('Hôm nay');
			await phone.waitUntilKept();
			await show('today');
		});

		test(`${engine}: nobody home, with the ward gone`, async () => {
			await ward.stop();
			await phone.press('link', 'Hộ dân', true);
			await phone.press('button', `Không gặp ai ở nhà ${RIVERSIDE(23)}`);
			await phone.seeRow(RIVERSIDE(23), 'vắng · đã lưu trên máy');
			await phone.seeStatus('1 chờ gửi');
			await phone.seeRow(RIVERSIDE(23), 'không gặp ai');
			await show('doors');
		});

		test(`${engine}: switched off and on without a ward, it opens deep inside, locked, and has it still`, async () => {
			await phone.close();
			await phone.open('/doors');
			await phone.unlock('11223399');
			await phone.see('Mã PIN chưa đúng');
			await phone.unlock();
			await phone.seeRow(RIVERSIDE(23), 'không gặp ai');
			await phone.seeStatus('1 chờ gửi');
		});

		test(`${engine}: a phone that dies right after the tap has that visit, too`, async () => {
			await phone.press('button', `Không gặp ai ở nhà ${RIVERSIDE(48)}`);
			await phone.seeRow(RIVERSIDE(48), 'vắng · đã lưu trên máy');
			await phone.kill();
			await phone.open('/doors');
			await phone.unlock();
			await phone.seeRow(RIVERSIDE(48), 'không gặp ai');
			await phone.seeStatus('2 chờ gửi');
			await show('again');
		});

		test(`${engine}: the ward is back: all of it is sent once, with a receipt for each`, async () => {
			await ward.start();
			await phone.sendNow();
			await phone.see('Không còn gì chờ gửi');
			await phone.see(/biên nhận số \d+/);
			await show('sent');
			const visits = ward.readStore(
				`select count(*) as visits, count(distinct v.household_id) as doors
				from visit_row v join volunteer o on o.ward_id = v.ward_id and o.id = v.volunteer_id
				where o.name = 'Lê Minh Khang' and v.seen_at > ${begunAt}`
			);
			expect(visits).toEqual([{ visits: 2, doors: 2 }]);
		});
	});
}
