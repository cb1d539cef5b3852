import type { BarrierWords } from '../vi/barrier.ts';
import { guide } from './guide.ts';

export const barrier: BarrierWords = {
	names: guide.barrierNames,
	receivers: guide.receiverNames,
	help: {
		'B1.1': {
			action:
				'Leave a leaflet. Level 2 at the ward police where they live now. Come back at Tết or a holiday. Their number only with their own consent.'
		},
		'B1.2': { action: 'Raise a data flag for the police: does not live here, or whereabouts unknown.' },
		'B1.3': { action: 'Come back in the evening or at the weekend.' },
		'B2.1': {
			action:
				'Ask the family to help, with this person’s own number. Offer the ward’s desk. Health insurance works by card.',
			toConfirm: 'Activation on the web by computer.'
		},
		'B2.2': { action: 'Update the phone. Borrow a relative’s phone for NFC only, then “Hủy liên kết”.' },
		'B2.3': { action: 'Wipe the lens, more light, another angle. Else type it in.' },
		'B2.4': {
			action: 'Press “Không quét được QRCode” to type it in, or read the chip. Ask the police about a new card.'
		},
		'B2.5': { action: 'Level 2 at the police. Or borrow a phone with NFC, then “Hủy liên kết”.' },
		'B2.6': { action: 'Share your own network, use the culture house’s Wi-Fi, or do it later.' },
		'B2.7': { action: 'Free some space when the owner agrees.' },
		'B2.8': { action: 'Use one’s own phone, or the other person signs out by themselves.' },
		'B3.1': { action: 'Take the card to the carrier and get a SIM of one’s own.' },
		'B3.2': { action: 'Register the SIM in one’s own name at the carrier’s shop or app.' },
		'B3.3': {
			action: 'If still signed in, change the number in VNeID. Otherwise ask the ward police or the hotline.'
		},
		'B3.4': { action: 'Free the number from the other account, or use another number.' },
		'B3.5': { action: 'Verify the SIM in the carrier’s app, in VNeID or at the shop.' },
		'B4.1': { action: 'Find the approval message and activate now.' },
		'B4.2': {
			action: 'Wait. Look at “Kiểm tra tình trạng xử lý hồ sơ”. Agree on a day. When overdue, refer to the police.'
		},
		'B4.3': { action: 'Ask the hotline or the ward police.' },
		'B4.5': { action: 'Press “Quên mật khẩu” and follow the guide.' },
		'B4.6': { action: 'Press “Quên passcode” and follow the guide.' },
		'B4.7': { action: 'Move to the new phone by reading the card’s chip (NFC).' },
		'B4.8': { action: 'Ask the hotline or the ward police.' },
		'B5.1': { action: 'Card and level 2 in one visit to the ward police.' },
		'B5.2': {
			action: 'Flag the wrong data for the police, then civil status if needed. Promise no result.'
		},
		'B5.3': { action: 'Tell civil status and police: no papers. Promise no benefits.' },
		'B5.4': { action: 'Parents or guardian need level 2 first.' },
		'B5.5': { action: 'Ask the province’s immigration office.' },
		'B6.1': { action: 'Guide step by step, the resident holds the phone. Ask a relative to be their helper.' },
		'B6.2': { action: 'Explain briefly, leave a leaflet, invite to the quarter’s Zalo group.' },
		'B6.3': { action: 'Show the badge, let the area police officer confirm it, offer the ward’s desk.' },
		'B6.4': { action: 'Respect it. Record the reason code only. No third visit.' },
		'B6.5': { action: 'Ask the police for a home or mobile session.' },
		'B6.6': { action: 'Use the spoken guide. Ask family or somebody who speaks the language.' }
	},
	families: {
		B1: 'Person is away',
		B2: 'Phone, network',
		B3: 'Number, SIM',
		B4: 'Messages, account',
		B5: 'Card, papers',
		B6: 'Wish, health, skills'
	},
	title: 'Why is it not done yet?',
	hint: 'Choose the main reason first, then at most two more.',
	likely: 'Possibly',
	others: 'Other reasons',
	primary: 'Main reason',
	secondary: 'Further reason',
	chosen: (count) => `${count} of 3 chosen`,
	full: 'Three reasons are chosen. Take one away to choose another.',
	remove: (name) => `Take away: ${name}`,
	helpTitle: 'How to help',
	toConfirm: 'The ward must confirm',
	homeHelp: 'Needs help at home',
	homeHelpHint: 'Yes or no only, no illness.',
	none: 'Reason not known',
	open: 'Open barriers'
};
