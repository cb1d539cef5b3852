import type { HandbookWords } from '../vi/handbook.ts';

export const handbook: HandbookWords = {
	title: 'Guides',
	lead: 'Read and try each step here; nothing is recorded for any household.',
	guides: 'Step by step',
	library: 'Look up',
	count: (count) => `${count} items`,
	topics: {
		start: 'Getting ready',
		account: 'Registering and activating',
		keep: 'Keeping and mending the account',
		safety: 'Scams',
		residence: 'Residence',
		family: 'Children, dependents, foreigners',
		services: 'Public services, health insurance',
		organisation: 'Organisations',
		archive: 'For looking up only'
	},
	kinds: {
		faq: 'Questions and answers',
		service: '25 essential services',
		utility: 'Utilities in VNeID',
		papers: 'Papers to bring',
		pitch: 'What to say to whom',
		scam: 'Common scams',
		handbook: 'Handbook',
		role: 'My role',
		barrier: 'Obstacles and what helps',
		dataFlag: 'Reporting wrong data',
		video: 'Films',
		term: 'Words explained',
		outdated: 'What has changed',
		other: 'Other'
	},
	needs: {
		title: 'Find a service by need',
		lead: 'What does the family need?',
		found: (count) => `${count} services fit`
	},
	services: 'Services that fit',
	number: (number) => `Service ${number}`,
	levels: { all: 'All', one: 'Level 1', two: 'Level 2' },
	levelOf: (level) => `From level ${level}`,
	audiences: 'For whom',
	contacts: {
		title: 'Ward contacts',
		national: 'National numbers',
		empty: 'The ward has not filled in its contacts.',
		emptyText: 'Staff fill them in at the desk, under Content. The phone gets them with the next sending.',
		call: (name) => `Call ${name}`,
		hours: 'Hours',
		place: 'Place'
	},
	facts: {
		wardName: 'Name of the ward',
		policePlace: 'Where the ward police are',
		deskPlace: 'Where the one-stop desk is',
		deskHours: 'Hours',
		wardPhone: 'Telephone of the ward'
	},
	columns: {
		handledBy: 'Handled by',
		trigger: 'When it is needed',
		usefulFor: 'Useful for',
		action: 'How to help',
		notice: 'How to notice it',
		before: 'Before',
		duties: 'Duties',
		numbers: 'Numbers'
	},
	video: {
		wanted: 'The ward has no film about this yet.',
		obsolete: 'Do not watch it any more: the way has changed.',
		there: 'The ward has a film',
		open: 'Open the film (needs a network)',
		needsNetwork: 'The film needs a network. Try again once there is one; the text here needs none.'
	},
	inVietnamese: 'Not translated yet',
	share: 'Share',
	copied: 'Copied. Paste it into a message.',
	print: 'Print',
	related: 'See also',
	unknown: 'There is no such item. The address may be old.',
	empty: 'Nothing here yet.',
	list: 'Back to the list',
	edition: (version, day) => `Content edition ${version}, published on ${day}`,
	refused: (version) =>
		`The ward sent edition ${version}, which was not taken because of a fault. What is in use is good. The ward has been told.`,
	coach: {
		title: 'Practise the password rules',
		lead: 'Only sample letters; nothing is typed. Residents set their real password on their own phone.',
		add: 'Add to the sample',
		small: 'small letter',
		large: 'capital letter',
		digit: 'digit',
		sign: 'special sign',
		clear: 'Clear the sample',
		sample: 'Sample',
		none: 'nothing yet',
		rules: {
			length: '8 to 20 signs',
			small: 'A small letter',
			large: 'A capital letter',
			digit: 'A digit',
			sign: 'One of the signs !@#$%^&*()_'
		},
		met: 'met',
		open: 'open',
		passcode: 'The passcode is another thing: exactly 6 digits, asked for by utilities.'
	}
};
