import type { LockWords } from '../vi/lock.ts';

export const lock: LockWords = {
	title: 'Locked',
	lead: 'Type the PIN to open.',
	open: 'Unlock',
	opening: 'Opening…',
	digits: (count) => `${count} digits typed`,
	noDigits: 'No digit typed',
	triesLeft: (count) => `Wrong PIN. ${count} more tries before you have to wait.`,
	oneLeft: 'Wrong PIN. One more wrong one and you have to wait.',
	nextWaits: 'Wrong PIN. Each further one makes the wait longer.',
	wait: (left) => `Too many wrong PINs. Wait ${left}, then try again.`,
	waitSoon: 'You may try again.',
	eraseIn: (count) => `${count} more wrong ones and the phone erases the list of doors and what is half filled in.`,
	eraseNext: 'One more wrong one and the phone erases the list of doors and what is half filled in.',
	byPasskey: 'Open by fingerprint or face',
	askingPasskey: 'Follow the phone to open…',
	forgot: 'Forgot the PIN?',
	forgotText:
		'The PIN is on this phone only, the ward cannot see it. Try a few times. If you cannot remember, ask the ward for a new invitation and join again on this same phone. Do not remove the app.',
	anew: {
		act: 'Join again with a new invitation',
		unknown: 'The ward does not know this phone, so nothing can be sent or fetched. Ask the ward for a new invitation.'
	},
	lease: {
		title: 'No contact with the ward for more than 7 days',
		text: 'The list of doors was taken off this phone to keep it safe. Unsent work is still here. With a network it comes back.'
	},
	capture: 'Record a visit while locked'
};
