// English of the steps that several guides share (../guides/parts.ts).

import type { StepWords } from '../translate.ts';

type More = Omit<StepWords, 'title' | 'say'>;

export const step = (title: string, say: string, more: More = {}): StepWords => ({ title, say, ...more });
export const end = (title: string, say: string, reason: string, more: More = {}): StepWords => ({
	title,
	say,
	reason,
	...more
});

export const NO_NETWORK = end(
	'No network',
	"Try a hotspot from the volunteer's phone, or a community hall with Wi-Fi. Otherwise come back.",
	'No network.'
);
export const SIM_SHOP = end(
	'SIM at the carrier',
	"Take the ID card to the carrier's shop to get a SIM in your own name or to verify the SIM.",
	'The SIM cannot be used for the account yet.',
	{
		residentText: "Take your ID card to the carrier's shop to get a SIM in your own name or to verify the SIM."
	}
);
export const TRY_LATER = end(
	'Stop here, come back',
	'Tried many times. Rest, come another day; if it still fails, go to the ward police.',
	'Tried many times without success.'
);
export const OTHER_SCREEN = end(
	'Screen differs from the guide',
	'The app or portal may have changed. Do not guess; ask the one-stop desk to go on, and tell the ward so that the guide is mended.',
	'The screen is not the one in the guide.'
);

export const CODE_STEPS: Readonly<Record<string, StepWords>> = {
	otp: step(
		'Enter the code from the message',
		'The resident enters the code. Nobody reads it out, not even to the volunteer.',
		{
			see: 'The code lives 3 minutes. The screen shows “Mã sẽ hết hạn trong” and counts down.',
			residentText: 'Enter the code from the message yourself. Do not read it to anybody.',
			branches: { wrong: 'Code wrong or expired, tap to get a new one', none: 'No code came' }
		}
	),
	'otp-missing': step(
		'No code came',
		'See whether there is a signal, and whether the SIM of the registered number is in this phone.',
		{
			branches: {
				resend: 'Tap to get a new code',
				'no-network': 'No signal',
				changed: 'Number or SIM was changed',
				'other-owner': "SIM is in somebody else's name",
				restricted: 'SIM is restricted because it is not verified',
				shared: 'It is the number of another person in the house'
			}
		}
	),
	'no-network': NO_NETWORK,
	'sim-shop': SIM_SHOP,
	'number-changed': end(
		'Phone number changed',
		'The code goes to the old number. Who can still sign in changes it in the app; otherwise go to the ward police.',
		'The registered number is no longer used.'
	),
	'try-later': TRY_LATER
};

export const LEVEL = step('Which level does the screen show?', "Look at the resident's phone: level 1 or level 2.");
