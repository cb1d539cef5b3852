// How far a flag or a referral is, for whoever noted it and for the desk (digest g). What was found is said nowhere here.

import type { ReferralState } from '../../../domain/referral.ts';

const states: Record<ReferralState, string> = {
	open: 'Mới chuyển',
	takenUp: 'Đã tiếp nhận',
	sentBack: 'Cần thêm thông tin',
	done: 'Đã xong'
};

export const referral = {
	states,
	/** `Chuyển Công an xã/phường: Đã tiếp nhận`. */
	line: (what: string, state: string) => `${what}: ${state}`
};

export type ReferralWords = typeof referral;
