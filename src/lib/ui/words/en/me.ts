import type { MeWords } from '../vi/me.ts';

export const me: MeWords = {
	title: 'Me',
	who: { ward: 'Works for', areas: 'My areas', noAreas: 'No area assigned yet' },
	beside: 'Help desk, outreach events',
	lock: {
		title: 'Lock',
		act: 'Lock now',
		note: 'The phone locks by itself after 5 minutes without a touch, or 2 minutes out of sight.'
	},
	passkey: {
		title: 'Fingerprint, face',
		note: 'Open the app by this phone’s fingerprint or face instead of the PIN. The PIN goes on working.',
		act: 'Switch on',
		pinTitle: 'Type the PIN to switch it on',
		next: 'Go on',
		running: 'Follow the phone…',
		isOn: 'Switched on.',
		drop: 'Switch off',
		own: 'Only when no finger or face but yours opens this phone.'
	},
	leave: {
		title: 'Leave this phone',
		note: 'For a new phone, a borrowed one, or the end of the work: erases everything about residents from this phone.',
		act: 'Leave this phone',
		ask: 'Leave this phone?',
		text: 'The list of doors and what is half filled in is erased for good. Coming back needs a new invitation.',
		lost: (count) => `${count} unsent entries will be lost. Send them to the ward first.`,
		sealed: (count) => `${count} unsent entries are sealed and stay on the phone to be sent to the ward.`,
		none: 'Everything is sent, nothing waits.',
		yes: 'Leave and erase',
		yesLost: (count) => `Leave and give up ${count} entries`
	},
	look: {
		title: 'Display',
		theme: 'Background',
		themes: { auto: 'Like the phone', sun: 'Light', night: 'Dark' },
		text: 'Text size',
		percent: (percent) => `${percent} %`,
		language: 'Language',
		languages: { vi: 'Tiếng Việt', en: 'English' },
		english: {
			coming: 'Fetching English to this phone…',
			kept: 'English is on this phone and works without network.',
			missing: 'There is no network, so English is not kept on this phone yet. Try again with one.',
			unkept: 'This browser keeps no app: English needs a network.'
		}
	},
	install: {
		title: 'On the home screen',
		done: 'Running from the home screen.',
		act: 'Install the app',
		apple:
			'You are using the page in Safari. The installed app keeps its own records and does not see what you noted here, so send everything to the ward first.',
		moveTitle: 'From Safari to the app',
		moveSteps: [
			'Send everything to the ward. No network: choose “Ask another phone to carry”, make a file to be sent and save it to Files.',
			'Install as above, open Gõ Cửa from the home screen, enter a new invitation.',
			'If you made a file: in the app open Sending to the ward, “Ask another phone to carry”, and take over that file.',
			'Go back to Safari and press “Leave this phone”, so that there are not two lists.'
		],
		move: 'Open Sending to the ward',
		other: 'Open the browser’s menu and choose “Install app” or “Add to home screen”.'
	},
	storage: { title: 'Keeping the records', ask: 'Ask to keep them', reading: 'Looking…' },
	about: {
		title: 'About',
		lines: [
			'Gõ Cửa does not sign in to VNeID and is not linked to any state database. It talks to the ward’s server only.',
			'Identification is decided by the police. Here is only guidance and what residents agreed to.',
			'It keeps no OTP, password, passcode, bank number, card photo, face, ethnicity or religion.',
			'After saving, only the last four digits of a personal number are shown. Records are encrypted under the PIN.',
			'Residents may see, correct, delete and withdraw consent at the ward or through you.'
		],
		version: (version) => `Version ${version}`
	}
};
