// The rows of a list that somebody should look at, as a file: all of them and not the first ones, in words, naming rows and
// columns and nobody; of a dry run while it lies in memory, of a batch for as long as it stands.

import { expect, it } from 'vitest';
import { dump, encode, HEAD, makeRows, seePlan, tryOut, undo, write } from '../../../tests/fixtures/list-hands.ts';
import { readXlsx } from '../../../tests/fixtures/office.ts';
import { eachEngine } from '../../../tests/fixtures/ward.ts';
import { LIMIT } from '../domain/limit.ts';
import { LIST_CODES, type ListFinding } from '../domain/list-row.ts';
import { list as words } from '../ui/words/vi/list.ts';
import { sendFile } from './answer-file.ts';
import { PackedFindings, readFindings, writeFindings } from './packed-findings.ts';
import { writeFindingFile } from './list-report.ts';
import type { Result } from '../domain/problem.ts';
import type { SentFile } from './figure-port.ts';

const TITLE = words.report.head;
const said = ({ row, field, code }: ListFinding) => [
	row,
	words.report.kinds[LIST_CODES[code]],
	words.fields[field],
	words.codes[code]
];

async function readBytes(
	answer: Result<SentFile>
): Promise<{ name: string; bytes: Uint8Array; length: string | null }> {
	if (!answer.ok) throw new Error(answer.problem.code);
	const response = sendFile(answer.value);
	const bytes = new Uint8Array(await response.arrayBuffer());
	return { name: answer.value.name, bytes, length: response.headers.get('content-length') };
}

async function readSheet(answer: Result<SentFile>) {
	const { name, bytes } = await readBytes(answer);
	expect(name).toMatch(/\.xlsx$/);
	const [sheet] = readXlsx(bytes);
	return sheet!.rows;
}

