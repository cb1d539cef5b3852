import type { PlanWords } from '../vi/plan.ts';

export const plan: PlanWords = {
	title: 'Mobile sessions',
	lead: 'A session is cut into slots of equal length. Whoever agreed on an appointment at the door gets a free one; whoever agreed on that day and hour comes first.',
	none: 'No session from today on.',
	columns: { day: 'Day, hours', place: 'Place', area: 'Area', booked: 'Taken' },
	whole: 'Whole ward',
	hours: (from, to) => `${from} – ${to}`,
	filled: (booked, slots) => `${booked} of ${slots} places`,
	open: (day, place) => `Open the session on ${day}, ${place}`,
	add: {
		title: 'Add a session',
		place: 'Place',
		placeHint: 'For example: the culture house of a quarter',
		area: 'For which area',
		day: 'Day (day/month/year)',
		from: 'Begins (hour:minute)',
		to: 'Ends (hour:minute)',
		slotMinutes: 'Minutes per slot',
		perSlot: 'People per slot',
		act: 'Add the session'
	},
	notAllowed: 'Only police, civil status, one-stop and leader plan sessions.',
	said: {
		added: 'The session was added.',
		cancelled: 'The session was cancelled. Its people wait for another slot.',
		booked: 'Slots were given.',
		moved: 'The slot was changed.',
		freed: 'The slot is free again.'
	},
	left: (count) => `${count} people found no free slot.`,
	back: 'All sessions',
	sheet: (place) => `Mobile session at ${place}`,
	slots: 'Slots given',
	slotColumns: { at: 'Time', who: 'Person, door', agreed: 'Agreed', papers: 'To bring', act: 'Another time' },
	emptySlots: 'Nobody has a slot in this session yet.',
	nobody: 'Nobody by name',
	agreed: (day, hour) => (hour ? `${day}, ${hour}` : day),
	by: (name) => `agreed with ${name}`,
	hidden: (count) => `${count} places of other areas.`,
	to: (who) => `New time for ${who}`,
	move: 'Change',
	free: 'Take out',
	freeOf: (who) => `Take ${who} out`,
	waiting: 'Waiting for a slot',
	waitingNone: 'Nobody with an appointment waits for a slot.',
	waitingCount: (shown, total) => (shown === total ? `${total} people` : `${shown} of ${total} people`),
	tick: (who) => `Choose ${who}`,
	tickAll: 'Choose all',
	book: (count) => `Give slots to ${count} people`,
	print: 'Print the list',
	cancel: 'Cancel this session',
	sure: 'Yes, cancel this session',
	paper: {
		title: 'LIST OF THE MOBILE SESSION FOR LEVEL 2',
		where: (place) => `Place: ${place}`,
		when: (day, from, to) => `${day}, from ${from} to ${to}`,
		head: ['No.', 'Time', 'Who', 'Area', 'To bring'],
		note: 'Initials only. Staff never ask for an OTP or a password. Level 2 is free of charge.'
	},
	papers: ({ card, isWithParent }) =>
		[
			card === 'valid' || card === 'expiring'
				? 'Card that is still valid, phone with one’s own number'
				: 'Card unclear: card and level 2 together, phone with one’s own number',
			isWithParent ? 'comes with whoever represents them, whose number is used' : ''
		]
			.filter(Boolean)
			.join('; ')
};
