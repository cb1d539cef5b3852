// Show d of the desk and scenario O3: the month report holds letter head, results, causes, difficulties and proposals,
// no name; with the appendix names, for staff alone and with a line. Both files are opened by another program.

import { strFromU8, unzipSync } from 'fflate';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { convert, readPdf } from '../../../../tests/fixtures/other-programs.ts';
import { makeWard, NAME_MARK, WHOLE_WARD, type MadeWard } from '../../../../tests/fixtures/made-ward.ts';
import { readDocx, readXlsx } from '../../../../tests/fixtures/office.ts';
import { TEST_DAY } from '../../../../tests/fixtures/ward.ts';
import { hasReader, sayReader } from '../../../../tests/readers.mjs';
import type { Day } from '../../domain/day.ts';
import type { StaffRole } from '../../domain/desk.ts';
import type { ReportId, StaffId } from '../../domain/id.ts';
import { REPORT_TEXTS, type ReportText } from '../../domain/ward-report.ts';
import { letter } from '../../ui/words/vi/letter.ts';
import { readConfig } from '../config.ts';
import { openFigureDesk } from '../figure-desk.ts';
import type { FileFormat } from '../figure-port.ts';
import { Report } from '../report.ts';
import { newId, openSite, type Site } from '../site.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'gocua-letter-'));
const PICTURES = join(import.meta.dirname, '../../../../tests/.tmp/letters');
let site: Site;
let made: MadeWard;
let report: ReportId;

const sitAt = (role: StaffRole) =>
	openFigureDesk(
		site,
		new Report(site),
		{ ward: made.ward, wardName: made.name, id: newId<StaffId>(site), name: 'Cán bộ Thử', role, areas: null },
		WHOLE_WARD
	);

function take<Value>(answer: { ok: true; value: Value } | { ok: false; problem: { code: string } }): Value {
	if (!answer.ok) throw new Error(answer.problem.code);
	return answer.value;
}

const TEXTS: Readonly<Record<ReportText, string>> = {
	number: '12',
	place: 'Hòa An',
	addressee: 'Công an tỉnh (giả định)',
	summary: 'Phường báo cáo kết quả tháng 11 như sau:',
	difficulties: 'Nhiều người đi làm xa.\nSóng yếu ở tổ 7 <dốc> & bến sông.',
	proposals: 'Đề nghị mở thêm buổi thu nhận lưu động.',
	signer: 'Người Ký Thử',
	signerTitle: 'KT. CHỦ TỊCH',
	copies: '- Như trên;\n- Lưu: VT.'
};

beforeAll(async () => {
	site = await openSite(readConfig({ DATA_DIR: dataDir, DEMO: '0' }), { clock: () => TEST_DAY });
	const sizes = { quarters: 5, doors: 60, people: 160, visits: 260 };
	made = await makeWard(site, 11, sizes, true, 'Phường Hòa An (giả định)');
	const leader = sitAt('leader');
	const targets = made.quarters.map((quarter) => ({ area: quarter.id, counts: { 1: 12, 2: 30 }, note: '' }));
	const days = { from: '2026-11-01' as Day, to: '2026-11-30' as Day };
	const campaign = take(await leader.writeCampaign(null, { name: 'Cao điểm 11/2026', ...days, targets }));
	const police = sitAt('areaPolice');
	const area = made.areas[0]!.id;
	for (const [level, count] of [
		[1, 119],
		[2, 1068],
		[null, 2352]
	] as const) {
		const figure = { area, measure: 'issued', level, asOf: '2026-11-15' as Day, count } as const;
		take(await police.addReported({ ...figure, whole: null, rate: null, source: 'Công văn giả định 01', note: '' }));
	}
	report = take(await leader.makeReport({ kind: 'month', day: '2026-11-20' as Day, campaign }, {}));
	take(await leader.writeReportTexts(report, 1, TEXTS));
});
afterAll(async () => {
	await site.store.close();
	rmSync(dataDir, { recursive: true, force: true });
});

const exportAs = async (role: StaffRole, format: FileFormat, purpose: string | null = null) =>
	sitAt(role).exportReport(report, format, purpose === null ? null : { purpose }, letter);
const listAudit = () => site.store.db.selectFrom('audit').selectAll().where('ward_id', '=', made.ward).execute();