eachEngine('rows of a list to look at', (test) => {
	it('are all in the file of the dry run, and in that of the batch, in words and without what a cell holds', async () => {
		const [huy, khiem] = [await test.desk('huy'), await test.desk('khiem')];
		// 2,500 rows: every tenth has a day that is none, more than the page shows; and one comes twice
		const rows = makeRows(2_500);
		const bytes = encode([HEAD, ...rows, rows[0]].join('\n'));
		const { id, plan } = await tryOut(huy, bytes);
		expect(plan.findings.length).toBe(LIMIT.listFindings);
		const faults = rows.flatMap((_row, at): ListFinding[] =>
			at % 10 === 9 ? [{ row: at + 2, field: 'birth', code: 'badDay' }] : []
		);
		const all = [...faults, { row: 2_502, field: 'name', code: 'twice' } as const];
		const sheet = await readSheet(await huy.list.exportLook(id, words));
		expect(sheet).toEqual([[words.report.title(251)], TITLE, ...all.map(said)].map((row) => [...row]));
		const told = JSON.stringify(sheet);
		for (const value of ['Thử', '31/02/1980', 'hẻm', '000']) expect(told).not.toContain(value);
		// the list lies with whoever brought it
		expect(await khiem.list.exportLook(id, words)).toMatchObject({ problem: { code: 'list.changedSince' } });

		const batch = await write(huy, id);
		expect(batch).toMatchObject({ state: 'done', found: 251, skipped: 251 });
		expect(await huy.list.exportLook(id, words)).toMatchObject({ problem: { code: 'list.changedSince' } });
		expect(await readSheet(await khiem.list.exportBatch(batch.id, words))).toEqual(sheet);
		const lines = (await huy.listAudit()).filter(({ act }) => act === 'list.report');
		expect(lines.map(({ actorName, subject, reason }) => [actorName, subject, reason])).toEqual(
			expect.arrayContaining([
				['Đặng Quốc Huy', id, '251'],
				[khiem.staff.name, batch.id, '251']
			])
		);
		expect(await undo(khiem, batch.id)).toMatchObject({ state: 'undone', found: 0 });
		expect(await khiem.list.exportBatch(batch.id, words)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		expect((await dump(test)).get('list_report')).toEqual([]);
	}, 60_000);

	it('are those of the last dry run, and none while one is under way', async () => {
		const desk = await test.desk('huy');
		const { id } = await tryOut(desk, encode([HEAD, ...makeRows(600)].join('\n')));
		const look = (await desk.list.read()).look!;
		// read without sexes: every row lacks one now
		const { sex: _, personalId: __, ...mapping } = look.guess;
		desk.list.plan(id, { mapping, area: null, state: null });
		expect(await desk.list.exportLook(id, words)).toMatchObject({ problem: { code: 'list.changedSince' } });
		const plan = (await seePlan(desk))!;
		const sheet = await readSheet(await desk.list.exportLook(id, words));
		expect(sheet.length - 2).toBe(plan.counts.error);
		expect(plan.counts.error).toBe(600 + 60);
	});

	it('are for whoever brings lists in, of the own ward', async () => {
		const desk = await test.desk('huy');
		const bytes = encode([HEAD, 'KP9;ngõ Mới;2;Ai Đó;1980;Nam;'].join('\n'));
		const batch = await write(desk, (await tryOut(desk, bytes)).id);
		expect((await desk.list.exportBatch(batch.id, words)).ok).toBe(true);
		for (const name of ['cuc', 'son', 'tuyet']) {
			const other = await test.desk(name);
			for (const answer of [await other.list.exportLook('x', words), await other.list.exportBatch(batch.id, words)])
				expect(answer).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		}
		expect(await desk.list.exportBatch('x', words)).toMatchObject({ problem: { code: 'desk.notOpen' } });
		// nothing was found: there is nothing to download
		const clean = await write(desk, (await tryOut(desk, encode([HEAD, makeRows(1)[0]].join('\n')))).id);
		expect(await desk.list.exportBatch(clean.id, words)).toMatchObject({ problem: { code: 'desk.notOpen' } });
	});

	it('of a list of 100,000 rows are sent as lines of text, piece by piece', async () => {
		const desk = await test.desk('huy');
		const rows = Array.from({ length: LIMIT.listFileRows }, (_, at) => `KP3;hẻm Thử;${at};Thử Văn ${at};sai;Nam;`);
		const { id, plan } = await tryOut(desk, encode([HEAD, ...rows].join('\n')));
		expect(plan.counts.error).toBe(rows.length);
		const answer = await desk.list.exportLook(id, words);
		if (!answer.ok || answer.value.body instanceof Uint8Array) throw new Error('not written as it is sent');
		const before = process.memoryUsage().heapUsed;
		const lines: string[] = [];
		const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
		let longest = 0;
		let count = 0;
		let rest = '';
		for await (const piece of answer.value.body as unknown as AsyncIterable<Uint8Array>) {
			longest = Math.max(longest, piece.length);
			const parts = (rest + decoder.decode(piece, { stream: true })).split('\r\n');
			rest = parts.pop()!;
			count += parts.length;
			// the ends are enough to look at
			lines.push(...parts.slice(0, lines.length === 0 ? 2 : 0));
			if (parts.length > 0) lines[2] = parts.at(-1)!;
		}
		expect(rest).toBe('');
		expect(count).toBe(rows.length + 1);
		expect(lines[0]).toBe(`\uFEFF${TITLE.join(',')}`);
		const [, kind, field, what] = said({ row: 2, field: 'birth', code: 'badDay' });
		expect(what).not.toContain('"');
		expect(lines.slice(1)).toEqual([2, rows.length + 1].map((row) => `${row},"${kind}",${field},"${what}"`));
		expect(longest, 'no piece holds more than a thousand lines').toBeLessThan(300_000);
		expect(process.memoryUsage().heapUsed - before).toBeLessThan(30_000_000);
	}, 120_000);
});

it('findings come out of their bytes and their text as they went in', () => {
	const codes = Object.keys(LIST_CODES) as (keyof typeof LIST_CODES)[];
	const all = Array.from({ length: 12_345 }, (_, at): ListFinding => {
		const field = (['area', 'approvedOn', 'personalId'] as const)[at % 3]!;
		return { row: at * 81, field, code: codes[at % codes.length]! };
	});
	const packed = new PackedFindings();
	for (const one of all) packed.add(one);
	expect([...packed]).toEqual(all);
	expect(packed.left).toBe(0);
	expect(readFindings(writeFindings(all))).toEqual(all);
	expect(readFindings('2.birth.badDay 3.birth.gone 4.gone.badDay x')).toEqual([
		{ row: 2, field: 'birth', code: 'badDay' }
	]);
	expect(readFindings('')).toEqual([]);
});

it('findings that are more than a file holds are counted in its last line, in either kind of file', async () => {
	for (const most of [3, LIMIT.listExportRows + 1]) {
		const findings = new PackedFindings(most);
		for (let row = 0; row < most + 7; row++) findings.add({ row, field: 'name', code: 'required' });
		const { count, left } = findings;
		expect([count, left]).toEqual([most + 7, 7]);
		const file = await writeFindingFile({ id: 'x', count, left, findings }, words);
		const answer = { ok: true, value: file } as const;
		if (most === 3) {
			const sheet = await readSheet(answer);
			expect(sheet.length).toBe(2 + most + 1);
			expect(sheet.at(-1)!.at(-1)).toBe(words.report.left(7));
			continue;
		}
		expect(file.name).toMatch(/\.csv$/);
		const lines = new TextDecoder()
			.decode((await readBytes(answer)).bytes)
			.trimEnd()
			.split('\r\n');
		expect(lines.length).toBe(1 + most + 1);
		expect(lines.at(-1)).toContain(words.report.left(7));
	}
});

it('a download that is broken off ends the work', async () => {
	let isEnded = false;
	function* endless(): Generator<ListFinding> {
		try {
			for (let row = 2; ; row++) yield { row, field: 'name', code: 'required' };
		} finally {
			isEnded = true;
		}
	}
	const { body } = await writeFindingFile({ id: 'x', count: 1e6, left: 0, findings: endless() }, words);
	if (body instanceof Uint8Array) throw new Error('not written as it is sent');
	const reader = body.getReader();
	expect((await reader.read()).done).toBe(false);
	await reader.cancel();
	expect(isEnded).toBe(true);
});
