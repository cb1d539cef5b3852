// The desk's part about figures: overview, campaigns, what the police report, reports and lists. Every act leaves its
// audit line; every file that holds names asks for a purpose first.

import { dayAt } from '../domain/day.ts';
import type { Staff } from '../domain/desk.ts';
import type { ReportId } from '../domain/id.ts';
import { listTables, makeLetter, nameFile, type Letter, type LetterWords } from '../domain/letter.ts';
import { checkListRequest, makeListTable, type ListWords } from '../domain/list-export.ts';
import { hideSmall, OPEN_COLUMNS, type OpenColumn } from '../domain/open-figures.ts';
import { fail, failWith, succeed, type Result } from '../domain/problem.ts';
import type { AreaFigures } from '../domain/figures.ts';
import { writeAudit } from './audit.ts';
import { addReported, listReported, withdrawReported, writeCampaign } from './campaign.ts';
import { listCampaigns, listTargets } from './campaign-list.ts';
import { readCauseTrend } from './cause-trend.ts';
import { readDashboard } from './dashboard.ts';
import type { AppendixRequest, DeskFile, FigureDesk, FileFormat } from './figure-port.ts';
import { writeDocx } from './letter/docx.ts';
import { writeWorkbook } from './letter/sheet.ts';
import { countLists, exportList, readList } from './list-export.ts';
import type { Report } from './report.ts';
import type { StaffScope } from './scope.ts';
import { answerWithTrouble, type Site } from './site.ts';
import { isAllowed } from './staff.ts';
import { listReports, makeReport, mayReport, nameSubject, readReport, writeReportTexts } from './ward-report.ts';

const TYPES: Record<FileFormat, string> = {
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	pdf: 'application/pdf',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

const WRITERS: Readonly<Record<FileFormat, (letter: Letter, words: LetterWords) => Promise<Uint8Array>>> = {
	docx: async (letter, words) => writeDocx(letter, words),
	// loaded when it is asked for: its fonts and layout are much for a server that may never write one
	pdf: async (letter, words) => (await import('./letter/pdf.ts')).writePdf(letter, words),
	xlsx: async (letter) => writeWorkbook(listTables(letter))
};

export function openFigureDesk(
	site: Site,
	report: Report,
	staff: Staff,
	scope: Pick<StaffScope, 'within' | 'holdsAreas'>
): FigureDesk {
	const { ward, role } = staff;
	const { within } = scope;
	const isWhole = within === null;
	const { db } = site.store;
	const today = () => dayAt(site.clock());
	return {
		get today() {
			return today();
		},
		may: {
			campaign: isAllowed(role, 'campaign') && isWhole,
			reported: isAllowed(role, 'reported'),
			report: mayReport(staff),
			list: isAllowed(role, 'listExport'),
			appendix: isAllowed(role, 'appendix') && isWhole
		},
		isWhole,
		holds: (area) => scope.holdsAreas([area]),
		readDashboard: (campaign) => readDashboard(site, report, ward, within, campaign),
		readCauseTrend: (campaign) => readCauseTrend(site, report, ward, within, campaign),
		listCampaigns: () => listCampaigns(db, ward),
		listTargets: (campaign) => listTargets(db, ward, campaign, within),
		writeCampaign: (id, draft) => answerWithTrouble(writeCampaign(site, staff, id, draft)),
		listReported: () => listReported(db, ward, within, null),
		addReported: (draft) => answerWithTrouble(addReported(site, staff, within, draft)),
		withdrawReported: (id) => answerWithTrouble(withdrawReported(site, staff, within, id)),
		listReports: () => listReports(db, staff),
		makeReport: (order, texts) => answerWithTrouble(makeReport(site, report, staff, order, texts)),
		readReport: (id) => readReport(db, staff, id),
		writeReportTexts: (id, v, texts) => answerWithTrouble(writeReportTexts(site, staff, id, v, texts)),
		exportReport: (id, format, appendix, words) =>
			answerWithTrouble(exportReport(site, staff, id, format, appendix, words)),
		countLists: (area) => countLists(db, ward, within, area, site.clock()),
		exportList: async (request, words) => {
			const rows = await answerWithTrouble(exportList(site, staff, within, request));
			if (!rows.ok) return rows;
			const table = makeListTable(request.kind, rows.value, today(), words);
			const bytes = await writeWorkbook([table]);
			return succeed({ name: `danh-sach-${request.kind}-${today()}.xlsx`, type: TYPES.xlsx, bytes });
		},
		readOpenFigures: async (wholeName) => {
			const { ward: whole, byArea } = await report.countFigures(ward, null);
			const rows = byArea.map(({ area, figures }) => ({ name: area.name, counts: pickOpen(figures) }));
			const open = hideSmall(rows, { name: wholeName, counts: pickOpen(whole) });
			// the same cells are hidden for everybody: a second way of hiding would tell what the first one hid
			return isWhole ? open : open.filter((_row, at) => byArea[at] && scope.holdsAreas([byArea[at].area.id]));
		}
	};
}

function pickOpen(figures: AreaFigures): Record<OpenColumn, number> {
	return Object.fromEntries(OPEN_COLUMNS.map((column) => [column, figures[column]])) as Record<OpenColumn, number>;
}

/** The file of a report. Names come in as an appendix only, for roles that may, and each time with a line (scenario O3). */
async function exportReport(
	site: Site,
	staff: Staff,
	id: ReportId,
	format: FileFormat,
	appendix: AppendixRequest | null,
	{ words, list }: { readonly words: LetterWords; readonly list: ListWords }
): Promise<Result<DeskFile>> {
	if (!mayReport(staff)) return fail('staff.notAllowed');
	if (appendix && !isAllowed(staff.role, 'appendix')) return fail('staff.notAllowed');
	const { ward } = staff;
	const kept = await readReport(site.store.db, staff, id);
	if (!kept) return fail('field.badChoice', 'report');
	const kind = 'withoutLevel2';
	const [wrong] = appendix ? checkListRequest({ kind, area: null, purpose: appendix.purpose }) : [];
	if (wrong) return failWith(wrong);
	const rows = appendix ? await readList(site.store.db, ward, kind, null, null, site.clock()) : null;
	if (appendix && !rows) return fail('list.tooMany');
	// written before anything leaves: a file without its line must not exist
	await site.store.transact((trx) =>
		writeAudit(trx, site, {
			ward,
			actor: staff,
			act: appendix ? 'report.appendix' : 'report.export',
			subject: nameSubject(kept, rows?.length),
			reason: appendix?.purpose.trim() ?? null
		})
	);
	const letter = makeLetter(kept, words, rows && makeListTable(kind, rows, dayAt(site.clock()), list));
	return succeed({
		name: `${nameFile(kept.kind, kept)}.${format}`,
		type: TYPES[format],
		bytes: await WRITERS[format](letter, words)
	});
}
