// A campaign: a name, its days, and what is aimed at by area and level. Deadlines are data of a campaign and never
// constants (digest e.3); several may overlap (feature F089).

import { daysBetween, type Day } from './day.ts';
import { LEVELS, type Level } from './figures.ts';
import type { AreaId, CampaignId } from './id.ts';
import { LIMIT } from './limit.ts';
import { checkNote } from './note.ts';
import type { Period } from './period.ts';
import { problem, type Problem } from './problem.ts';

export interface Campaign extends Period {
	readonly id: CampaignId;
	readonly name: string;
}

/** How many people of an area should come to a level. */
export interface Target {
	readonly area: AreaId;
	readonly counts: Readonly<Partial<Record<Level, number>>>;
	/** Why a rate may pass 100 %, for instance people who came from elsewhere. */
	readonly note: string;
}

export interface CampaignDraft {
	readonly name: string;
	readonly from: Day | null;
	readonly to: Day | null;
	readonly targets: readonly Target[];
}

/** What is wrong with a campaign that somebody typed; empty when it may be saved. */
export function checkCampaign(draft: CampaignDraft): Problem[] {
	const found: Problem[] = [];
	const name = draft.name.trim();
	if (name === '') found.push(problem('field.required', 'name'));
	if (name.length > LIMIT.nameChars) found.push(problem('field.tooLong', 'name'));
	if (!draft.from) found.push(problem('field.badDay', 'from'));
	if (!draft.to) found.push(problem('field.badDay', 'to'));
	if (draft.from && draft.to && draft.to < draft.from) found.push(problem('figure.datesOrder', 'to'));
	for (const target of draft.targets) {
		for (const level of LEVELS) {
			const count = target.counts[level];
			if (count !== undefined && !isCount(count)) found.push(problem('figure.badCount', `${target.area}:${level}`));
		}
		if (target.note.length > LIMIT.reasonChars) found.push(problem('field.tooLong', `${target.area}:note`));
		found.push(...checkNote(target.note, `${target.area}:note`));
	}
	return found;
}

/** A count that people type: whole, not negative, and not absurd. */
export function isCount(value: number): boolean {
	return Number.isInteger(value) && value >= 0 && value <= LIMIT.figureMost;
}

/** `1.234` and `1234` as people type a count; null for anything else. */
export function parseCount(text: string): number | null {
	const plain = text.trim().replace(/[.\s](?=\d{3}(\D|$))/g, '');
	return /^\d{1,8}$/.test(plain) && isCount(Number(plain)) ? Number(plain) : null;
}

/** Days that a campaign has left, today included in none; negative when it is over. */
export function countDaysLeft(campaign: Period, today: Day): number {
	return daysBetween(today, campaign.to);
}

/** The running campaign that ends first; without one the latest. */
export function chooseCampaign(campaigns: readonly Campaign[], today: Day): Campaign | null {
	const running = campaigns.filter((one) => one.from <= today && today <= one.to);
	const [first] = running.toSorted((a, b) => (a.to < b.to ? -1 : 1));
	return first ?? campaigns.toSorted((a, b) => (a.to > b.to ? -1 : 1))[0] ?? null;
}

/** What an area aims at, levels added; null where nothing was set. */
export function sumTarget(counts: Target['counts'] | undefined): number | null {
	const set = LEVELS.flatMap((level) => counts?.[level] ?? []);
	return set.length === 0 ? null : set.reduce((all, count) => all + count, 0);
}
