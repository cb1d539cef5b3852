import type { SearchWords } from '../vi/search.ts';

export const search: SearchWords = {
	label: 'Search guides, answers and services',
	hint: 'Without accents is fine, and with a slip of a letter',
	preparing: 'Getting the search ready…',
	found: (count) => `${count} best results`,
	none: 'Nothing found. Try fewer or other words.',
	why: { title: 'In the name', keys: 'A keyword', lead: 'In the summary', body: 'In the text' },
	guide: 'Step by step'
};
