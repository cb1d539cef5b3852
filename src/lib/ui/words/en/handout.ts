import type { HandoutWords } from '../vi/handout.ts';

export const handout: HandoutWords = {
	slip: {
		title: 'Slip for the resident',
		open: 'Slip for the resident',
		lead: 'Show it, send it as a message or print it.',
		visit: (day) => `Help with VNeID at home, ${day}`,
		done: 'Done today',
		next: 'What comes next',
		nothing: 'Nothing more has to be done.',
		bring: 'Bring along',
		check: 'Check who came',
		checkText: (ward) =>
			`Helpers carry a badge of ${ward}. To be sure, ask the police of ${ward} before you follow anybody.`,
		by: (name) => `Helper: ${name}`,
		withdraw: 'Take back consent',
		withdrawText: (ward) =>
			`What was written down can be seen, corrected or deleted at any time: tell the helper or go to ${ward}. The ward answers within 2 working days.`,
		notRecorded: 'No personal data was written down today.',
		never: 'Nobody may ask for OTP, password, passcode or bank account. No photo of the card. No money.',
		stranger: 'A stranger calls about updating VNeID: do not follow, hang up, ask the nearest police.'
	},
	ward: 'the ward',
	share: 'Send',
	copy: 'Copy the text',
	copied: 'Copied. Paste it into a message.',
	failed: 'This phone could not send it. Copy the text and paste it into a message.',
	print: 'Print',
	leaflet: {
		title: 'Leaflet',
		lead: 'Black and white, A5 or A4. Contacts are those that the ward filled in.',
		size: 'Paper',
		sizes: { a5: 'A5', a4: 'A4' },
		heading: 'VNeID: your account, in your own hands',
		useTitle: 'What it is good for',
		use: [
			'Formalities from home, without going there again and again.',
			'Papers in one place, as good as on paper once they are integrated.',
			'The account is free.'
		],
		doTitle: 'How to get it',
		steps: [
			'Take your identity card and a phone with a number in your own name to the ward police for level 2.',
			'Wait for the message of approval and activate within 7 days.',
			'Sign in once to VNeID, and it is done.'
		],
		safeTitle: 'Beware',
		contactTitle: 'Contacts',
		noContacts: 'Ask the ward police or the nearest one-stop desk.'
	}
};
