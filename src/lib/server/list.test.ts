// A ward's list from file to records and back: what a dry run says, what is written, and that nothing is left.

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDumpedWords } from '../../../tests/fixtures/found-words.ts';
import {
	bring,
	encode,
	expectNoTrace,
	HEAD,
	makeRows,
	seePlan,
	tryOut,
	undo,
	write
} from '../../../tests/fixtures/list-hands.ts';
import { dumpStore } from '../../../tests/fixtures/store-copy.ts';
import { eachEngine, joinPhone, KHANG, pullAll } from '../../../tests/fixtures/ward.ts';
import { makeWorkbook } from '../../../tests/fixtures/workbook.ts';
import { LIMIT } from '../domain/limit.ts';

eachEngine('a list of residents', (test) => {
	it('goes on from one request to the next, each of which opens the desk anew', async () => {
		const piece = encode([HEAD, 'KP3;ngõ Mới;1;Lò Thị Thử;14/05/1985;Nữ;000185009901'].join('\n'));
		const sent = await (await test.desk('huy')).list.addPart({ at: 0, of: piece.byteLength, piece });
		expect(sent).toEqual({ ok: true, value: { held: piece.byteLength } });
		expect((await (await test.desk('huy')).list.read()).look).not.toBeNull();
		expect((await (await test.desk('khiem')).list.read()).look).toBeNull();
	});

	it('is tried out, written, sent to phones, not doubled, and taken back without a trace', async () => {
		const desk = await test.desk('huy');
		const phone = await joinPhone(test, KHANG);
		const before = (await pullAll(phone)).length;
		const rows = [
			'KP3;ngõ Mới;1;Lò Thị Thử;14/05/1985;Nữ;000185009901',
			'KP3;ngõ Mới;1;Lò Văn Thử;1980;Nam;',
			'KP3;ngõ Mới;1;lo van thu;02/03/1980;Nam;',
			'KP9;ngõ Mới;2;Ai Đó;1980;Nam;',
			'KP3;ngõ Đình;12/3;Ngô Thị Sen;14/05/1985;Nữ;000185000101',
			'KP3;ngõ Mới;3;;;;'
		];
		const bytes = encode([HEAD, ...rows].join('\n'));
		const { id, plan } = await tryOut(desk, bytes, { state: 'l2Approved' });
		expect(plan).toMatchObject({ rows: 6, people: 2, households: 2, skipped: 3 });
		expect(plan.findings).toEqual([
			{ row: 4, field: 'name', code: 'twice' },
			{ row: 5, field: 'area', code: 'unknownArea' },
			{ row: 6, field: 'personalId', code: 'sameNumber' }
		]);
		expect((await pullAll(phone)).length).toBe(before);
		const batch = await write(desk, id);
		expect(batch).toMatchObject({ state: 'done', people: 2, households: 2, done: 6, skipped: 3 });
		expect((await desk.listHouseholds({ search: 'ngo moi lo thi' })).total).toBe(1);
		const sent = await pullAll(phone);
		expect(sent.length).toBe(before + 4);
		const person = sent.find((row) => 'fields' in row && row.fields['name'] === 'Lò Thị Thử');
		expect(person).toMatchObject({
			fields: { idTail: '9901', standing: { state: 'l2Approved', evidence: 'policeList' } }
		});
		expect(JSON.stringify(sent)).not.toContain('000185009901');
		// pressed twice, or brought twice, it adds nothing
		expect(await desk.list.start(id)).toMatchObject({ problem: { code: 'list.changedSince' } });
		expect((await tryOut(desk, bytes)).plan).toMatchObject({ people: 0, households: 0 });
		desk.list.drop();

		expect(await undo(desk, batch.id)).toMatchObject({ state: 'undone', removed: 4, kept: 0 });
		expect(await desk.list.undo(batch.id)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		const left = (await pullAll(phone)).filter((row) => !('deleted' in row && row.deleted));
		expect(left.length).toBe(before);
		expect((await desk.listHouseholds({ search: 'ngo moi' })).total).toBe(0);
		const words = readDumpedWords(await dumpStore(test.config));
		expect(words.index).toEqual(words.rows);
		const acts = (await desk.listAudit()).filter(({ act }) => act.startsWith('list.'));
		expect(acts.map(({ act, reason }) => [act, reason])).toEqual(
			expect.arrayContaining([
				['list.import', '2/6'],
				['list.undo', '4/4']
			])
		);
		await expectNoTrace(test, desk.staff.ward, [
			'Lò Thị Thử',
			'Lò Văn Thử',
			'ngõ Mới',
			// as a value: four digits stand in many a random id
			'"9901',
			'009901',
			'lo thi thu',
			'ngo moi'
		]);
		// after the undo the same list is new again
		expect((await tryOut(desk, bytes)).plan).toMatchObject({ people: 2, households: 2 });
	});

	it('keeps what somebody has worked on when it is taken back', async () => {
		const desk = await test.desk('khiem');
		const phone = await joinPhone(test, KHANG);
		const { id } = await tryOut(desk, encode([HEAD, ...makeRows(8)].join('\n')));
		const batch = await write(desk, id);
		const rows = await pullAll(phone);
		const row = rows.find((one) => 'fields' in one && one.fields['name'] === 'Thử Văn 0')!;
		const told = await phone.push(
			await phone.seal([phone.entry('person.set', row.id, { presence: 'away' }, { bv: 1 })])
		);
		expect(told.body.res).toMatchObject([{ s: 'ok' }]);
		// the person and the door that the person stands behind
		expect(await undo(desk, batch.id)).toMatchObject({ kept: 2 });
	});

	it('is for the area police and the administrator alone', async () => {
		for (const name of ['cuc', 'son', 'tuyet']) {
			const desk = await test.desk(name);
			expect(await desk.list.addPart({ at: 0, of: 1, piece: encode('x') })).toMatchObject({
				problem: { code: 'staff.notAllowed' }
			});
			expect(await desk.list.undo('x')).toMatchObject({ problem: { code: 'staff.notAllowed' } });
			expect(await desk.list.read()).toMatchObject({ canImport: false, look: null, batches: [] });
		}
	});

	it('of 2,000 rows is written within ten seconds, with its errors by row', async () => {
		const desk = await test.desk('huy');
		const { id, plan } = await tryOut(desk, encode([HEAD, ...makeRows(2000)].join('\n')));
		expect(plan).toMatchObject({ rows: 2000, people: 1800, households: 500, counts: { error: 200 } });
		expect(plan.findings[0]).toEqual({ row: 11, field: 'birth', code: 'badDay' });
		const started = performance.now();
		expect(await write(desk, id)).toMatchObject({ state: 'done', people: 1800 });
		expect(performance.now() - started).toBeLessThan(10_000);
	}, 40_000);

	it('however damaged, never throws and never brings anybody twice', async () => {
		const desk = await test.desk('huy');
		const good = encode([HEAD, ...makeRows(12)].join('\n'));
		const change = fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) });
		await fc.assert(
			fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
				const bytes = good.slice();
				for (const { at, byte } of changes) bytes[at] = byte;
				if (!(await bring(desk, bytes)).ok) return;
				const look = (await desk.list.read()).look!;
				const choice = { mapping: look.guess, area: null, state: null };
				if (!desk.list.plan(look.id, choice).ok) return;
				await seePlan(desk);
				await write(desk, look.id);
				await bring(desk, bytes);
				const again = (await desk.list.read()).look!;
				desk.list.plan(again.id, choice);
				expect(await seePlan(desk)).toMatchObject({ people: 0, households: 0 });
			}),
			{ numRuns: 15 }
		);
	}, 40_000);

	it('that is no list is refused with a sentence', async () => {
		const desk = await test.desk('huy');
		const tried: [Uint8Array, string][] = [
			[encode('just a line'), 'list.notTable'],
			[Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'list.notTable'],
			[encode('PK\u0003\u0004 no archive'), 'list.notTable'],
			[encode('a;b\n'.repeat(LIMIT.listFileRows + 30)), 'list.tooManyRows'],
			[makeWorkbook([['a', 'b']], { 'xl/vbaProject.bin': 'x' }), 'list.macros']
		];
		for (const [bytes, code] of tried) expect(await bring(desk, bytes)).toMatchObject({ problem: { code } });
		const large = { at: 0, of: LIMIT.listBytes + 1, piece: encode('x') };
		expect(await desk.list.addPart(large)).toMatchObject({ problem: { code: 'list.tooLarge' } });
		const gap = { at: 5, of: 9, piece: encode('x') };
		expect(await desk.list.addPart(gap)).toMatchObject({ problem: { code: 'list.interrupted' } });
		expect((await desk.list.read()).look).toBe(null);
	});

	it('comes as a workbook too: merged titles, days, formulas and numbers that lost their zeros', async () => {
		const desk = await test.desk('huy');
		const bytes = makeWorkbook([
			['DANH SÁCH CƯ TRÚ', null],
			['Khu phố', 'Số nhà', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Số định danh'],
			['Khu phố 3', 7001, 'Thử Văn Ô', { day: 31181 }, 'Nam', 185000101],
			['Khu phố 3', '7002', { formula: '1+1', value: 'Thử Công Thức' }, 1985, 'Nữ', '000185007777']
		]);
		const { plan } = await tryOut(desk, bytes);
		expect(plan).toMatchObject({ rows: 2, people: 2, households: 2, counts: { error: 0 } });
		expect(plan.findings).toEqual([{ row: 3, field: 'personalId', code: 'shortNumber' }]);
		const { look } = await desk.list.read();
		expect(look?.sample[0]?.[3]).toBe('1985-05-14');
		expect(look?.sample[1]?.[2]).toBe('Thử Công Thức');
	});
});
