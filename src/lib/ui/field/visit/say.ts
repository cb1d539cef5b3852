// The parts of a visit as one line each: for the summary, the saved page and the returned record.

import { DATA_FLAGS, type RaisedFlag } from '$lib/domain/catalogue/data-flags.ts';
import { formatDay, parseDay, type Day } from '$lib/domain/day.ts';
import type { NextStep } from '$lib/domain/visit.ts';
import type { BarrierWords } from '$lib/ui/words/vi/barrier.ts';
import type { DoorsWords } from '$lib/ui/words/vi/doors.ts';
import type { FlagWords } from '$lib/ui/words/vi/flag.ts';
import type { VisitWords } from '$lib/ui/words/vi/visit.ts';
import { sayWhen } from '../doors/when.ts';

export interface VisitTexts {
	readonly visit: VisitWords;
	readonly doors: DoorsWords;
	readonly barrier: BarrierWords;
	readonly flag: FlagWords;
}

export function sayNext(next: NextStep | null | undefined, today: Day, words: VisitTexts): string {
	const says = words.visit.next;
	if (!next || next.kind === 'none') return says.none;
	const when = next.on ? sayWhen(next.on, next.at, today, words.doors.when) : '';
	switch (next.kind) {
		case 'revisit':
			return [says.revisit, when].filter(Boolean).join(': ');
		case 'appointment':
			return [says.appointment, when].filter(Boolean).join(': ');
		case 'selfServe':
			return says.selfServe;
		case 'referral': {
			const to = next.receiver ? words.barrier.receivers[next.receiver] : '';
			return [to, when && words.doors.states.revisit(when)].filter(Boolean).join(' · ');
		}
	}
}

/** `Thông tin sai lệch · ngày sinh: thẻ 12/11/1994, giấy khai sinh 11/12/1994 → Chuyển Công an …, Chuyển Tư pháp …`. */
export function sayFlag(flag: RaisedFlag, words: VisitTexts): string {
	const day = (text: string | undefined) => {
		const parsed = text ? parseDay(text) : null;
		return parsed ? formatDay(parsed) : (text ?? '');
	};
	const detail = words.flag.detail(
		flag.field ? words.flag.fields[flag.field] : '',
		day(flag.onCard),
		day(flag.onPaper)
	);
	const receivers = DATA_FLAGS[flag.code].receivers.map((receiver) => words.barrier.receivers[receiver]);
	const said = [words.flag.names[flag.code], detail].filter(Boolean).join(' · ');
	return receivers.length > 0 ? `${said} → ${receivers.join(', ')}` : said;
}
