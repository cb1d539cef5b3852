// Mobile sessions as typed at the desk, and what an address or a ticked box names.

import { parseTypedDay } from './day.ts';
import { isId, type AreaId, type MobileSessionId, type VisitId } from './id.ts';
import type { SessionDraft } from './mobile-session.ts';

/** `8:30` is what people write for `08:30`. */
function padClock(text = ''): string {
	return text.trim().replace(/^(\d):/, '0$1:');
}

/** As typed; whether it can be kept is for `checkSession` to say. */
export function parseSessionForm(typed: Readonly<Record<string, string>>): SessionDraft {
	const area = typed['area'] ?? '';
	return {
		place: typed['place'] ?? '',
		area: isId(area) ? (area as AreaId) : null,
		day: parseTypedDay(typed['day'] ?? ''),
		from: padClock(typed['from']),
		to: padClock(typed['to']),
		slotMinutes: Number(typed['slotMinutes'] || NaN),
		perSlot: Number(typed['perSlot'] || NaN)
	};
}

/** What is no id is one of nothing. */
export function parseSessionId(text: string): MobileSessionId {
	return (isId(text) ? text : '') as MobileSessionId;
}

/** Visits as ticked, each once; with none the first is one that is not there. */
export function listItems(items: readonly string[]): [VisitId, ...VisitId[]] {
	const [first = '', ...more] = [...new Set(items)].filter(isId);
	return [first as VisitId, ...(more as VisitId[])];
}
