// The figures of the desk: what the phone counts (report.ts), and beside it levels, logins and the way there. Everything
// is folded from groups of people who have presence, state and evidence in common, so that a database that groups a
// hundred thousand people and a test that reads them one by one come to the same.

import { BARRIERS, type BarrierCode, type CauseGroup } from './catalogue/barriers.ts';
import { isActivated, isIssued, isSuccess, levelOf, type LadderState } from './ladder.ts';
import type { Presence } from './person.ts';
import { isListed, type Figures } from './report.ts';

export const LEVELS = [1, 2] as const;
export type Level = (typeof LEVELS)[number];

export interface LevelFigures {
	readonly issued: number;
	readonly activated: number;
	readonly success: number;
}

export const FUNNEL_STEPS = ['registered', 'card', 'submitted', 'issued', 'activated', 'success'] as const;
/** Steps from the list to a used account; each contains the next. */
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

export interface FunnelRow {
	readonly step: FunnelStep;
	/** Seen on a screen or on the police list. */
	readonly official: number;
	/** Only told; never added to the other. */
	readonly declared: number;
}

export interface AreaFigures extends Figures {
	/** At least one login that somebody saw or told of (digest e.2); `success` counts what was seen only. */
	readonly loggedIn: number;
	readonly levels: Readonly<Record<Level, LevelFigures>>;
	readonly funnel: readonly FunnelRow[];
}

/** People of one area who have these in common. `state` is empty where nobody has looked yet. */
export interface PeopleGroup {
	readonly presence: string;
	readonly state: string;
	readonly isOfficial: boolean;
	readonly count: number;
}

export interface DoorGroup {
	readonly households: number;
	readonly informed: number;
}

const HAS_CARD: readonly string[] = ['hasCard', 'appAccount', 'l2Booked'];

function hasReached(step: FunnelStep, state: LadderState): boolean {
	switch (step) {
		case 'registered':
			return true;
		case 'card':
			return HAS_CARD.includes(state) || levelOf(state) !== null;
		case 'submitted':
			return levelOf(state) !== null && state !== 'l2Booked';
		case 'issued':
			return isIssued(state);
		case 'activated':
			return isActivated(state);
		case 'success':
			return isSuccess(state);
	}
}

/** Figures of any place, from the groups that live there. */
export function foldFigures(
	people: readonly PeopleGroup[],
	doors: readonly DoorGroup[],
	scamWarnings: number
): AreaFigures {
	const listed = people.filter((group) => isListed(group.presence as Presence, group.state as LadderState));
	const sum = (has: (group: PeopleGroup, state: LadderState) => boolean) =>
		listed.reduce((total, group) => total + (has(group, group.state as LadderState) ? group.count : 0), 0);
	const countLevel = (level: Level): LevelFigures => ({
		issued: sum((group, state) => group.isOfficial && levelOf(state) === level && isIssued(state)),
		activated: sum((group, state) => group.isOfficial && levelOf(state) === level && isActivated(state)),
		success: sum((group, state) => group.isOfficial && levelOf(state) === level && isSuccess(state))
	});
	const success = sum((group, state) => group.isOfficial && isSuccess(state));
	const successDeclared = sum((group, state) => !group.isOfficial && isSuccess(state));
	return {
		households: doors.reduce((total, group) => total + group.households, 0),
		householdsInformed: doors.reduce((total, group) => total + group.informed, 0),
		registered: sum(() => true),
		present: sum((group) => group.presence === 'home' || group.presence === 'newcomer'),
		issued: sum((group, state) => group.isOfficial && isIssued(state)),
		activated: sum((group, state) => group.isOfficial && isActivated(state)),
		success,
		successDeclared,
		loggedIn: success + successDeclared,
		scamWarnings,
		levels: { 1: countLevel(1), 2: countLevel(2) },
		funnel: FUNNEL_STEPS.map((step) => ({
			step,
			official: sum((group, state) => (group.isOfficial || step === 'registered') && hasReached(step, state)),
			declared: sum((group, state) => !group.isOfficial && step !== 'registered' && hasReached(step, state))
		}))
	};
}

export interface CodeCount {
	readonly code: BarrierCode;
	/** People for whom it is open now. */
	readonly open: number;
	/** Visits of the period that met it. */
	readonly met: number;
}

export interface CauseRow {
	/** Null gathers what the letter's five causes do not name. */
	readonly group: CauseGroup | null;
	readonly open: number;
	readonly met: number;
	readonly codes: readonly CodeCount[];
}

const CAUSES: readonly (CauseGroup | null)[] = ['C1', 'C2', 'C3', 'C4', 'C5', null];

/**
 * Barriers by cause and code; a cause's figure is the sum of its codes (feature F096). A code of two causes stands under
 * both, so that the causes together may be more than all barriers.
 */
export function foldCauses(open: ReadonlyMap<string, number>, met: ReadonlyMap<string, number>): CauseRow[] {
	return CAUSES.map((group) => {
		const codes = (Object.keys(BARRIERS) as BarrierCode[])
			.filter((code) => {
				const groups: readonly CauseGroup[] = BARRIERS[code].groups;
				return group === null ? groups.length === 0 : groups.includes(group);
			})
			.map((code) => ({ code, open: open.get(code) ?? 0, met: met.get(code) ?? 0 }))
			.filter((count) => count.open > 0 || count.met > 0);
		const total = (of: 'open' | 'met') => codes.reduce((all, count) => all + count[of], 0);
		return { group, open: total('open'), met: total('met'), codes };
	});
}
