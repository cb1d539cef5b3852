import type { JoinWords } from '../vi/join.ts';

export const join: JoinWords = {
	title: 'Join Gõ Cửa',
	progress: (step, of) => `Step ${step} of ${of}`,
	next: 'Continue',
	offline: 'No network. Switch on Wi-Fi or mobile data and press again; what you typed is still here.',
	install: {
		appleTitle: 'Put it on the home screen first',
		appleWhy:
			'On an iPhone the app on the home screen and the page in Safari keep their records apart and do not see each other’s. Install first and enter the code then, so that no work is left behind in Safari.',
		appleSteps: [
			'Press Safari’s Share button (a square with an arrow up).',
			'Choose “Add to Home Screen”.',
			'Press “Add”, then open Gõ Cửa from the home screen.'
		],
		appleHidden: 'No Share button? Press the three dots first. No such line? Scroll down in the list.',
		appleMovedTitle: 'Did you begin in Safari?',
		appleMoved:
			'What you noted in Safari is not here. Open the page in Safari again: with a network send everything to the ward, without one make a file to be sent. Enter here with a new invitation and take over that file under “Sending to the ward”.',
		appleSkip: 'Use it in Safari all the same',
		androidTitle: 'Put it on the home screen',
		androidWhy: 'It opens faster, works without a network, and the phone keeps the records better.',
		ask: 'Install the app'
	},
	code: {
		lead: 'The ward opens an invitation on its screen. Scan the QR code, or type the 16 characters.',
		scan: 'Scan the invitation',
		type: 'Invitation code',
		hint: '16 characters, like 0000-AAAA-0000-AAAA. Capital or small letters.',
		short: (count) => `The code has 16 characters. There are ${count} so far.`,
		look: 'Check the code',
		looking: 'Asking the ward…',
		opening: 'Opening the camera…',
		noCamera: 'Scanning could not be opened. Type the code.'
	},
	who: {
		title: (name) => `Are you ${name}?`,
		ward: 'Works for',
		areas: 'Areas',
		until: (clock) => `The code can be used until ${clock}.`,
		warn: 'This phone will record under that name. If it is not yours, stop and tell the ward.',
		yes: 'Yes, that is me',
		no: 'Not me'
	},
	pledge: {
		title: 'Pledge of confidentiality',
		lead: 'Read all of it, then tick. The ward keeps the date and hour.',
		lines: [
			'I keep to myself what I see and hear in people’s homes. I tell, copy, photograph and send nothing to anybody but the ward.',
			'I do not ask for and do not listen to an OTP, a password, a passcode, a security answer or bank details. Residents type on their own phones.',
			'I take no photo of cards, papers or faces.',
			'I take no money. The account is free.',
			'I write down only with consent, and only what the app asks. When a resident wants it deleted, I tell the ward.',
			'I let nobody else use this phone while the app is open. If the phone is lost or the PIN known, I tell the ward at once.'
		],
		accept: 'I have read it and I pledge it',
		act: 'Pledge',
		missing: 'Tick “I have read it and I pledge it” to go on.'
	},
	pin: {
		title: 'Set a PIN',
		lead: 'The PIN locks the records on this phone. At least 6 digits, 8 are better.',
		own: 'No birthday, no phone number, not the code that opens the phone. The ward cannot see it.',
		again: 'Type the PIN again',
		againLead: 'The same PIN once more.',
		clear: 'Start over'
	},
	making: {
		title: 'Getting ready',
		vault: 'Making the key for the records on this phone…',
		failed: 'Not in yet',
		again: 'Try again',
		newCode: 'Enter another code'
	},
	ready: {
		title: (name) => `Welcome, ${name}`,
		pullingFirst: 'Fetching the list of households…',
		pulling: (count) => `Fetching the list, ${count} households so far…`,
		pulled: (count) => `${count} households are on this phone. It works without a network.`,
		empty: 'There are no households in your areas yet. The phone fetches them when the ward assigns some.',
		notPulled: 'The list could not be fetched. The phone does it when there is a network, or press “Try again”.',
		start: 'Start',
		practise: 'Try it for 2 minutes'
	},
	storage: {
		title: 'Keeping the records',
		kept: 'The browser promises to keep the records.',
		mayBeCleared:
			'The browser may delete the records when the phone is nearly full. Put the app on the home screen, keep room free and send to the ward every day.',
		unknown: 'The browser does not say whether it keeps the records. Send to the ward every day.'
	}
};
