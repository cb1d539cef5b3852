import type { DecisionWords } from '../vi/decision.ts';

export const decision: DecisionWords = {
	title: 'The ward has chosen',
	looked: 'The ward has looked at it',
	line: (field, value) => `${field}: ${value}`,
	left: (values) => `Not chosen: ${values}`,
	empty: 'left empty',
	number: 'compared and chosen',
	restored: 'The ward keeps this, it is not deleted.',
	removed: 'The ward has deleted this.',
	replayed: 'The ward has accepted a record that it had kept aside. No need to write it again.',
	corrected: 'The ward has corrected and accepted a record that it had kept aside. No need to write it again.',
	dismissed: 'The ward has looked at a record and does not use it.',
	note: (note) => `The ward says: ${note}`,
	by: (name, when) => `${name}, ${when}`
};
