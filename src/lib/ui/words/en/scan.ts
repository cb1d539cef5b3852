import type { ScanWords } from '../vi/scan.ts';

export const scan: ScanWords = {
	title: 'Scan the QR code on the card',
	joinTitle: 'Scan the invitation',
	aim: 'Hold the QR code in the frame',
	aimBack: 'New card: scan the back',
	close: 'Close',
	torchOn: 'Light on',
	torchOff: 'Light off',
	toManual: 'Cannot scan? Type it in',
	toTyping: 'Cannot scan? Type the code',
	starting: 'Opening the camera…',
	looking: 'Looking for a code…',
	silent: 'No code seen. Wipe the lens, come closer, avoid glare.',
	manualOffer: 'Still not read? Typing it in is quicker.',
	again: 'Try again',
	refusals: {
		'card.notCard': 'This is not the code of an identity card. VNeID codes are for the authorities, not for here.',
		'card.vneid': 'This looks like a VNeID code. VNeID codes are for the authorities, not for here.',
		'card.bank': 'This is a bank code, not that of an identity card. We take no money.',
		'card.url': 'This code opens a web page; it is not that of an identity card. The page was not opened.',
		'card.healthInsurance': 'This is the code of a health insurance card. Please scan the identity card.',
		'card.contact': 'This is a contact or Wi-Fi code, not that of an identity card.',
		'card.joinCode': "This is a volunteer's invitation, not the code of an identity card.",
		'card.tooLong': 'This code is too long to be that of an identity card.',
		'card.badNumber': 'The personal number in the code does not have 12 digits. Type it in from the card.',
		'card.badName': 'The name in the code cannot be read. Type it in from the card.',
		'card.badBirth': 'The birth date in the code is wrong. Type it in from the card.',
		'card.badSex': 'The sex in the code cannot be read. Type it in from the card.',
		'card.badIssued': 'The issue date in the code is wrong. Type it in from the card.',
		notJoinCode: 'This is not an invitation. Ask the ward staff to show the invitation on the screen again.'
	},
	problems: {
		'camera.denied': "The camera is not allowed. Open this page's settings, allow the camera, then try again.",
		'camera.absent': 'No camera was found on this phone. Please type it in.',
		'camera.busy': 'Another app is using the camera. Close it, then try again.',
		'camera.insecure': 'This page was not opened at a secure address (https), so no camera. Please type it in.',
		'scan.unavailable': 'This phone cannot read codes. Type it in, or close the app and open it again.'
	},
	warnings: {
		sexMismatch: 'The personal number does not agree with the sex.',
		birthYearMismatch: 'The personal number does not agree with the year of birth.',
		unknownPlaceCode: 'The first three digits are no known province code.',
		issuedBeforeBirth: 'The card was issued before the birth.',
		issuedTooEarly: 'The card was issued before cards of this kind existed.'
	},
	manual: {
		title: 'Type in from the card',
		back: 'Scan again',
		number: 'Personal number (12 digits)',
		numberHint: 'Leave empty if there is none',
		numberCount: (digits) => `${digits}/12 digits`,
		name: 'Full name',
		birth: 'Date of birth',
		birthHint: 'Only the year known? Leave day and month empty',
		date: 'Day',
		month: 'Month',
		year: 'Year',
		sex: 'Sex',
		male: 'Male',
		female: 'Female',
		warned: 'Compare with the card. If it is as on the card, it can be saved.',
		save: 'Use this',
		problems: {
			'card.badNumber': 'A personal number has exactly 12 digits. Correct it or leave it empty.',
			'card.badName': 'A name has letters only.',
			'card.badBirth': 'This birth date is not right. If only the year is known, leave day and month empty.',
			'field.required': 'Please fill this in.',
			'field.tooLong': 'Too long, please shorten.'
		}
	}
};
