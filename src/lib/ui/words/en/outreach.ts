import type { OutreachWords } from '../vi/outreach.ts';

export const outreach: OutreachWords = {
	places: {
		office: 'Offices',
		publicPlace: 'Public place',
		company: 'Company, industrial park',
		school: 'School',
		healthStation: 'Health station',
		cultureHouse: 'Culture house'
	},
	channels: {
		meeting: 'Meeting of a quarter or group',
		agencyMeeting: 'Meeting of an agency',
		groupChat: 'Zalo, Facebook, Viber group',
		press: 'Press, radio, portal',
		poster: 'Banners, posters, leaflets',
		training: 'Training class',
		counter: 'Help at the counter'
	},
	counts: {
		audience: 'People who came',
		households: 'Households informed',
		helped: 'People helped on the spot',
		followUps: 'People to be helped on'
	},
	title: 'Outreach events',
	lead: 'Counts as whoever held it tells them. They stand beside what is counted at doors and are not added to it.',
	none: 'No event yet.',
	day: 'Day (day/month/year)',
	area: 'Area',
	whole: 'Whole ward',
	place: 'Place',
	channel: 'Form',
	topic: 'Topic',
	materials: 'Handed out',
	materialsHint: 'May be empty',
	addTitle: 'Add an event',
	add: 'Write it down',
	added: 'Written down.',
	withdrawn: 'Withdrawn.',
	withdraw: 'Withdraw',
	withdrawOf: (day, topic) => `Withdraw the event of ${day}, ${topic}`,
	notAllowed: 'Only police, civil status, one-stop and leader write here.',
	columns: { day: 'Day', where: 'Place, form', topic: 'Topic', by: 'Written by', act: 'Withdraw' },
	sums: 'By area',
	sumColumns: { area: 'Area', doors: 'Households counted at doors', events: 'Events' },
	help: {
		topics: {
			install: 'Installing VNeID',
			appAccount: 'Registering the app account',
			level1: 'Registering level 1',
			level2: 'Registering level 2',
			activate: 'Activation',
			scam: 'Scam call'
		},
		title: 'Help desk',
		lead: 'One press for each person: what for, and what came of it. No name, number or phone, so that nobody here counts as a success.',
		topic: 'What for',
		outcome: 'Result',
		barrier: 'Barrier (where it is not done)',
		noBarrier: 'None chosen',
		area: 'Lives in',
		unknown: 'Not known',
		save: 'Write this person down',
		saved: 'One person was written down.',
		withdrawn: 'Withdrawn.',
		today: (count) => `Today: ${count} people`,
		total: (count) => `Since the beginning: ${count} people`,
		none: 'Nobody yet today.',
		columns: { at: 'At', topic: 'What for', outcome: 'Result', by: 'Written by', act: 'Withdraw' },
		withdrawOf: (at, topic) => `Withdraw the person at ${at}, ${topic}`
	}
};
