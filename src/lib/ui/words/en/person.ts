import type { PersonWords } from '../vi/person.ts';

export const person: PersonWords = {
	sexes: { male: 'Male', female: 'Female' },
	presences: { home: 'At home', away: 'Away', unclear: 'Not known', deceased: 'Deceased', newcomer: 'Just arrived' },
	cards: {
		valid: 'Valid card',
		expiring: 'Expires soon',
		expired: 'Expired',
		lost: 'Lost',
		none: 'No card',
		oldIdOnly: 'Old ID only',
		unclear: 'Not known'
	},
	relations: {
		head: 'Head of household',
		spouse: 'Spouse',
		child: 'Child',
		parent: 'Parent',
		sibling: 'Brother or sister',
		grandparent: 'Grandparent',
		grandchild: 'Grandchild',
		relative: 'Relative',
		tenant: 'Tenant',
		other: 'Other'
	},
	advice: (state, day, isApproximate) => {
		const about = isApproximate ? 'about ' : '';
		if (state === 'expired') return `The card expired ${about}${day}. The printed date rules.`;
		if (state === 'soon') return `The card expires ${about}${day}; renew it soon. The printed date rules.`;
		if (state === 'valid') return `The card is good until ${about}${day}. The printed date rules.`;
		return state === 'unlimited' ? 'The card does not expire.' : '';
	},
	oldId: 'The old ID is not valid since 01/01/2025. A card is needed from the ward police.',
	addTitle: 'Add a person',
	amendTitle: 'Amend',
	name: 'Full name',
	nameHint: 'Without papers: the name as told.',
	birth: 'Year or date of birth',
	birthHint: 'For example 1985 or 14/05/1985. A year is enough.',
	swapped: 'Day and month may have changed places. The day comes first.',
	swappedTake: (birth) => `Change to ${birth}`,
	sex: 'Sex',
	presence: 'At home?',
	relation: 'Relation to the head',
	card: 'Identity card',
	phone: 'Phone number',
	phoneConsent: 'Agrees that the number is written down',
	phoneConsentHint: 'The person themselves agrees. Never from the family.',
	recordConsent: 'Does the resident agree to be recorded?',
	recordConsentHint: 'Only with the resident’s consent.',
	number: (masked) => `Personal number ${masked}`,
	noNumber: 'No personal number yet',
	numberTaken: (masked) => `Number taken from the card: ${masked}. After saving only four digits are shown.`,
	dropNumber: 'Drop this number',
	scan: 'Scan the QR code on the card',
	rescan: 'Scan again',
	more: 'More: relation, card',
	save: 'Save this person',
	saving: 'Saving…',
	restored: 'Your unfinished entry is back.',
	startOver: 'Drop it, start over',
	twinTitle: 'Perhaps already in the book',
	twin: (name, birth, door) => `${name} · ${birth} · house ${door}`,
	twinText: 'Same name and year, or same number. Two records are never merged by themselves.',
	twinOpen: 'Open the one in the book',
	twinAdd: 'Somebody else, add',
	sharedPhone: (names) => `Two people share one number: ${names}.`,
	saved: 'Saved on this phone',
	born: (birth) => `born ${birth}`,
	helper: {
		line: (name) => `Helped on the phone by ${name}, of this household`,
		title: 'Who of the household helps on the phone?',
		lead: 'Only who it is is kept, no number and nothing else. Only people of 14 or older who agreed to be written down can be chosen.',
		nobody: 'Nobody is noted',
		option: (name, year) => `${name}, born ${year}`,
		canDo: 'has logged in on their own',
		asked: (helper, name) => `Asked: ${helper} agrees to help and ${name} agrees to be helped by ${helper}`,
		needsAsked: 'Ask both of them and tick; otherwise choose “Nobody is noted”.'
	},
	missing: 'This person is not on this phone.',
	warned: 'Look at the card again. If it is so on the card, it can be saved.'
};
