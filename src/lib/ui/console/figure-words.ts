// Words of the pages about figures, in the desk's language, and how their numbers are written.

import type { Area } from '$lib/domain/area.ts';
import { formatDay, parseDay } from '$lib/domain/day.ts';
import type { Dashboard } from '$lib/domain/dashboard.ts';
import type { FigureCheck } from '$lib/domain/figure-check.ts';
import { describeCheck } from '$lib/domain/letter.ts';
import type { ListKind } from '$lib/domain/list-export.ts';
import type { Period, ReportKind } from '$lib/domain/period.ts';
import { formatNumber } from '../words.ts';
import { figures as english } from '../words/en/figures.ts';
import { figures as vietnamese, type FigureWords } from '../words/vi/figures.ts';
import { getDeskWords } from './desk-words.ts';

export function getFigureWords(): () => FigureWords {
	const desk = getDeskWords();
	return () => (desk().language === 'en' ? english : vietnamese);
}

/** `4,49`; a dash where there is nothing to divide by. Always two digits, so that columns stand under each other. */
export function formatRate(rate: number | null): string {
	if (rate === null) return '–';
	const [whole = '0', part = ''] = formatNumber(rate).split(',');
	return `${whole},${part.padEnd(2, '0')}`;
}

/** The days of one bar: `21/11/2026`, or `16/11–22/11`. */
export function nameBar({ from, to }: Period): string {
	return from === to ? formatDay(from) : `${formatDay(from).slice(0, 5)}–${formatDay(to).slice(0, 5)}`;
}

/** What the row below the quarters is called: the whole ward, or all that somebody sees. */
export function nameWhole({ isWhole }: Pick<Dashboard, 'isWhole'>, words: FigureWords): string {
	return isWhole ? words.whole : words.allOwn;
}

/** The sentence of a check about a quarter, or about the row below them. */
export function tellCheck(check: FigureCheck, areas: readonly Area[], whole: string, words: FigureWords): string {
	const name = areas.find((area) => area.id === check.area)?.name ?? whole;
	return describeCheck(check, name, { ...words, formatCount: formatNumber });
}

/** What the audit says a file was of: `report/month/2026-11-01/40` or `list/referrals/12`; anything else stays. */
export function tellSubject(subject: string | null, words: FigureWords): string {
	const [sort, kind = '', third = '', names] = (subject ?? '').split('/');
	if (sort === 'list') return `${words.lists.kinds[kind as ListKind] ?? kind} · ${words.lists.rows(third)}`;
	const day = parseDay(third);
	if (sort !== 'report' || !day) return subject ?? '';
	const name = `${words.reports.title}, ${(words.reports.kinds[kind as ReportKind] ?? kind).toLowerCase()} ${formatDay(day)}`;
	return names === undefined ? name : `${name} · ${words.lists.rows(names)}`;
}
