import type { ProvinceWords } from '../vi/province.ts';

export const province: ProvinceWords = {
	title: 'The whole province, by ward',
	lead: 'Each ward counts itself every ten minutes. Nobody is named. Counts below 5 are hidden, and as many more as keep them from being worked out.',
	ward: 'Ward',
	columns: {
		households: 'Households',
		householdsInformed: 'Households informed',
		registered: 'People listed',
		present: 'Present',
		issued: 'Issued',
		activated: 'Activated',
		success: 'Activated and signed in'
	},
	waiting: 'To be reviewed',
	phones: 'Phones',
	silent: (days) => `Silent for more than ${days} days`,
	at: 'Counted at',
	isStale: 'old',
	staleNote: 'Old: this ward has not been counted for more than a day. Ask whoever runs the server.',
	hidden: 'hidden',
	whole: 'All together',
	none: 'No ward has counted itself yet. The first counts come within ten minutes after a key was made.',
	signIn: 'Figures of the whole province',
	key: 'Key',
	keyHint: 'A line of letters and digits, given by whoever runs the server.',
	enter: 'Look',
	leave: 'Leave',
	left: 'You have left.',
	reader: (name) => `Read by ${name}`
};
