import type { PeopleWords } from '../vi/people.ts';

export const people: PeopleWords = {
	nav: { staff: 'Administration', account: 'My account' },
	code: {
		title: 'Type the six digits',
		lead: 'Open the authenticator app on your phone and type the code that it shows. If the phone is lost, use one of the codes on paper.',
		label: 'Code',
		act: 'Open the desk',
		anew: 'Sign in from the beginning'
	},
	confirm: {
		title: 'Your password again',
		lead: 'This takes much data out of the desk, so your password is asked again. It will not be asked for the next 5 minutes.',
		password: 'Password',
		act: 'Go on',
		back: 'Back',
		link: 'Give the password again'
	},
	passkey: {
		title: 'Passkeys',
		lead: 'A key in this computer or phone that opens by finger, face or screen lock. With it you sign in without password and six digits. Add one only on a device of your own.',
		none: 'None yet.',
		added: (when) => `added ${when}`,
		used: (when) => `last used ${when}`,
		unused: 'never used',
		label: 'What to call it',
		labelHint: 'Computer at the one-stop desk',
		add: 'Add a passkey',
		change: 'Add or remove a passkey',
		remove: 'Remove it',
		removeOf: (label) => `Remove the passkey: ${label}`,
		full: 'There are 10 already. Remove one that is no longer used, then add another.',
		signIn: 'Use a passkey',
		confirm: 'Use a passkey',
		waiting: 'Do what the window of your device says.',
		notMade:
			'The passkey was not added. The device needs a screen lock; one that is there is not added twice. Try again.',
		notShown: 'The passkey was not used. Try again, or type the password.'
	},
	account: {
		title: 'My account',
		username: (name) => `User name: ${name}`,
		mustPassword: 'This password was made by somebody else. Set one of your own before you work.',
		mustCode: 'The ward asks every account for six digits or a passkey at sign-in. Add one below before you work.',
		passwordTitle: 'Change the password',
		before: 'Present password',
		after: 'New password',
		afterHint: 'At least 12 characters; some words that you remember are good. Every other place is signed out.',
		again: 'New password again',
		mismatch: 'The two new passwords differ. Type them again.',
		change: 'Change the password',
		codeTitle: 'Six digits at sign-in',
		codeLead:
			'When on, signing in also takes the code that your phone shows. Somebody who knows the password stays outside.',
		codeOff: 'Off.',
		codeOn: (left) => `On. ${left} codes on paper are left.`,
		turnOn: 'Turn on six digits',
		scan: 'Open the authenticator app on your phone, scan this code, and type the six digits that it shows.',
		qr: 'Code for the authenticator app to scan',
		typed: 'If it cannot be scanned, type this:',
		first: 'Six digits on the phone',
		confirm: 'Confirm',
		papersTitle: 'Codes on paper',
		papersLead:
			'Print them or write them down and keep them safe. Each works once when the phone is lost. They are not shown again.',
		print: 'Print this page',
		turnOff: 'Turn off six digits',
		turnOffPassword: 'Password to turn off',
		sessions: 'Signed in at',
		said: {
			password: 'The password is changed.',
			dropped: 'Six digits are off.',
			ended: 'That place is signed out.',
			passkey: 'The passkey is added. You can sign in with it from now on.',
			forgotten: 'The passkey is removed and opens the desk no more.'
		}
	},
	sessions: {
		columns: { who: 'Who', where: 'Browser', since: 'Since', seen: 'Last seen', act: 'Act' },
		own: 'this one',
		end: 'Sign out there',
		endOf: (name) => `Sign out there: ${name}`,
		none: 'Nobody is signed in.'
	},
	staff: {
		title: 'Accounts',
		columns: { who: 'Who', role: 'Role and areas', signedIn: 'Last sign-in', acts: 'Acts' },
		never: 'never',
		closed: (day) => `Closed on ${day}`,
		code: { on: 'has six digits', off: 'no six digits' },
		mustChange: 'will change the password',
		you: 'you',
		whole: 'Whole ward',
		areas: 'Sees only',
		areasHint: 'With none chosen: the whole ward.',
		change: 'Change the role',
		changeOf: (name) => `Change the role of ${name}`,
		role: 'Role',
		save: 'Save',
		reset: 'Give a new password',
		dropCode: 'Take six digits and passkeys away',
		passkeys: (count) => (count === 1 ? '1 passkey' : `${count} passkeys`),
		disable: 'Close the account',
		enable: 'Open the account again',
		more: 'More',
		moreOf: (name) => `More for ${name}`,
		addTitle: 'Add somebody',
		name: 'Full name',
		username: 'User name',
		usernameHint: 'Letters without marks, digits, dots or dashes. For instance: lan.anh',
		add: 'Add',
		given: (name) => `Password of ${name}`,
		givenHow: (username) =>
			`Read it out or hand it over. Sign in as ${username}; the first time it must be changed. It is not shown again.`,
		sessions: 'Signed in now',
		requireTitle: 'Six digits for every account',
		requireOn: 'Required. Who has neither them nor a passkey adds one before working.',
		requireOff: 'Not required.',
		turnOn: 'Require six digits',
		turnOff: 'Require no longer',
		said: {
			role: 'The role is changed; it counts with the next click of that person.',
			disabled: 'Closed, and signed out everywhere.',
			enabled: 'Open again.',
			codeDropped: 'Six digits and passkeys are taken away.',
			ended: 'That place is signed out.',
			required: 'Saved.'
		}
	},
	week: {
		title: 'The week in the audit',
		link: 'Week in short',
		ways: { app: 'with six digits', paper: 'with a code on paper', passkey: 'with a passkey' },
		span: (from, to) => `${from} to ${to}`,
		before: 'Week before',
		after: 'Week after',
		who: 'Who',
		groups: {
			saw: 'Looked at',
			changed: 'Changed',
			exported: 'Took out files',
			revealed: 'Saw whole numbers',
			signedIn: 'Signed in or out',
			refused: 'Refused'
		},
		empty: 'Nobody did anything at the desk this week.',
		linesTitle: 'Every whole number and every file',
		linesNone: 'None.',
		whole: (lines) => `The audit is whole: ${lines} lines stand as they were written.`,
		broken: (line) =>
			`The audit was changed from outside, from line ${line} on. Leave the server as it is and report it.`,
		export: 'Take the audit out as a file',
		from: 'From',
		to: 'To',
		exportHint: 'Asks for your password again, and leaves a line in the audit.',
		back: 'Back to the audit'
	},
	device: {
		appVersion: (version) => `app ${version}`,
		contentVersion: (version) => `guides version ${version}`,
		waitingSince: (count, when) => `${count} records still there, since ${when}`
	}
};
