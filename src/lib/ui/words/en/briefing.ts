import type { BriefingWords } from '../vi/briefing.ts';

export const briefing: BriefingWords = {
	title: 'BRIEFING SHEET',
	on: (day) => `Day ${day}`,
	print: 'Print the sheet (one A4)',
	columns: {
		team: 'Quarter',
		visits: 'Visits in the period',
		informed: 'Doors informed first',
		successNew: 'Successes in the period',
		success: 'Successes so far',
		aim: 'Against the target',
		barriers: 'Open barriers'
	},
	noAim: 'not set',
	ofAim: (aim, rate) => `${rate} % of ${aim}`,
	note: 'Counts alone, in the ward’s order of quarters; nobody is named.',
	waits: 'Waiting',
	toReview: (count) => `${count} visits wait for the ward`,
	returned: (count) => `${count} visits were sent back and wait for an answer`,
	unsent: (entries, phones) => `${entries} records on ${phones} phones, not sent`,
	silent: (phones) => `${phones} phones silent for more than 3 days`,
	talk: 'Said and assigned'
};
