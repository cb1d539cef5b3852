import type { ShelfWords } from '../vi/shelf.ts';

export const shelf: ShelfWords = {
	title: 'Guides',
	lead: 'Read and try the steps here; nothing is recorded. To record a result, open the household and start a visit.',
	opening: 'Opening the guide…',
	failed: 'The guides could not be opened. Press “Try again” when there is a network.',
	unknown: 'There is no such guide. The address may be old.',
	doneTitle: 'End of the guide',
	done: 'Nothing was recorded. To record it for somebody, open the household and start a visit.',
	begun: 'This guide was left half-way. Go on from there, or from the start?',
	goOn: 'Go on',
	again: 'From the beginning',
	list: 'List of guides',
	toDoors: 'To the doors'
};
