// Where a person stands with VNeID. Labels of terms.md section 2 ("Account state", "Evidence", "Countdown"); the next
// step of each state is the next arrow of digest n.1.

import type { LadderState } from '../../../domain/ladder.ts';
import { guide } from './guide.ts';

/** What comes next; empty where nothing does. */
const next: Record<LadderState, string> = {
	unknown: 'hỏi tình trạng tài khoản',
	noCard: 'làm thẻ tại Công an xã/phường',
	cardInProgress: 'chờ nhận thẻ',
	hasCard: 'đăng ký tài khoản',
	appAccount: 'đăng ký mức 1 hoặc mức 2',
	l1Submitted: 'chờ tin nhắn phê duyệt',
	l1Approved: 'kích hoạt',
	l1Active: 'đăng nhập một lần',
	l1LoggedIn: 'đăng ký mức 2 tại Công an xã/phường',
	l2Booked: 'đến Công an theo lịch hẹn',
	l2Submitted: 'chờ tin nhắn phê duyệt',
	l2Approved: 'kích hoạt',
	l2Active: 'đăng nhập một lần',
	l2LoggedIn: '',
	locked: 'hỏi Công an xã/phường hoặc tổng đài',
	deviceLost: 'chuyển tài khoản sang máy mới',
	cardExpired: 'làm lại thẻ tại Công an xã/phường',
	moved: '',
	deceased: '',
	refused: '',
	notEligible: 'người giám hộ cần có mức 2 trước'
};

export const ladder = {
	names: guide.ladderNames,
	evidence: guide.evidence,
	next,
	step: (text: string) => `Bước tiếp: ${text}`,
	seenOn: (day: string) => `ngày ${day}`,
	countdown: (days: number) =>
		days < 0
			? 'Đã quá 7 ngày: liên hệ Công an xã/phường hoặc tổng đài'
			: days === 0
				? 'Hôm nay là ngày cuối để kích hoạt'
				: `Còn ${days} ngày để kích hoạt`,
	short: (days: number) => (days < 0 ? 'quá 7 ngày' : days === 0 ? 'hôm nay là hạn cuối' : `còn ${days} ngày`),
	groups: {
		none: 'Chưa có tài khoản',
		level1: 'Mức 1',
		level2: 'Mức 2',
		side: 'Trường hợp khác'
	}
};

export type LadderWords = typeof ladder;
