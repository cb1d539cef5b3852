import type { SafetyWords } from '../vi/safety.ts';

export const safety: SafetyWords = {
	title: 'An hour to report back',
	lead: 'Going out at night or splitting up: agree on an hour with whoever goes with you. Then the screen reminds you quietly; it makes no sound and sends nothing anywhere.',
	choose: (minutes) => `In ${minutes} minutes`,
	running: (clock, minutes) => `Report back at ${clock}, ${minutes} minutes left.`,
	tell: 'Write to whoever goes with you',
	message: (clock) =>
		`I am going from door to door. I report back at ${clock}. If you hear nothing by then, please call me.`,
	told: {
		shared: 'This phone’s own way of sending was opened.',
		copied: 'The text was copied, paste it into a message.',
		failed: 'The phone could not send it. Read this text out:'
	},
	due: (clock) => `It is time to report back (${clock}). Call or write to whoever goes with you.`,
	late: (minutes) => `${minutes} minutes past the hour. Call whoever goes with you now.`,
	more: (minutes) => `All is well, ${minutes} minutes more`,
	end: 'Reported back, done'
};