it('O3: letter head, results by quarter, success beside issued, five causes, difficulties, proposals; no resident', async () => {
	const file = take(await exportAs('leader', 'docx'));
	expect(file.name).toBe('bao-cao-thang-2026-11.docx');
	const { text, tables } = readDocx(file.bytes);
	for (const part of REPORT_TEXTS.filter((part) => part !== 'number'))
		for (const line of TEXTS[part].split('\n')) expect(text).toContain(line);
	for (const said of [
		'PHƯỜNG HÒA AN (GIẢ ĐỊNH)',
		'Độc lập - Tự do - Hạnh phúc',
		'Số: 12/BC-UBND',
		'Hòa An, ngày 20 tháng 11 năm 2026',
		'Kính gửi: Công an tỉnh (giả định)',
		'I. KẾT QUẢ THỰC HIỆN',
		'II. KHÓ KHĂN, VƯỚNG MẮC',
		'III. ĐỀ XUẤT, KIẾN NGHỊ'
	])
		expect(text).toContain(said);
	expect(text).toMatch(/SUM_MISMATCH: .*mức 1 là 119, mức 2 là 1\.068, cộng lại khác tổng 2\.352/);
	const standing = tables.find((table) => table[0]!.includes('Thành công') && table[0]!.includes('Đã cấp'))!;
	expect(standing.map((row) => row[0])).toEqual([
		'Khu phố',
		...made.quarters.map(({ name }) => name),
		letter.words.whole
	]);
	const causes = tables.find((table) => table[0]![0] === 'Mã')!;
	expect(causes.map((row) => row[0]).filter((code) => /^C\d$/.test(code!))).toEqual(['C1', 'C2', 'C3', 'C4', 'C5']);
	const everything = text + JSON.stringify(readXlsx(take(await exportAs('leader', 'xlsx')).bytes));
	expect(everything).not.toContain(NAME_MARK);
});

it('O3: the appendix is for the ward’s staff, for a purpose, and each time a line in the audit', async () => {
	for (const role of ['leader', 'administrator'] as const)
		expect(await exportAs(role, 'docx', 'Giao việc')).toMatchObject({ problem: { code: 'staff.notAllowed' } });
	expect(await exportAs('administrator', 'docx')).toMatchObject({ problem: { code: 'staff.notAllowed' } });
	expect(await exportAs('areaPolice', 'docx', '  ')).toMatchObject({ problem: { code: 'field.reasonNeeded' } });
	const before = (await listAudit()).length;
	const docx = readDocx(take(await exportAs('areaPolice', 'docx', 'Lập danh sách thu nhận lưu động')).bytes);
	const names = [...made.records.values()].flatMap((record) => {
		const standing = record.fields['standing'] as { state: string; evidence: string } | undefined;
		const isOut = record.fields['presence'] === 'deceased' || standing?.state === 'moved';
		const has = /^l2(Approved|Active|LoggedIn)$/.test(standing?.state ?? '') && standing?.evidence !== 'declared';
		const isOld = Number(record.fields['birth']) < 2012;
		return record.table === 'person' && !isOut && !has && isOld ? [String(record.fields['name'])] : [];
	});
	const appendix = docx.tables.at(-1)!.slice(1);
	expect(appendix.map((row) => row[1]).sort()).toEqual(names.sort());
	const lines = (await listAudit()).slice(before);
	expect(lines).toMatchObject([
		{
			act: 'report.appendix',
			reason: 'Lập danh sách thu nhận lưu động',
			subject: `report/month/2026-11-01/${names.length}`
		}
	]);
	const xlsx = readXlsx(take(await exportAs('civilStatus', 'xlsx', 'Đối chiếu')).bytes);
	expect(xlsx.at(-1)!.rows.length).toBe(names.length + 2);
});

it('F095: a list asks who and what for before it names anybody', async () => {
	const asked = { kind: 'notActivated', area: null, purpose: 'Hẹn kích hoạt' } as const;
	expect(await sitAt('administrator').exportList(asked, letter.list)).toMatchObject({
		problem: { code: 'staff.notAllowed' }
	});
	for (const [purpose, code] of [
		['', 'field.reasonNeeded'],
		['số 000185000101', 'note.idNumber']
	] as const)
		expect(await sitAt('leader').exportList({ ...asked, purpose }, letter.list)).toMatchObject({ problem: { code } });
	const counts = await sitAt('leader').countLists(null);
	for (const kind of ['notActivated', 'referrals', 'sessions'] as const) {
		const [sheet] = readXlsx(take(await sitAt('leader').exportList({ ...asked, kind }, letter.list)).bytes);
		expect(sheet!.rows.length - 2).toBe(counts[kind]);
		expect(counts[kind]).toBeGreaterThan(0);
		// a printed list of a session calls people by initials
		if (kind === 'sessions') expect(JSON.stringify(sheet)).not.toContain(NAME_MARK);
	}
	const lines = (await listAudit()).filter((line) => line.act === 'list.export');
	expect(lines.map((line) => line.subject)).toEqual([
		`list/notActivated/${counts.notActivated}`,
		`list/referrals/${counts.referrals}`,
		`list/sessions/${counts.sessions}`
	]);
});

