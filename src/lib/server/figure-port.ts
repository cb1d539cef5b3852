// The desk's part about figures, as its routes see it: overview, campaigns, what the police report, reports and lists.

import type { Campaign, CampaignDraft, Target } from '../domain/campaign.ts';
import type { CauseTrend } from '../domain/cause-trend.ts';
import type { Dashboard } from '../domain/dashboard.ts';
import type { Day } from '../domain/day.ts';
import type { ReportedDraft, ReportedFigure } from '../domain/figure-check.ts';
import type { AreaId, CampaignId, ReportedId, ReportId } from '../domain/id.ts';
import type { LetterWords } from '../domain/letter.ts';
import type { ListKind, ListRequest, ListWords } from '../domain/list-export.ts';
import type { OpenRow } from '../domain/open-figures.ts';
import type { Result } from '../domain/problem.ts';
import type { ReportOrder, ReportRow, ReportText, WardReport } from '../domain/ward-report.ts';

export interface DeskFile {
	readonly name: string;
	readonly type: string;
	readonly bytes: Uint8Array;
}

/** A file whose bytes may still be written while they are sent. */
export interface SentFile {
	readonly name: string;
	readonly type: string;
	readonly body: Uint8Array | ReadableStream<Uint8Array>;
}

export const FILE_FORMATS = ['docx', 'pdf', 'xlsx'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** Why names are in the file, when they are: an appendix is asked for, never added. */
export interface AppendixRequest {
	readonly purpose: string;
}

export interface FigureDesk {
	readonly today: Day;
	/** What this member of staff may do here. */
	readonly may: Readonly<Record<'campaign' | 'reported' | 'report' | 'list' | 'appendix', boolean>>;
	/** Whether it is the figures of the whole ward that this member of staff sees; else those of some areas. */
	readonly isWhole: boolean;
	/** Whether all that is said of an area is for this member of staff. */
	holds(area: AreaId): boolean;
	readDashboard(campaign: CampaignId | null): Promise<Dashboard>;
	/** How causes change with time, of the same campaigns. */
	readCauseTrend(campaign: CampaignId | null): Promise<CauseTrend>;
	listCampaigns(): Promise<readonly Campaign[]>;
	listTargets(campaign: CampaignId): Promise<readonly Target[]>;
	writeCampaign(id: CampaignId | null, draft: CampaignDraft): Promise<Result<CampaignId>>;
	listReported(): Promise<readonly ReportedFigure[]>;
	addReported(draft: ReportedDraft): Promise<Result<ReportedId>>;
	withdrawReported(id: ReportedId): Promise<Result<void>>;
	listReports(): Promise<readonly ReportRow[]>;
	makeReport(order: ReportOrder, texts: Partial<Record<ReportText, string>>): Promise<Result<ReportId>>;
	/** Null where there is none, or it is not for this member of staff. */
	readReport(id: ReportId): Promise<WardReport | null>;
	writeReportTexts(id: ReportId, v: number, texts: WardReport['texts']): Promise<Result<void>>;
	exportReport(
		id: ReportId,
		format: FileFormat,
		appendix: AppendixRequest | null,
		words: { readonly words: LetterWords; readonly list: ListWords }
	): Promise<Result<DeskFile>>;
	countLists(area: AreaId | null): Promise<Readonly<Record<Exclude<ListKind, 'withoutLevel2'>, number>>>;
	exportList(request: ListRequest, words: ListWords): Promise<Result<DeskFile>>;
	/** Counts that may be given to anybody. */
	readOpenFigures(wholeName: string): Promise<readonly OpenRow[]>;
}
