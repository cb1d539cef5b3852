import type { AimsWords } from '../vi/aims.ts';

export const aims: AimsWords = {
	title: (campaign) => `Target: ${campaign}`,
	daysLeft: (days) => `${days} days left`,
	lastDay: 'today is the last day',
	row: (area, level, aim) => `${area} · level ${level}: ${aim} people activated and logged in are aimed at`,
	acknowledged: 'Received by the ward',
	waiting: 'Waiting on this phone',
	bar: (done, aim) => `The ward has ${done} of ${aim}`,
	note: 'Everybody of the area counts, whoever came to them; only what was seen on the resident’s phone or stands on the police list.'
};
