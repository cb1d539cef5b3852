import type { NewsWords } from '../vi/news.ts';

export const news: NewsWords = {
	title: 'What is new',
	seen: 'Got it',
	again: 'You find this again at any time under Me.',
	day: (day) => `Version of ${day}`,
	older: 'See earlier versions',
	editions: [
		{
			edition: 4,
			day: '27/11/2026',
			lines: [
				'At a help desk or an outreach event: Me, press “Help desk, outreach events”. One press for each person, no names.'
			]
		},
		{
			edition: 3,
			day: '27/11/2026',
			lines: [
				'Doors, press “Walk together”: one phone records for a group, a lane is split between two, or handed to another phone without a network.',
				'Each door has a “Drawing of the lane” to mark a house that is hard to find, without location. You can note who of the family helps on the phone.',
				'Something is difficult: Me, press “Difficulties at work: ask the ward”. You can read the answer without a network.',
				'Today also shows what the ward aims at, and reminds you of an hour to report back.'
			]
		},
		{
			edition: 2,
			day: '26/11/2026',
			lines: [
				'Note “nobody home” at many doors at once: Doors, press “Choose several”.',
				'Boarding houses and dormitories: the whole list of tenants on one page, consent asked of each.',
				'Today also shows my work of the day, cards about to expire and answers from the ward.'
			]
		},
		{
			edition: 1,
			day: '25/11/2026',
			lines: ['Practice with made-up doors: nothing is sent anywhere or counted.']
		}
	]
};
