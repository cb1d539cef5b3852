import type { PracticeWords } from '../vi/practice.ts';

export const practice: PracticeWords = {
	title: 'Practice',
	act: 'Practise with made-up doors',
	short: 'Try it for 2 minutes',
	lead: 'A lane of doors and people who do not exist. A wrong tap does no harm: nothing here is sent, and it is deleted at the end.',
	begin: 'Begin practice',
	beginning: 'Getting ready…',
	quarter: 'Practice quarter',
	bar: 'Practice',
	note: 'Made-up doors, sent nowhere.',
	end: 'End',
	ending: 'Deleting…',
	saved: 'This is practice: it is sent nowhere and is deleted at the end.',
	elsewhere: {
		title: 'This part belongs to the real work',
		text: 'End practice, then open it again. The real work is still on the phone.',
		back: 'To the practice list'
	},
	walk: {
		label: 'Hints for practice',
		step: (at, of) => `Task ${at} of ${of}`,
		next: 'Skip',
		stop: 'Hints off',
		toList: 'When this visit is done, tap “To this house”.',
		toDoors: 'Tap “Doors” at the bottom of the screen.',
		away: {
			title: 'Nobody home',
			list: (door) =>
				`Nobody is at home at door ${door}. Tap “Away” in its row. A wrong tap can be undone for 5 seconds.`,
			door: 'Tap “Nobody home”, then “Save”.'
		},
		visit: {
			title: 'A visit with a guide',
			list: (door) => `Somebody opens the door. Tap door ${door}.`,
			door: 'Tap “Begin a visit”.',
			visit:
				'Choose the person and answer one question after the other. At “Do it now?” tap “Start the guide”, walk it to its end, then “Save the visit”.'
		},
		card: {
			title: 'A card typed by hand',
			list: (door) => `Tap door ${door}: nobody is written down there.`,
			door: 'Tap “Add a person”.',
			form: (name, year) =>
				`Tap “Scan the QR code on the card”, then “Cannot scan? Type it in”. Type ${name}, born in ${year}, female; leave the number empty. Then fill in the rest and tap “Save this person”.`
		},
		over: {
			title: 'All three tasks are done',
			text: 'Practise on as long as you like. Tap “End” above to go to the real work. To practise again, open “Guides”.'
		}
	}
};
