// Words of the inbox in the desk's language, and how a case is called.

import { kindOf, NEXT_REFERRAL, type ReferralCode, type ReferralRow } from '$lib/domain/referral.ts';
import { formatDay, parseDay } from '$lib/domain/day.ts';
import { isBarrierCode } from '$lib/domain/catalogue/barriers.ts';
import { barrier as englishBarrier } from '../words/en/barrier.ts';
import { flag as englishFlag } from '../words/en/flag.ts';
import { inbox as english } from '../words/en/inbox.ts';
import { referral as englishReferral } from '../words/en/referral.ts';
import { barrier as vietnameseBarrier, type BarrierWords } from '../words/vi/barrier.ts';
import { flag as vietnameseFlag, type FlagWords } from '../words/vi/flag.ts';
import { inbox as vietnamese, type InboxWords } from '../words/vi/inbox.ts';
import { referral as vietnameseReferral, type ReferralWords } from '../words/vi/referral.ts';
import { getDeskWords } from './desk-words.ts';

export interface InboxTexts {
	readonly inbox: InboxWords;
	readonly referral: ReferralWords;
	readonly flag: FlagWords;
	readonly barrier: BarrierWords;
}

export function getInboxWords(): () => InboxTexts {
	const desk = getDeskWords();
	return () =>
		desk().language === 'en'
			? { inbox: english, referral: englishReferral, flag: englishFlag, barrier: englishBarrier }
			: { inbox: vietnamese, referral: vietnameseReferral, flag: vietnameseFlag, barrier: vietnameseBarrier };
}

/** `DF-04 · Đã chết, còn trong danh sách`, or a referral. */
export function nameCode(code: ReferralCode, { inbox, flag }: InboxTexts): string {
	const kind = kindOf(code);
	return kind === NEXT_REFERRAL ? inbox.referral : `${kind} · ${flag.names[kind]}`;
}

/** What stands below the name: the structured detail and its source, or what kept the account from going on. */
export function tellDetail({ flag, barriers }: ReferralRow, texts: InboxTexts): string {
	if (!flag) return barriers.map((code) => (isBarrierCode(code) ? texts.barrier.names[code] : code)).join('; ');
	const shown = (text: string | undefined) => {
		const day = text ? parseDay(text) : null;
		return day ? formatDay(day) : (text ?? '');
	};
	const field = flag.field ? texts.flag.fields[flag.field] : '';
	const detail = texts.flag.detail(field, shown(flag.onCard), shown(flag.onPaper));
	return [detail, texts.flag.sources[flag.source]].filter(Boolean).join(' · ');
}
