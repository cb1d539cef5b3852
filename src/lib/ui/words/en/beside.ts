import type { BesideWords } from '../vi/beside.ts';

export const beside: BesideWords = {
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
	topics: {
		install: 'Installing VNeID',
		appAccount: 'Registering the app account',
		level1: 'Registering level 1',
		level2: 'Registering level 2',
		activate: 'Activation',
		scam: 'Scam call'
	},
	fields: {
		day: 'Day',
		area: 'Area',
		place: 'Place',
		channel: 'Form',
		topic: 'Topic',
		materials: 'Handed out',
		withdrawn: 'Withdrawn at'
	},
	help: {
		topic: 'What for',
		outcome: 'Result',
		barrier: 'Barrier (where it is not done)',
		noBarrier: 'None chosen',
		at: 'At'
	},
	withdraw: 'Withdraw',
	withdrawn: 'Withdrawn.',
	phone: {
		title: 'Help desk, outreach events',
		lead: 'Work beside the doors: counts alone, nobody’s name. They stand beside what is counted at doors and are not added to it. No network is needed: they go when there is one.',
		noArea: 'No area was given to you yet, so nothing can be written down.',
		desk: {
			title: 'Help desk',
			today: (count) => `Today: ${count} people`,
			open: 'Open the help desk',
			area: 'The desk stands in',
			saved: (outcome) => `Kept: ${outcome}`,
			noBarrier: 'Write down without a barrier',
			undo: 'Undo',
			undone: 'The last person was taken out.',
			none: 'Nobody yet today.',
			list: 'Written down today',
			withdrawOf: (at, topic) => `Withdraw the person at ${at}, ${topic}`
		},
		events: {
			title: 'Outreach events',
			add: 'Add an event',
			mine: 'Events that I wrote down',
			none: 'No event yet.',
			addTitle: 'Add an event',
			amendTitle: 'Amend the event',
			day: 'Day (day/month/year)',
			save: 'Save this event',
			saved: 'Kept on this phone. It goes to the ward when there is a network.',
			missing: 'This event is not on this phone.',
			amend: 'Amend',
			amendOf: (day, topic) => `Amend the event of ${day}, ${topic}`,
			withdrawOf: (day, topic) => `Withdraw the event of ${day}, ${topic}`,
			ask: 'Withdraw this event?',
			askText: 'A withdrawn event does not count any more and cannot be brought back.',
			byWard: (name) => `The ward withdrew it (${name}).`
		}
	}
};
