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
	forgot: 'Forgot the PIN?',
	forgotText:
		'The PIN is on this phone only, the ward cannot see it. Wait and try again. If you cannot remember, bring the phone to the ward; do not remove the app, unsent work is still on the phone.',
	capture: 'Record a visit while locked'
};
