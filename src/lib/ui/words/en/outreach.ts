import type { OutreachWords } from '../vi/outreach.ts';
import { beside } from './beside.ts';

const { places, channels, counts, topics, fields, help } = beside;

export const outreach: OutreachWords = {
	places,
	channels,
	counts,
	title: 'Outreach events',
	lead: 'Counts as whoever held it tells them. They stand beside what is counted at doors and are not added to it.',
	none: 'No event yet.',
	day: 'Day (day/month/year)',
	area: fields.area,
	whole: 'Whole ward',
	place: fields.place,
	channel: fields.channel,
	topic: fields.topic,
	materials: fields.materials,
	materialsHint: 'May be empty',
	addTitle: 'Add an event',
	add: 'Write it down',
	added: 'Written down.',
	withdrawn: beside.withdrawn,
	withdraw: beside.withdraw,
	volunteer: 'volunteer',
	withdrawOf: (day, topic) => `Withdraw the event of ${day}, ${topic}`,
	notAllowed: 'Only police, civil status, one-stop and leader write here.',
	columns: { day: 'Day', where: 'Place, form', topic: 'Topic', by: 'Written by', act: 'Withdraw' },
	sums: 'By area',
	sumColumns: { area: 'Area', doors: 'Households counted at doors', events: 'Events' },
	help: {
		topics,
		title: 'Help desk',
		lead: 'One press for each person: what for, and what came of it. No name, number or phone, so that nobody here counts as a success.',
		topic: help.topic,
		outcome: help.outcome,
		barrier: help.barrier,
		noBarrier: help.noBarrier,
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
