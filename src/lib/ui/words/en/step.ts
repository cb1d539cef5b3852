import type { StepWords } from '../vi/step.ts';

export const step: StepWords = {
	next: (what) => `Next: ${what}`,
	guides: {
		'P0-readiness': 'check phone, card and SIM',
		'P4-level2': 'level 2 at the ward police',
		P5: 'activate and sign in',
		'P15-change-number': 'change the number of the account',
		'P15-forgot-passcode': 'set a new passcode',
		'P15-forgot-password': 'set a new password',
		'P15-lock': 'unlock the account',
		'P15-new-phone': 'move the account to the new phone',
		'child-under-6': 'card and account of a child under 6',
		'child-6-13': 'card and account of a child from 6 to 13',
		guardianship: 'account of a person under guardianship',
		foreigners: 'ask the immigration office',
		'sim-verification': 'verify the SIM in their own name'
	},
	reasons: {
		gone: '',
		refused: 'Has refused: do not ask again.',
		foreigner: 'Foreigners register with the province.',
		noPapers: 'No papers: civil status and police help together first.',
		child: 'The guardian has level 2, the child can follow.',
		childGuardianFirst: 'The guardian needs level 2 first.',
		dependent: 'The guardian does it with them and needs level 2 first.',
		barrier: 'This obstacle comes first.',
		locked: 'The account is locked.',
		deviceLost: 'The old phone is gone.',
		approved: 'Approved by message, not activated.',
		overdue: 'Not activated for over 7 days: contact the ward police.',
		loginOnce: 'Activated, but never signed in.',
		waitForNotice: 'Submitted, waiting for the message of approval.',
		waitForCard: 'Waiting for the card.',
		cardFirst: 'No valid card: card and account are done together.',
		booked: 'There is an appointment: get the papers ready.',
		levelTwo: 'Level 2 opens every utility.',
		noPhone: 'No smartphone: level 2 can be done at the police all the same.',
		phoneNotReady: 'Phone or SIM is not ready.',
		checkPhone: 'Has a card, no account yet.',
		askState: 'Where the account stands is not known: ask.',
		done: 'Signed in with level 2; nothing is left.'
	},
	days: (days) => (days === 0 ? 'Today is the last day.' : `${days} days left.`),
	other: 'Another guide',
	pick: 'Choose a guide',
	borrowed:
		'A borrowed phone is in use: go on to the step of unlinking. The visit cannot be saved before that is ticked.',
	childAhead: 'A child under 14 has level 2 only when the guardian has it. Look again before saving.',
	scam: 'Scam warning',
	scamFollow: 'The area police officer calls by'
};
