import type { LadderWords } from '../vi/ladder.ts';
import { guide } from './guide.ts';

export const ladder: LadderWords = {
	names: guide.ladderNames,
	evidence: guide.evidence,
	next: {
		unknown: 'ask about the account',
		noCard: 'get a card at the ward police',
		cardInProgress: 'wait for the card',
		hasCard: 'register an account',
		appAccount: 'register level 1 or level 2',
		l1Submitted: 'wait for the approval message',
		l1Approved: 'activate',
		l1Active: 'sign in once',
		l1LoggedIn: 'register level 2 at the ward police',
		l2Booked: 'go to the police as booked',
		l2Submitted: 'wait for the approval message',
		l2Approved: 'activate',
		l2Active: 'sign in once',
		l2LoggedIn: '',
		locked: 'ask the ward police or the hotline',
		deviceLost: 'move the account to the new phone',
		cardExpired: 'renew the card at the ward police',
		moved: '',
		deceased: '',
		refused: '',
		notEligible: 'the guardian needs level 2 first'
	},
	step: (text) => `Next: ${text}`,
	seenOn: (day) => `on ${day}`,
	countdown: (days) =>
		days < 0
			? 'More than 7 days: ask the ward police or the hotline'
			: days === 0
				? 'Today is the last day for activation'
				: `${days} days left for activation`,
	short: (days) => (days < 0 ? 'over 7 days' : days === 0 ? 'last day today' : `${days} days left`),
	groups: { none: 'No account', level1: 'Level 1', level2: 'Level 2', side: 'Other cases' }
};
