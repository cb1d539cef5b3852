import type { FlagWords } from '../vi/flag.ts';
import { guide } from './guide.ts';

export const flag: FlagWords = {
	names: guide.dataFlagNames,
	fields: { name: 'Name', birth: 'Date of birth', sex: 'Sex', address: 'Address', personalId: 'Personal number' },
	sources: {
		self: 'The person says so',
		family: 'The family says so',
		neighbour: 'A neighbour says so',
		list: 'From the list'
	},
	title: 'Tell the ward about the data?',
	others: 'Other flags',
	hint: 'Choose only, write nothing. No photos of papers.',
	field: 'What is wrong?',
	onCard: 'Date of birth on the card',
	onPaper: 'Date of birth on the birth certificate',
	source: 'How do you know?',
	none: 'Tell nothing',
	keep: (count) => (count === 0 ? 'Tell nothing' : `Tell ${count}`),
	detail: (field, onCard, onPaper) =>
		[
			field.toLowerCase(),
			[onCard && `card ${onCard}`, onPaper && `birth certificate ${onPaper}`].filter(Boolean).join(', ')
		]
			.filter(Boolean)
			.join(': ')
};
