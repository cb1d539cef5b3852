// What the forms about figures send, read into drafts. A count or day that cannot be read is told by its field; what is
// wrong with one that can is for the checks.

import type { Area } from './area.ts';
import { parseCount, type CampaignDraft, type Target } from './campaign.ts';
import { parseTypedDay } from './day.ts';
import type { AddressQuery } from './desk-filter.ts';
import { parseRate, REPORTED_MEASURES, type ReportedDraft } from './figure-check.ts';
import { LEVELS } from './figures.ts';
import { isId, type AreaId, type CampaignId } from './id.ts';
import { LIST_KINDS, type ListKind, type ListRequest } from './list-export.ts';
import { REPORT_KINDS } from './period.ts';
import { fail, problem, PROBLEMS, succeed, type Problem, type ProblemCode, type Result } from './problem.ts';
import { REPORT_TEXTS, type ReportOrder, type ReportText } from './ward-report.ts';

/** Fields of a form by name; several of one name are one. */
export type Typed = Readonly<Record<string, string>>;

export function parseCampaignForm(typed: Typed, areas: readonly Area[]): Result<CampaignDraft> {
	const targets: Target[] = [];
	for (const area of areas) {
		const counts: { [Level in (typeof LEVELS)[number]]?: number } = {};
		for (const level of LEVELS) {
			const at = `target:${area.id}:${level}`;
			const text = typed[at]?.trim() ?? '';
			const count = text === '' ? undefined : parseCount(text);
			if (count === null) return fail('figure.badCount', at);
			if (count !== undefined) counts[level] = count;
		}
		targets.push({ area: area.id, counts, note: typed[`target:${area.id}:note`] ?? '' });
	}
	return succeed({
		name: typed['name'] ?? '',
		from: parseTypedDay(typed['from'] ?? ''),
		to: parseTypedDay(typed['to'] ?? ''),
		targets
	});
}

export function parseReportedForm(typed: Typed): Result<ReportedDraft> {
	const measure = REPORTED_MEASURES.find((one) => one === typed['measure']);
	if (!measure) return fail('field.badChoice', 'measure');
	const whole = (typed['whole'] ?? '').trim();
	const rate = (typed['rate'] ?? '').trim();
	const draft = {
		area: (typed['area'] ?? '') as AreaId,
		measure,
		level: LEVELS.find((one) => String(one) === typed['level']) ?? null,
		asOf: parseTypedDay(typed['asOf'] ?? ''),
		count: parseCount(typed['count'] ?? ''),
		whole: whole === '' ? null : parseCount(whole),
		rate: rate === '' ? null : parseRate(rate),
		source: typed['source'] ?? '',
		note: typed['note'] ?? ''
	};
	if (whole !== '' && draft.whole === null) return fail('figure.badCount', 'whole');
	if (rate !== '' && draft.rate === null) return fail('figure.badCount', 'rate');
	return succeed(draft);
}

export function parseReportForm(typed: Typed): Result<ReportOrder> {
	const kind = REPORT_KINDS.find((one) => one === typed['kind']);
	const day = parseTypedDay(typed['day'] ?? '');
	const campaign = typed['campaign'] ?? '';
	if (!kind) return fail('field.badChoice', 'kind');
	if (!day) return fail('field.badDay', 'day');
	return succeed({ kind, day, campaign: isId(campaign) ? (campaign as CampaignId) : null });
}

/** Browsers send line ends as two characters; a text keeps one. */
export function parseTextForm(typed: Typed): Record<ReportText, string> {
	return Object.fromEntries(
		REPORT_TEXTS.map((part) => [part, (typed[part] ?? '').replace(/\r\n?/g, '\n').trim()])
	) as Record<ReportText, string>;
}

export function parseListForm(typed: Typed): ListRequest {
	const area = typed['area'] ?? '';
	return {
		kind: LIST_KINDS.find((one) => one === typed['kind']) ?? 'withoutLevel2',
		area: isId(area) ? (area as AreaId) : null,
		purpose: typed['purpose'] ?? ''
	};
}

export function parseListAddress(query: AddressQuery): { readonly kind: ListKind; readonly area: AreaId | null } {
	const { kind, area } = parseListForm({ kind: query.get('kind') ?? '', area: query.get('area') ?? '' });
	return { kind, area };
}

/** Why a file was not given, as the address tells it after the form was sent back. */
export function readProblem(query: AddressQuery): Problem | null {
	const code = query.get('problem');
	return code && Object.hasOwn(PROBLEMS, code) ? problem(code as ProblemCode) : null;
}
