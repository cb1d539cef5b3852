import type { SyncWords } from '../vi/sync.ts';

export const sync: SyncWords = {
	title: 'Sending to the ward',
	waiting: (count, since) => `${count} waiting to be sent, since ${since}`,
	waitingNoTime: (count) => `${count} waiting to be sent`,
	noneWaiting: 'Nothing waits to be sent',
	held: (count) => `${count} “nobody home” still held so that it can be undone`,
	heldNote: 'Saved on this phone. After 5 seconds it waits to be sent like the others.',
	waitingNote: 'These are on this phone only. Do not remove the app, do not clear site data.',
	lastSuccess: (moment) => `Last finished: ${moment}`,
	never: 'Never finished yet',
	received: (households, people, visits) =>
		`Held by the ward: households ${households}, people ${people}, visits ${visits}`,
	oldest: (unit, count) => `The oldest has waited ${count} ${unit === 'hour' ? 'h' : count === '1' ? 'day' : 'days'}.`,
	checking: (count) => `${count} are being checked by the ward. Do not write them again.`,
	stuck: 'A record could not be sent and is still on this phone. Try another network; if it stays, tell the ward.',
	running: 'Sending…',
	act: 'Send now',
	safe: 'Pressing again is always safe: nothing is lost or sent twice.',
	done: 'All sent.',
	waitingList: 'Waiting to be sent',
	receipts: 'Latest receipts',
	noReceipts: 'No receipts yet. When the ward has received something, its number stands here.',
	newDoor: 'new household',
	beside: { difficulty: 'Question to the ward', event: 'Outreach event', help: 'One person at the help desk' },
	doorAlone: 'visit to the door',
	unknownDoor: 'household no longer on this phone',
	rescue: 'No network? Ask another phone to carry',
	rescueMissing: 'This part is not on the phone yet. Open the app once with a network.',
	carrying: (count: string) => `Carrying ${count} records of other phones, to be sent with a network`,
	carried: (count: string) => `${count} records of other phones sent for them`,
	carriedInVain: (count: string) =>
		`${count} carried records could not be sent. Press Make a file to send, and give the file to ward staff.`
};