it('a name that looks like a formula stays a name', async () => {
	const names = ['=HYPERLINK("http://x","y")', '+84', '-1+1', '@x', '\t=1'];
	const rows = names.map((name) => ({ cells: [1, name, { rate: null }] }));
	const { writeWorkbook } = await import('./sheet.ts');
	const [sheet] = readXlsx(await writeWorkbook([{ sheet: 'Thử', title: '=1+1', head: ['a', 'b', 'c'], rows }]));
	const written = names.map((name) => [1, `'${name}`, '–']);
	expect(sheet).toMatchObject({ hasFormula: false, rows: [["'=1+1"], ['a', 'b', 'c'], ...written] });
});

/** Every tag that opens is closed by its own: what any reader of XML asks first. */
function findOpenTag(xml: string): string | null {
	const open: string[] = [];
	for (const [, isEnd, name, isEmpty] of xml.matchAll(/<(\/?)([\w:]+)(?:"[^"]*"|[^>"])*?(\/?)>/g)) {
		if (isEnd) {
			if (open.pop() !== name) return name!;
		} else if (!isEmpty) open.push(name!);
	}
	return open.at(-1) ?? null;
}

/** False where the program is not here; then it is said where people see it. */
function canRead(name: Parameters<typeof hasReader>[0]): boolean {
	const isHere = hasReader(name);
	if (!isHere) console.warn(`\n!! ${name} is not here: files were NOT opened by it (show d). ${sayReader(name)}\n`);
	return isHere;
}

it('F094: the PDF holds every line and every cell of the DOCX, the appendix on pages of its own', async () => {
	const docx = readDocx(take(await exportAs('areaPolice', 'docx', 'Xem thử phụ lục')).bytes);
	const file = take(await exportAs('areaPolice', 'pdf', 'Xem thử phụ lục'));
	expect([file.name, file.type]).toEqual(['bao-cao-thang-2026-11.pdf', 'application/pdf']);
	expect(Buffer.from(file.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
	expect(await exportAs('leader', 'pdf', 'Giao việc')).toMatchObject({ problem: { code: 'staff.notAllowed' } });
	mkdirSync(PICTURES, { recursive: true });
	writeFileSync(join(PICTURES, 'own.pdf'), file.bytes);
	if (!canRead('pdftotext')) return;
	const pages = readPdf(file.bytes).split('\f').slice(0, -1);
	const bare = (text: string) => text.replace(/\s+/g, '');
	// the number of a page is written last; the first has none
	const text = pages.map((page, at) => bare(page).replace(at === 0 ? '' : new RegExp(`${at + 1}$`), '')).join('');
	for (const line of docx.text.split('\n').filter((one) => one.trim() !== '')) expect(text).toContain(bare(line));
	for (const [at, rows] of docx.tables.entries())
		for (const row of rows) expect([at, text.includes(bare(row.join('')))], row.join(' | ')).toEqual([at, true]);
	expect(pages.filter((page) => page.includes(NAME_MARK)).length).toBeGreaterThan(0);
	expect(pages[0]).not.toContain(NAME_MARK);
});

it('show d: LibreOffice opens both files and reads in them what we wrote', { timeout: 400_000 }, async () => {
	const docx = take(await exportAs('areaPolice', 'docx', 'Xem thử phụ lục')).bytes;
	const xlsx = take(await exportAs('leader', 'xlsx')).bytes;
	for (const bytes of [docx, xlsx])
		for (const [name, content] of Object.entries(unzipSync(bytes)))
			expect([name, findOpenTag(strFromU8(content))]).toEqual([name, null]);
	if (!canRead('soffice')) return;
	const text = convert('thu.docx', docx, 'txt:Text (encoded):UTF8').toString('utf8');
	for (const said of ['Kính gửi: Công an tỉnh (giả định)', TEXTS.proposals, '<dốc> & bến sông', NAME_MARK])
		expect(text).toContain(said);
	const csv = convert('thu.xlsx', xlsx, 'csv:Text - txt - csv (StarCalc):44,34,76,1').toString('utf8');
	expect(csv).toContain('Khu phố 5');
	const pdf = convert('thu.docx', docx, 'pdf');
	expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
	// to be looked at
	mkdirSync(PICTURES, { recursive: true });
	writeFileSync(join(PICTURES, 'report.pdf'), pdf);
	writeFileSync(join(PICTURES, 'report.docx'), docx);
	writeFileSync(join(PICTURES, 'report.xlsx'), xlsx);
});
