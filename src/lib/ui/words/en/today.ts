import type { TodayWords } from '../vi/today.ts';

export const today: TodayWords = {
	title: 'Today',
	date: (weekday, date) => `${weekday}, ${date}`,
	weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
	returned: {
		title: (count) => `${count} sent back by the ward`,
		about: (field) => `Look again at: ${field}`,
		byWard: (name) => `${name} writes:`,
		act: 'Correct it now'
	},
	countdowns: {
		title: (count) => `${count} waiting for activation`,
		left: (days) => `${days} days left to activate`,
		lastDay: 'today is the last day to activate',
		remind: (days) => `Remind today: ${days} days left to activate`,
		over: 'More than 7 days: ward police or hotline'
	},
	due: {
		title: (count) => `${count} doors to come back to`,
		at: (clock) => `agreed for today ${clock}`,
		someTime: 'agreed for today',
		late: (day) => `late since ${day}`,
		appointment: 'appointment',
		revisit: 'revisit',
		referral: 'ask about the referral'
	},
	expiring: {
		title: (count) => `${count} cards about to expire`,
		on: (day) => `card good until ${day}; the printed date rules`,
		soon: 'card about to expire'
	},
	answers: { title: (count) => `${count} answers from the ward` },
	mine: {
		title: 'My work today',
		doors: (doors, nobody) => `${doors} doors visited, nobody home ${nobody} times`,
		results: (activated, successes) => `Activated ${activated} · signed in ${successes}`,
		acknowledged: 'The ward has',
		waiting: 'Waiting on this phone'
	},
	counters: {
		title: 'Doors',
		doors: (seen, all, done) => `Doors: ${seen}/${all} visited · ${done} done`,
		bar: (percent) => `${percent} % of doors visited`,
		visits: (count) => `${count} visits recorded today`,
		noVisits: 'No visit recorded today'
	},
	more: (count) => `Show ${count} more`,
	empty: {
		title: 'Nothing is agreed for today',
		text: 'Press “Go on” for the next door of the lane.',
		noDoorsTitle: 'No households on this phone yet',
		noDoors: 'The list arrives when there is a network. Or add the first household under Doors.',
		fetch: 'Fetch the list'
	},
	goOn: 'Go on',
	nextDoor: (door) => `Next door: ${door}`,
	allDone: 'See the list of doors',
	fields: {
		area: 'area',
		lane: 'street or lane',
		number: 'house number',
		kind: 'kind of house',
		access: 'how to get in',
		household: 'household',
		name: 'full name',
		birth: 'date of birth',
		sex: 'sex',
		presence: 'at home or away',
		relation: 'relation to the head',
		personalId: 'personal number',
		card: 'state of the card',
		cardIssuedOn: 'date of issue',
		phone: 'phone number',
		consent: 'consent',
		standing: 'state of the account',
		barriers: 'why it is not done',
		needsHomeHelp: 'needs help at home',
		person: 'person visited',
		seenAt: 'hour of the visit',
		outcome: 'result',
		leaflet: 'leaflet',
		before: 'state before',
		solved: 'difficulties solved',
		flags: 'data flags',
		next: 'next step',
		guides: 'guides used',
		cardBy: 'how the card was read',
		refusedCount: 'number of refusals',
		note: 'note',
		knocker: 'who knocked'
	}
};
