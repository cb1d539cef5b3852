import type { AppWords } from '../vi/app.ts';

export const app: AppWords = {
	name: 'Gõ Cửa',
	tabs: { label: 'Parts of the app', today: 'Today', doors: 'Doors', guide: 'Guides', me: 'Me' },
	back: 'Back',
	close: 'Close',
	cancel: 'Cancel',
	again: 'Try again',
	partMissing: 'This part could not be loaded onto the phone. What you recorded is all there.',
	later: 'Later',
	skip: 'To the content',
	optional: 'optional',
	erase: 'Erase one digit',
	countLeft: (left) => `${left} characters left`,
	states: {
		waiting: 'Waiting to be sent',
		received: 'Received by the ward',
		returned: 'Sent back',
		corrected: 'Corrected, waiting for approval',
		approved: 'Approved',
		checking: 'Being checked',
		conflict: 'Two versions differ',
		historical: 'No longer in force'
	},
	receipt: (number) => `receipt no. ${number}`,
	starting: 'Opening the records on this phone…',
	sync: {
		received: (count) => `${count} received`,
		waiting: (count) => `${count} waiting`,
		none: 'Nothing to send yet',
		sending: (count) => `${count} sending…`,
		fetching: 'fetching…',
		at: (moment) => `at ${moment}`,
		open: 'See what is sent to the ward'
	},
	update: {
		title: 'A new version is here',
		text: 'Updating takes a few seconds. What you have recorded stays on the phone.',
		accept: 'Update now',
		later: 'Later',
		running: 'Updating…'
	},
	veil: 'Touch to see it again',
	minutes: (count) => `${count} minutes`,
	unkept:
		'This browser cannot keep the app, so it will not open without a network. Use Chrome or Safari, not a private window.',
	clock: (offBy) => `This phone's clock is off by ${offBy}. Switch on automatic time in the phone's settings.`,
	broken: {
		title: 'The records on this phone could not be opened',
		again: 'Open the app again',
		kept: 'Do not clear site data and do not remove the app: unsent work may still be on the phone.'
	},
	shield: {
		open: 'Beware',
		title: 'Beware of fraud',
		banner: 'No asking for OTP, password, passcode, bank account. No photo of cards. No money.',
		neverTitle: 'We never',
		never: [
			'ask for an OTP, a password, a passcode or a security answer',
			'ask for a bank account or a bank card number',
			'take a photo of an identity card',
			'take money: the account is free',
			'hold the phone to type codes for the resident'
		],
		strangerTitle: 'When a stranger calls and says to be the police',
		stranger: [
			'Do not follow, do not install a file they send.',
			'Hang up. Read no code to anybody.',
			'Ask at the nearest ward police.'
		],
		steps: 'On the phone now, or clicked already: step by step',
		patterns: 'Common scams',
		hotline: 'Hotline 1900.0368',
		hotlineNote: 'confirmed by the ward'
	},
	error: {
		title: 'This page cannot be opened',
		notFound: 'There is no such page. The address may be old.',
		text: 'Something went wrong. What you have recorded is still on the phone.',
		home: 'To Today'
	}
};
