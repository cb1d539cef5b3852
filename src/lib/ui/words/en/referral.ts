import type { ReferralWords } from '../vi/referral.ts';

export const referral: ReferralWords = {
	states: { open: 'Handed on', takenUp: 'Taken up', sentBack: 'More is needed', done: 'Done' },
	line: (what, state) => `${what}: ${state}`
};
