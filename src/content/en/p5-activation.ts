import type { GuideWords } from '../translate.ts';

export const P5: GuideWords = {
	title: 'Activate the VNeID account',
	summary: 'From the approval message to the first sign-in.',
	keywords: ['activate', 'approval message', 'OTP', 'passcode'],
	steps: {
		notice: {
			title: 'Find the approval message',
			say: 'Ask the resident to open the messages on their own phone and find the one that says the file is approved. On which day did it come?',
			notes: [
				'A message with a link other than vneid.gov.vn: do not tap it, ask the ward police.',
				'The account must be activated within 7 days of the notice.'
			],
			residentText: 'Open your messages. Find the one that says your e-ID file is approved. Look at its date.',
			exampleFrom: 'Sample from provincial web pages, to compare with the message on the phone',
			branches: {
				'in-time': 'Within 7 days',
				overdue: 'More than 7 days ago',
				'day-unknown': 'There is a message, day not known',
				none: 'No message found'
			}
		},
		open: {
			title: 'Open VNeID, tap activate',
			say: 'Open the VNeID app. Tap whichever of these words stands on the first screen.',
			notes: ['The screen may differ between versions.'],
			residentText: 'Open VNeID. Tap “Kích hoạt tài khoản định danh điện tử” or “Kích hoạt”.',
			branches: {
				intro: 'Intro screen',
				login: 'Sign-in screen',
				'not-installed': 'VNeID is not on the phone',
				'other-screen': 'None of these words'
			}
		},
		request: {
			title: 'Enter the ID number and phone number',
			say: 'The resident enters their personal ID number and the phone number given at registration, then taps this button.',
			see: 'The app checks the account level and shows one of three results.',
			residentText: 'Enter your ID number and the phone number you registered. Tap “Gửi yêu cầu”.',
			branches: {
				R1: 'Level 1 or 2 not registered or not approved yet',
				R2: 'The account was activated before',
				R3: 'It goes on to check the device'
			}
		},
		device: {
			title: 'Device check',
			say: 'Read the notice on the phone. What does it say?',
			residentText: 'Read the notice that just appeared.',
			branches: {
				D1: 'Activation notice. This phone is not tied to any account',
				D2: 'Notice about activating on another device. This phone is tied to another person’s account'
			}
		},
		otp: {
			title: 'Enter the code from the message',
			say: 'The resident enters the code. Do not read it out to anybody, not even the volunteer.',
			see: 'The code lives 3 minutes. VNeID counts down.',
			residentText: 'Enter the code from the message yourself. Read it to nobody.',
			branches: {
				passcode: 'Code accepted, it asks for a passcode',
				password: 'Code accepted, it asks for a new password',
				wrong: 'Code wrong or expired, tap for a new one',
				none: 'No code came'
			}
		},
		password: {
			title: 'Set the password',
			say: 'Only for people who had no account before the approval. The resident chooses it and enters it twice.',
			notes: [
				'8 to 20 characters.',
				'Digits, capital and small letters.',
				'At least one of ! @ # $ % ^ & * ( ) _',
				'The volunteer looks away and never writes it down.'
			],
			residentText:
				'Set your own password: 8–20 characters with digits, capitals, small letters and one sign such as ! @ #'
		},
		passcode: {
			title: 'Set a passcode of exactly 6 digits',
			say: 'The resident chooses and enters it. The passcode is not the password; it opens the utilities.',
			residentText: 'Set your own passcode of exactly 6 digits. Tell nobody.'
		},
		questions: {
			title: 'Choose 2 security questions',
			say: 'The resident chooses two from the list and answers them. Choose ones that are easy to remember.',
			residentText: 'Choose 2 security questions and answer them. Tell nobody.'
		},
		login: {
			title: 'Sign in once',
			say: 'It counts only after one sign-in. The resident taps these words and enters the ID number and password.',
			residentText: 'Tap “Đăng nhập”. Enter your ID number and password.',
			branches: { in: 'Activated and signed in', 'not-yet': 'Activated, not signed in', forgot: 'Password forgotten' }
		},
		'already-active': {
			title: 'Already activated: try to sign in',
			say: 'The resident taps these words and enters the ID number and password.',
			residentText: 'Tap “Đăng nhập”. Enter your ID number and password.',
			branches: {
				in: 'Signed in',
				forgot: 'Password forgotten',
				'old-device': 'New phone, the code goes to the old one',
				locked: 'It says the account is locked',
				'not-yet': 'Not signing in today'
			}
		},
		'level-in': {
			title: 'Which level does the screen show?',
			say: 'Look at the resident’s phone: account of level 1 or level 2.',
			branches: { 'level-2': 'Level 2', 'level-1': 'Level 1', unclear: 'The level cannot be seen' }
		},
		'level-active': {
			title: 'Which level is this account?',
			say: 'Ask the resident: made in the app is level 1, made at the police is level 2.',
			branches: { 'level-2': 'Level 2', 'level-1': 'Level 1', unclear: 'Level not known' }
		},
		done: {
			title: 'Activated and signed in',
			say: 'Done. Remind the resident: if somebody phones about updating VNeID, do not follow, ask at the ward police.',
			reason: 'The account is activated and was signed in once.'
		},
		active: {
			title: 'Activated, not signed in',
			say: 'It does not count as done yet. Agree on a day to sign in once.',
			reason: 'One sign-in is left.',
			effects: ['Come back to sign in once']
		},
		'level-unclear': {
			title: 'Account level not clear',
			say: 'Note how far it went and come back to see the level on the screen.',
			reason: 'The level was not seen on the screen.',
			effects: ['Come back to see the account level on the screen']
		},
		overdue: {
			title: 'More than 7 days',
			say: 'More than 7 days: contact the ward police or the hotline 1900.0368.',
			residentText: 'More than 7 days. Go to the ward police for activation.',
			reason: 'More than 7 days since the notice: it goes through the police.',
			effects: ['Not activated within 7 days']
		},
		'no-notice': {
			title: 'No approval message',
			say: 'Ask: is this the phone number given at registration? If the app can be signed in, ask the resident to open this entry.',
			branches: {
				approved: 'The file is shown as approved',
				waiting: 'Filed recently, waiting',
				'waiting-long': 'Filed long ago, past the date given',
				changed: 'Number or SIM was changed',
				never: 'Never filed'
			}
		},
		wait: {
			title: 'Wait for the approval message',
			say: 'Usually 1–7 working days; ask the ward police to be sure. Once it comes, activate within 7 days.',
			residentText: 'Wait for the message that the file is approved. Then activate within 7 days.',
			reason: 'The file is waiting for approval.',
			effects: ['Come back to see whether the message has come']
		},
		'wait-long': {
			title: 'Filed long ago, no result',
			say: 'Refer to the ward police to look at the file.',
			reason: 'Past the date given: the police need to look at it.',
			effects: ['Filed long ago, no result']
		},
		'not-registered': {
			title: 'Not registered for e-ID',
			say: 'It cannot be activated yet. Level 1 is made in the app; level 2 at any ward police office, with a valid card and an own-name phone number.',
			reason: 'Registration comes before activation.',
			links: ['Level 2 at the police', 'Level 1 in the app']
		},
		'changed-number': {
			title: 'The phone number was changed',
			say: 'Messages and codes go to the old number. The resident changes it at the ward police, with the card.',
			reason: 'The registered number is no longer in use.',
			effects: ['Phone number changed after registration'],
			links: ['Change of number']
		},
		'not-identified': {
			title: 'The account is not identified yet',
			say: 'There is only an app account, or the file is not approved yet. Ask how far the resident got.',
			notes: [
				'If an approval message was seen all the same: check the numbers just entered, and whether the message is genuine.'
			],
			branches: {
				'typed-wrong': 'Numbers mistyped, enter again',
				waiting: 'Filed, waiting',
				'waiting-long': 'Filed long ago, past the date given',
				never: 'Level 1 and 2 never registered'
			}
		},
		'device-taken': {
			title: 'The phone is tied to another account',
			say: 'Two people must not share one phone. Explain the two ways and let the family choose.',
			notes: [
				'Way 1: own phone and own number. The other account stays as it is.',
				'Way 2: the other person signs out of this phone.'
			],
			branches: {
				own: 'Own phone, own number: not at hand yet',
				'own-here': 'Own phone, own number: here now',
				'sign-out': 'The other person agrees to sign out',
				later: 'The family wants to think'
			}
		},
		'sign-out': {
			title: 'The other person signs out',
			say: 'The owner of the account on this phone does it, in the order of these words.',
			residentText: 'The owner of the account taps “Cá nhân”, “Quản lý thiết bị”, then “Hủy liên kết”.',
			check: { agreed: 'The owner agrees and does it alone', unlinked: 'This phone is unlinked' }
		},
		'own-phone': {
			title: 'Own SIM, own phone',
			say: 'Get an own-name SIM at the carrier with the card, then change the number at the ward police. Mind the 7 days.',
			residentText:
				'Take your card to the carrier for a SIM in your own name. Then change the number at the ward police.',
			reason: 'An own number and an own phone are needed.',
			effects: ['Change the number once there is an own-name SIM', 'See whether there is an own SIM and phone']
		},
		'device-later': {
			title: 'The family thinks it over',
			say: 'Agree on a day. Mind the 7 days from the notice.',
			reason: 'No phone chosen yet.',
			effects: ['Come back: choose the phone to activate on']
		},
		'otp-missing': {
			title: 'No code came',
			say: 'See whether there is signal and whether the SIM of the registered number is in this phone.',
			branches: {
				resend: 'Tap for a new code',
				'no-network': 'No signal',
				changed: 'Number or SIM was changed',
				'other-owner': 'SIM in another name',
				restricted: 'SIM restricted, not verified',
				shared: 'The number belongs to somebody else in the house'
			}
		},
		'no-network': {
			title: 'No signal',
			say: 'Try the volunteer’s hotspot or a place with signal. Otherwise come back.',
			reason: 'No signal for the code.',
			effects: ['Come back, choose a place with signal']
		},
		sim: {
			title: 'Put the SIM right at the carrier',
			say: 'The resident takes the card to the carrier’s shop for an own-name SIM or to verify the SIM.',
			residentText: 'Take your card to the carrier’s shop to register or verify the SIM.',
			reason: 'The SIM cannot receive the code.',
			effects: ['Register or verify the SIM', 'See whether the SIM works'],
			links: ['SIM verification']
		},
		'try-later': {
			title: 'Stop here, come back',
			say: 'Tried several times. Rest and come back another day; if it still fails, go to the ward police.',
			reason: 'Several tries failed.',
			effects: ['Come back and try again']
		},
		'forgot-password': {
			title: 'Password forgotten',
			say: 'Go on to the guide for a forgotten password. Then sign in once.',
			reason: 'No sign-in because the password is forgotten.',
			links: ['Forgotten password']
		},
		'new-device': {
			title: 'New phone, code goes to the old one',
			say: 'Go on to the guide for a new phone.',
			reason: 'The account must move to the new phone.',
			links: ['New phone']
		},
		locked: {
			title: 'Account locked',
			say: 'The resident goes to the ward police or calls the hotline 1900.0368.',
			reason: 'The account is locked.',
			effects: ['Account locked']
		},
		install: {
			title: 'VNeID is not installed',
			say: 'Install only from CH Play or the App Store, search for this word. Never from a link.',
			reason: 'VNeID must be installed first.',
			links: ['Install VNeID']
		},
		'other-screen': {
			title: 'The screen differs',
			say: 'VNeID may have changed. Do not guess; ask the one-stop desk and tell the ward so that the guide is mended.',
			reason: 'The screen does not match the guide.',
			effects: ['VNeID screen differs from the guide']
		}
	}
};
