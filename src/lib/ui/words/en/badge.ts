import type { BadgeWords } from '../vi/badge.ts';

export const badge: BadgeWords = {
	title: 'Volunteer badge',
	roles: { member: 'Team member', youth: 'Youth volunteer', quarterHead: 'Head of quarter' },
	number: (number) => `Badge no. ${number}`,
	quarter: 'Area',
	valid: 'Valid',
	validDays: (from, to) => `from ${from} to ${to}`,
	until: (to) => `To ${to}`,
	photoOf: (name) => `Photo of ${name}`,
	noPhoto: 'No photo',
	qr: 'Code to check this badge',
	scan: 'Scan this code to check the badge',
	never: {
		title: 'People of the ward never',
		rows: [
			'ask for a code from a message (OTP)',
			'ask for a password or passcode',
			'ask for a bank account or bank card',
			'take a picture of your ID card',
			'take money'
		]
	},
	phone: {
		open: 'My badge',
		how: "Residents scan it with their own phone, and the ward's page says whether the badge still holds. This phone needs no network.",
		call: (phone) => `Or call the ward: ${phone}`,
		none: 'No badge yet',
		noneText:
			'The ward has issued no badge, or has taken it back. Ask the staff; a badge arrives with the next sending.',
		over: {
			expired: (day) => `This badge expired on ${day}. Ask the ward for a new one.`,
			notYet: (day) => `This badge holds from ${day}.`
		},
		reading: 'Opening the badge…'
	},
	check: {
		title: 'Badge check',
		found: {
			valid: (ward) => `Yes, this is a person of ${ward}`,
			revoked: 'This badge was taken back',
			expired: 'This badge has expired',
			notYet: 'This badge does not hold yet',
			unknown: 'Not a badge of the ward'
		},
		look: 'Look at the photo: is it the person at your door? If not, do not open; call the ward.',
		noPhoto: 'This badge has no photo. To be sure, call the ward and ask for this name.',
		ended: {
			revoked: (number, day) => `Badge no. ${number} was taken back on ${day}.`,
			expired: (number, day) => `Badge no. ${number} expired on ${day}.`,
			notYet: (number, day) => `Badge no. ${number} holds from ${day} only.`
		},
		unknown:
			'The ward has not issued this code. It may be blurred or cut: scan it once more. If nothing changes, the badge is false.',
		refuse: 'Hand over no papers and press nothing that this person asks for. Call the ward or the police.',
		callTitle: 'Call and ask',
		call: (ward) => `Call ${ward}`,
		noPhone: 'This page has no number of the ward yet. Ask the police of the ward or the head of the quarter.',
		own: (host) =>
			`The ward's true page has the address ${host}. This page asks for nothing and keeps neither name nor number of who looks.`,
		ward: 'the ward',
		other: { language: 'vi', name: 'Tiếng Việt' },
		busy: 'Cannot check right now',
		busyText: 'Badges were checked too often from this network. Wait 15 minutes and scan again, or call the ward.'
	},
	desk: {
		link: 'Badge',
		title: (name) => `Badge of ${name}`,
		back: 'Back to the volunteers',
		none: 'There is no badge that holds.',
		over: 'This badge has expired. Whoever scans it sees red.',
		moved: (now) => `The area on the badge is not the present one (${now}). Better issue a new one.`,
		noQuarter: 'This person has no area yet. Assign one first, then issue the badge.',
		print: 'Print the badge',
		printHow:
			'The size of an ID card, readable in black and white. The badge also reaches the phone with its next sending.',
		check: 'Open the check page',
		issue: 'Issue a badge',
		again: 'Issue a new badge in its place',
		againHow: 'The old one, printed or not, turns red at once.',
		validTo: 'Valid to the end of',
		validHow: 'Write it like 31/12/2026; one year at most.',
		photo: 'Portrait (advised)',
		photoHow: 'It is made small, and what the camera added is removed. No picture of an ID card.',
		photoBad: 'This picture cannot be read. Choose another one.',
		photoShown: 'The photo that goes on the badge',
		keep: 'Keep the photo of the present badge',
		agreed: 'This person agrees that the photo is on the badge and on the check page for whoever scans the code',
		revoke: 'Take the badge back',
		revokeHow:
			'The code turns red at once for everybody. The photo is deleted. Shutting out a phone takes the badge back, too.',
		said: { issued: 'The badge is issued.', revoked: 'The badge was taken back.' },
		why: { desk: 'taken back at the desk', device: 'a phone was shut out', replaced: 'a new one was issued' },
		notAllowed: 'Area police, leader or administrator issue badges and take them back.',
		paperNever: 'Never asks for OTP, passwords, bank accounts. Takes no money.'
	}
};
