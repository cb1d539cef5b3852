import type { AnewWords } from '../vi/anew.ts';

export const anew: AnewWords = {
	title: 'Join again with a new invitation?',
	text: 'Once you are in, the old list of doors on this phone is erased and fetched again from the ward.',
	sealed: (count) => `${count} unsent entries are sealed and stay on the phone to be sent to the ward.`,
	lost: (count) => `${count} unsent entries open with the old PIN only: joining again loses them.`,
	none: 'Nothing waits to be sent.',
	yes: 'I have a new invitation',
	erased: {
		title: 'The records on this phone are erased',
		revokedTitle: 'The ward has withdrawn this phone',
		wrongPins: 'The PIN was wrong 10 times in a row, so the phone erased the list of doors and all that could be read.',
		revoked:
			'The list of doors and all that could be read on this phone is erased. Ask the ward if you do not know why.',
		waiting: (count) =>
			`${count} unsent entries are still on the phone, sealed: only the ward can open them. Do not remove the app.`,
		lost: (count) => `${count} unsent entries went with it. Tell the ward, so that they are recorded again.`,
		none: 'Nothing on this phone waits to be sent.',
		goOn: 'To go on working on this phone, ask the ward for a new invitation.'
	}
};
