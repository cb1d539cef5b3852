import type { CaptureWords } from '../vi/capture.ts';

export const capture: CaptureWords = {
	title: 'Record while locked',
	lead: 'It is sealed as you save: only the ward can read it. It shows on this phone again once the ward has received it.',
	lane: 'Alley, street',
	number: 'House number',
	outcome: 'Result',
	outcomes: { nobodyHome: 'Nobody home', informed: 'Informed', refused: 'Does not want to' },
	note: 'Note',
	noteHint: 'No identity number, password or OTP.',
	save: 'Save and seal',
	saving: 'Saving…',
	saved: 'Saved on this phone and sealed. It is sent when there is a network, without unlocking.',
	unavailable: 'This phone cannot record while locked yet: unlock and send to the ward once before.'
};
