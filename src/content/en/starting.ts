// English of P0 to P4, the card, and activation on a computer.

import type { GuideWords } from '../translate.ts';
import { CODE_STEPS, end, NO_NETWORK, OTHER_SCREEN, SIM_SHOP, step, TRY_LATER } from './parts.ts';

export const STARTING: Readonly<Record<string, GuideWords>> = {
	'P0-readiness': {
		title: 'Check before starting',
		summary: 'Three minutes: person, card, phone, network, SIM. What is missing is noted as a barrier code.',
		keywords: ['prepare', 'conditions', 'check the phone', 'NFC', 'own SIM'],
		steps: {
			who: step(
				'For whom?',
				'Ask the age. Children, people under guardianship and foreigners have a way of their own.',
				{
					branches: {
						adult: '14 years or older',
						six: 'From 6 to under 14',
						'under-six': 'Under 6',
						dependent: 'Person under guardianship',
						foreigner: 'Foreigner'
					}
				}
			),
			card: step(
				'Is the card valid?',
				'The resident looks at the expiry date on the card. A valid ID card or chip card will do.',
				{
					notes: ['The old 9-digit card (CMND) has been invalid since 01/01/2025.', 'Never photograph a card.'],
					branches: {
						valid: 'Card is valid',
						expired: 'Card expired',
						lost: 'Card lost',
						old: 'Only the old CMND',
						none: 'No card yet',
						nothing: 'No papers at all'
					}
				}
			),
			phone: step('Is it a smartphone?', "Look at the resident's phone. One phone, one account for each person.", {
				branches: {
					own: 'Smartphone of their own',
					keys: 'Feature phone, or no phone',
					shared: "Phone is used with another person's account"
				}
			}),
			system: step(
				'Can the phone install VNeID?',
				'Look in the app store. If it says not compatible, the phone is too old.',
				{
					notes: ['The papers of 2022 say Android 5 or iOS 9 and later; for today, see the store.'],
					branches: { fits: 'It installs, or is installed', old: 'The store says not compatible' }
				}
			),
			'system-updated': step(
				'Update the system',
				'If the owner agrees and there is Wi-Fi, try a system update and look at the store again.',
				{
					branches: { fits: 'Updated, it installs', still: 'Still does not install' }
				}
			),
			storage: step('Is there room on the phone?', 'A full phone installs nothing.', {
				notes: ['Only the owner chooses and deletes; the volunteer does not.'],
				branches: { room: 'There is room', freed: 'Full, the owner made room', full: 'Full, not today' }
			}),
			network: step(
				'Is the phone online?',
				"Open any page. If it does not open, use a hotspot from the volunteer's phone.",
				{
					branches: { online: 'Online', hotspot: "Online by the volunteer's hotspot", offline: 'No network' }
				}
			),
			camera: step('Is the camera clear?', 'Wipe the lens, use light, look at a line of small print.', {
				branches: { clear: 'Clear', blurred: 'Still blurred: type by hand if scanning fails' }
			}),
			nfc: step(
				'Does the phone have NFC?',
				'Open the settings and look for NFC. It is better to have it; without it there is another way.',
				{
					branches: {
						nfc: 'NFC is there',
						'no-nfc': 'No NFC: level 2 at the police, or borrow a phone',
						'nfc-unclear': 'Not clear'
					}
				}
			),
			sim: step(
				"Is the SIM in the person's own name?",
				"One number for one person, in their own name, not tied to another person's account.",
				{
					branches: {
						own: 'Own SIM, in use',
						none: 'No number of their own',
						other: "SIM in another person's name",
						taken: "Number tied to another person's account",
						restricted: 'SIM restricted because it is not verified'
					}
				}
			),
			papers: step(
				'Papers for the wallet',
				'Ask whether they want to integrate driving licence, vehicle papers or health insurance, and remind them to bring these for level 2.',
				{
					notes: ['A bank account is not needed; never ask for or write down its number.']
				}
			),
			ready: end(
				'Everything is there',
				'It can start now. Choose what comes next.',
				'Person, card, phone, network and SIM are ready.'
			),
			'no-card': end(
				'Card and level 2 at once',
				'Go to any ward police; get the ID card and the level 2 account in one visit.',
				'No valid card.',
				{
					residentText: 'Go to any ward police. Get the ID card and the level 2 account in one visit.'
				}
			),
			'no-papers': end(
				'No papers at all',
				'The civil status officer and the ward police help together. Write only the name they use and a rough birth year; promise nothing.',
				'No identity papers.'
			),
			'no-smartphone': end(
				'No smartphone',
				'Level 2 at the police and seeing a doctor with the ID card still work. For the account, ask the one-stop desk: {deskPlace}, {deskHours}.',
				'No phone for VNeID.'
			),
			shared: end(
				"Phone is used with another person's account",
				'One account per phone. Use another phone, or the other person unlinks this one.',
				"Phone is tied to another person's account."
			),
			'too-old': end(
				'Phone is too old',
				'Borrow a phone only to read the chip, then unlink it. If there is none, ask the one-stop desk.',
				'The phone cannot install VNeID.'
			),
			full: end('Phone is full', 'Come back when the owner has removed pictures and apps.', 'No room on the phone.'),
			'number-taken': end(
				'Number tied to another account',
				"Use another number in one's own name, or have the ward police free this one.",
				"The number is tied to another person's account."
			),
			'no-network': NO_NETWORK,
			'sim-shop': SIM_SHOP,
			'child-older': end(
				'Child from 6 to under 14',
				'Through a parent or guardian who has level 2.',
				'Through the representative.'
			),
			'child-younger': end(
				'Child under 6',
				'Through a parent or guardian who has level 2.',
				'Through the representative.'
			),
			dependent: end('Person under guardianship', 'Through the guardian, who has level 2.', 'Through the guardian.'),
			foreigner: end(
				'Foreigner',
				'At the immigration division of the provincial police.',
				'Another office handles foreigners.'
			)
		}
	},
	'P1-install': {
		title: 'Install VNeID',
		summary: 'Only from CH Play or the App Store. Never from a link, never from a file in a message.',
		keywords: ['download', 'install', 'CH Play', 'App Store', 'apk'],
		steps: {
			system: step('Android or iPhone?', "Look at the resident's phone and choose its store.", {
				branches: {
					android: 'Android: it has CH Play',
					ios: 'iPhone: it has the App Store',
					link: 'Somebody sent a link or a file'
				}
			}),
			play: step(
				'Find VNeID on CH Play',
				'Open “CH Play”. Tap the search box, type VNeID. When the app appears, tap “Cài đặt”.',
				{
					notes: ['Type the five letters exactly: VNeID, with capital I and D.'],
					see: 'The VNeID icon is on the home screen.',
					branches: {
						installed: 'Installed',
						incompatible: 'The store says not compatible',
						full: 'The phone says not enough room',
						offline: 'No download because there is no network'
					}
				}
			),
			'app-store': step(
				'Find VNeID on the App Store',
				'Open “App Store”. Tap “Tìm kiếm”, type VNeID. When the app appears, tap “Nhận”.',
				{
					notes: ['Type the five letters exactly: VNeID, with capital I and D.'],
					see: 'The VNeID icon is on the home screen.',
					branches: {
						installed: 'Installed',
						incompatible: 'The store says not compatible',
						full: 'The phone says not enough room',
						offline: 'No download because there is no network'
					}
				}
			),
			publisher: step(
				'Look at the publisher',
				'In the store the publisher must be the national population data centre. With another name, do not open it.',
				{
					branches: { right: 'Right publisher', wrong: 'Another name, or not sure' }
				}
			),
			open: step('Open VNeID', 'Tap the VNeID icon on the home screen, or “Mở” in the store.'),
			done: end('VNeID is installed', 'From now on, update from the store only.', 'VNeID is installed from the store.'),
			full: step(
				'The phone says it is full',
				'The owner removes pictures or apps that are not used, then tries again.',
				{
					branches: { freed: 'There is room now', 'not-yet': 'Not today' }
				}
			),
			retry: step('Install again', 'Go back to the store and install VNeID once more.', {
				branches: { installed: 'Installed', failed: 'Still does not install' }
			}),
			'full-later': end(
				'Come back when there is room',
				'Another day, when the owner has made room.',
				'No room on the phone.'
			),
			'too-old': end(
				'Phone is not compatible',
				'Try a system update. Otherwise use another phone of their own, or ask the one-stop desk: {deskPlace}.',
				'The phone cannot install VNeID.'
			),
			'no-network': NO_NETWORK,
			'from-link': end(
				'Stop: this is a trick',
				'Do not tap the link, do not install the file. Delete the message, find VNeID in the store only.',
				'Nothing is installed from links or strange files.',
				{
					residentText: 'Do not tap links. Do not install files from others. Find VNeID in the store only.'
				}
			)
		}
	},
	'P2-app-account': {
		title: 'Register the app account',
		summary: 'Makes an account in VNeID. It is not identified yet: level 1 or level 2 comes after.',
		keywords: ['register', 'cannot scan', 'not passed', 'set password', 'OTP'],
		steps: {
			...CODE_STEPS,
			ready: step(
				'Prepare',
				'A valid card, VNeID installed, and a SIM of their own in this phone. The resident holds the phone and types.',
				{
					notes: ['If the first screen of VNeID opens, it is installed.'],
					branches: {
						all: 'All is there',
						'not-installed': 'VNeID is not installed',
						'has-account': 'Has an account, only needs to sign in',
						lacks: 'Card, phone or SIM is missing'
					}
				}
			),
			register: step('Tap register', 'Open VNeID. At the bottom right tap “Đăng ký”.', {
				branches: { form: 'Fields for numbers appear', other: 'These words are not there' }
			}),
			numbers: step(
				'Enter ID number and phone number',
				'Enter “Số định danh cá nhân” (12 digits on the card) and “Số điện thoại” yourself. Tap “Đăng ký”.',
				{
					branches: { frame: 'A frame for the QR code appears', taken: 'It says the number is used by somebody else' }
				}
			),
			qr: step('Scan the QR code on the card', 'Hold the QR code of the card in the frame and keep still.', {
				notes: ['Chip card: the code is on the front. New ID card: on the back.', 'Wipe lens and card, avoid glare.'],
				branches: {
					filled: 'The form fills itself',
					failed: 'Three tries failed: tap these words',
					'failed-new': 'The screen says this: tap it',
					blurred: 'The picture is blurred'
				}
			}),
			camera: step(
				'Make the camera clearer',
				'Wipe the lens, go to the light, hold the card a hand away and come closer.',
				{ branches: { retry: 'Scan again', manual: 'Still blurred, type by hand' } }
			),
			manual: step('Type by hand', 'Look at the card and fill the empty fields letter by letter.', {
				notes: ['Name with its marks, birth date as on the card.']
			}),
			send: step('Send for comparison', 'Read it again, tap “Đăng ký”. The system compares with the population data.', {
				branches: { pass: 'It matches, a code is sent', fail: 'It asks to correct the information' }
			}),
			compare: step(
				'Compare with the card',
				'Compare each field with the card: number, name, birth date, sex. One more try only.',
				{ branches: { fixed: 'Found the mistake, send again', same: 'Typed as on the card and still refused' } }
			),
			password: step('Set a password', 'Think of a password, enter it twice, tap “Xác nhận”.', {
				notes: [
					'8 to 20 characters.',
					'Digits, capital and small letters.',
					'At least one of !@#$%^&*()_',
					'No birth date, tell nobody. The volunteer looks away.'
				],
				residentText:
					'Set your own password: 8–20 characters with digits, capital and small letters and one like ! @ #. Tell nobody.'
			}),
			'sign-in': step(
				'Try to sign in',
				'Tap “Bạn đã có tài khoản? Đăng nhập”. Enter ID number and password yourself.',
				{ branches: { in: 'The app opens', activate: 'It asks to activate' } }
			),
			done: end(
				'App account is there',
				'This is only the app account. Better take level 2 at the police; level 1 can be done on the phone.',
				'App account, not identified yet.'
			),
			mismatch: end(
				'Information does not match',
				'Stop, do not try again. Take the card and the birth certificate, if any, to the ward police.',
				'Card and population data do not match.',
				{
					notes: ['Do not photograph papers. Do not promise a new card: the police decide.'],
					residentText: 'The information does not match yet. Take the card and birth certificate to the ward police.'
				}
			),
			'number-taken': end(
				'Number tied to another account',
				"One number for one person. Use another number in one's own name, or have the ward police free this one.",
				"The number is tied to another person's account."
			),
			'not-installed': end(
				'VNeID is not installed',
				'Install it from the store first.',
				'VNeID must be installed first.'
			),
			'not-ready': end('Something is missing', 'Check one by one, then come back here.', 'Not ready to register.'),
			forgot: end('Password forgotten', 'Recover it, then sign in.', 'Could not sign in: password forgotten.'),
			activate: end(
				'The account is approved',
				'This person already has an identified file. Go on to activation.',
				'The account waits for activation.'
			),
			'other-screen': OTHER_SCREEN
		}
	},
	'P3-level1': {
		title: 'Register level 1 (limited)',
		summary: 'In the app at once, but of little use. Who can go to the police should take level 2.',
		keywords: ['level 1', 'read the chip', 'NFC', 'portrait'],
		steps: {
			choose: step(
				'Level 1 or level 2?',
				'Level 1 is done on the phone and can do little. Level 2 is done at the ward police and can do everything.',
				{
					branches: {
						'level-1': 'Level 1 today',
						'level-2': 'Will go to the police for level 2',
						status: 'Level 1 was sent, see the result'
					}
				}
			),
			menu: step(
				'Open the registration',
				'Sign in to VNeID, open “Đăng ký tài khoản định danh điện tử”, choose the line of level 1.',
				{ branches: { menu: 'The line is there' } }
			),
			intro: step('Start', 'Tap “Đăng ký tài khoản mức 1”, “Bắt đầu”, then “Tôi đã hiểu”.', {
				see: 'Three steps are shown: read the chip, take the portrait, finish and send.'
			}),
			chip: step(
				'Does the phone have NFC?',
				'With NFC the chip is read; without it the QR code of the card is scanned.',
				{ branches: { nfc: 'NFC is there', qr: 'No NFC' } }
			),
			'read-chip': step('Read the chip', 'Hold the card to the back of the phone and keep still until it is done.', {
				notes: ['Take off a thick cover. iPhone: the upper part. Android: try the middle and the upper part.'],
				branches: { read: 'It was read', failed: 'It cannot be read' }
			}),
			'scan-qr': step('Scan the QR code of the card', 'Hold the QR code in the frame.', {
				branches: { read: 'The information appears', failed: 'It cannot be scanned' }
			}),
			shown: step(
				'Look at the information',
				'The information appears. If right, tap “Tiếp tục”. If a film plays, tap “Bỏ qua”.',
				{ branches: { right: 'It is right', wrong: 'It is wrong' } }
			),
			portrait: step(
				'Take the portrait',
				'The resident takes their own picture with the front camera, as the screen says.',
				{
					notes: [
						'This is a screen of VNeID from the store. Whoever asks to look into the camera during a call is a cheat.'
					],
					residentText: 'Take your own picture with the front camera. Go to the light, take off glasses and mask.',
					branches: { done: 'The picture is accepted', again: 'It asks for another picture' }
				}
			),
			confirm: step('Check and send', 'Read it again. E-mail may stay empty. Tap “Xác nhận thông tin đăng ký”.', {
				see: 'It says that it was sent; the app needs time to verify.'
			}),
			sent: end(
				'Level 1 was sent',
				'Wait for the approval message, then activate within 7 days. Usually 1–7 working days; ask the ward police to be sure.',
				'Level 1 waits for approval.',
				{
					residentText: 'Wait for the approval message. Then activate within 7 days.'
				}
			),
			status: step('See the state of the file', 'Open “Kiểm tra tình trạng xử lý hồ sơ”.', {
				branches: { approved: 'Approved', waiting: 'Waiting', refused: 'Not approved' }
			}),
			approved: end('Approved', 'Go on to activation, within 7 days of the message.', 'Level 1 is approved.'),
			waiting: end('Waiting', 'Come back. If it takes too long, ask the ward police.', 'Level 1 waits for approval.'),
			refused: end(
				'Not approved',
				'Read the reason on the phone. Do it again, or take level 2 at the ward police.',
				'Level 1 was not approved.'
			),
			'wrong-information': end(
				'Information is wrong',
				'Stop. Take the card to the ward police.',
				'The information shown is wrong.'
			),
			'no-way': end(
				'Card cannot be read',
				'Take level 2 at the ward police and ask about a new card.',
				'Neither chip nor code can be read.'
			),
			'level-2': end('Level 2 it is', 'Level 2 can do everything.', 'Level 2 at the police.'),
			'try-later': TRY_LATER,
			'other-screen': OTHER_SCREEN
		}
	},
	'P4-level2': {
		title: 'Level 2 at the police',
		summary: 'Any ward police, with a valid ID card and a phone in your own name. Free of charge.',
		keywords: ['level 2', 'police', 'appointment', 'hours', 'TK01', 'papers to bring'],
		steps: {
			who: step('Who, and can they go?', 'Any ward police will do; it need not be the place of residence.', {
				branches: {
					self: 'Can go',
					bedridden: 'Frail or ill, cannot go',
					away: 'Lives elsewhere now',
					child: 'Under 14 or under guardianship',
					foreigner: 'Foreigner',
					done: 'Has been at the police'
				}
			}),
			card: step(
				'Is there a valid card?',
				'Without one, or if lost or expired, card and level 2 are done in one visit.',
				{ branches: { valid: 'Valid card', none: 'None, lost or expired' } }
			),
			papers: step('What to bring', 'Read it out, or send this list.', {
				notes: [
					'Valid ID card or chip card.',
					'Phone with a SIM in their own name; e-mail if there is one.',
					'Driving licence, vehicle papers, health insurance… to integrate.',
					'No copies, no notary. Free of charge.'
				],
				residentText:
					'Bring a valid ID card, a phone with a SIM in your own name, and papers to integrate. Free of charge.'
			}),
			'papers-new-card': step(
				'Card and level 2 at once',
				'Bring the old card if there is one, and a phone with a SIM in their own name. Tell the officer: both.',
				{
					residentText:
						'Bring the old card if you have it and a phone with a SIM in your own name. Tell the officer: ID card and level 2 at once.'
				}
			),
			when: step('When?', 'Go to {policePlace}, {deskHours}.', {
				branches: {
					day: 'A day at the police',
					app: 'Book in the app',
					session: 'Wait for a mobile session',
					later: 'No day yet'
				}
			}),
			'book-app': step('Book in VNeID', 'Sign in to VNeID, open the two entries below, then choose a day.', {
				residentText:
					'Sign in to VNeID, open “Đăng ký tài khoản định danh điện tử”, choose the line that books level 2, choose a day.',
				branches: { booked: 'Booked', failed: 'Not there, or no account yet' }
			}),
			booked: end('Booked', 'Write day and hour on the slip.', 'Level 2 is booked.'),
			'book-desk': end(
				'A day at the police',
				'Choose a day together, write it on the slip: {policePlace}, {deskHours}.',
				'A day for level 2.',
				{ residentText: 'Go to {policePlace}, {deskHours}.' }
			),
			session: end('Mobile session', 'Put the name on the list of the mobile session.', 'Waits for a mobile session.'),
			'not-now': end('No day yet', 'Leave a note with place, hours and papers.', 'No day for level 2 yet.'),
			'home-visit': end(
				'Ask for a home visit',
				'Ask the ward police for a home or mobile session. Write only that help at home is needed, no illness.',
				'Needs level 2 at home.'
			),
			away: end(
				'Where they live now',
				'Level 2 at the ward police where they live now, or when home for a holiday.',
				'Level 2 where they live now.',
				{ residentText: 'Level 2 at the ward police where you live now.' }
			),
			child: end(
				'With the representative',
				"A parent or guardian who has level 2 comes along; the representative's number is used.",
				'Through the representative.'
			),
			foreigner: end(
				'Foreigner',
				'At the immigration division of the provincial police.',
				'Another office handles foreigners.'
			),
			'done-already': step(
				'At the police desk',
				'The officer compares face and fingerprints; the resident gives the phone number and signs the printed form TK01.',
				{
					notes: ['No copies are kept, no notary, no fee.'],
					branches: {
						signed: 'Signed, waiting',
						approved: 'The approval message came',
						mismatch: 'The officer says the information is wrong'
					}
				}
			),
			submitted: end(
				'Wait for the result',
				'The result comes by app, phone or e-mail. After the message, activate within 7 days.',
				'Level 2 waits for approval.',
				{
					notes: ['Usually 1–7 working days; ask the ward police to be sure.'],
					residentText: 'Wait for the approval message. Then activate within 7 days.'
				}
			),
			approved: end('Approved', 'Activate today.', 'Level 2 is approved.'),
			mismatch: end(
				'Information is wrong',
				'Do as the officer says. If the birth certificate is wrong, see the civil status officer.',
				'The information must be corrected first.'
			)
		}
	},
	'card-procedures': {
		title: 'Get, exchange or replace an ID card',
		summary: 'At any ward police that offers it. Exchange at 14, 25, 40 and 60.',
		keywords: ['ID card', 'exchange', 'lost card', 'replace', 'expired', 'CMND', 'fee'],
		steps: {
			case: step(
				'What about the card?',
				'Ask the age and look at the expiry date. Cards are exchanged at 14, 25, 40 and 60; within two years before, the new card holds until the next of these ages.',
				{
					notes: ['The old CMND has been invalid since 01/01/2025.', 'A chip card holds until the printed date.'],
					branches: {
						expired: 'Expired, expiring, or wrong',
						lost: 'Lost or damaged',
						first: 'Never had one, or only CMND',
						merger: 'Only because the address has a new name'
					}
				}
			),
			exchange: step('Exchange', 'At the police, or in VNeID with level 2.', {
				branches: { desk: 'At the police', online: 'Has level 2, in VNeID' }
			}),
			reissue: step(
				'Replacement',
				'Do it soon, so that nobody uses the lost card. Bring other papers if there are any.'
			),
			first: step('First card', 'The first one is free. Take level 2 in the same visit.'),
			online: step(
				'Exchange in VNeID',
				'Sign in, open “Thủ tục hành chính”, choose “Cấp đổi thẻ căn cước”, follow the screen.',
				{ branches: { sent: 'Sent', failed: 'It says to come in person' } }
			),
			sent: end('Request sent', 'Wait for the day to fetch the card.', 'Exchange was requested.'),
			desk: end(
				'To the police',
				'Go to {policePlace}, {deskHours}. Say: ID card and level 2 at once.',
				'Needs an ID card.',
				{ residentText: 'Go to the ward police. Say: ID card and level 2 at once.' }
			),
			merger: end(
				'No need to exchange',
				'See the guide on addresses after the merger.',
				'A new name of the place does not require a new card.'
			),
			'other-screen': OTHER_SCREEN
		}
	},
	'web-activation': {
		title: 'Activate on a computer (to be checked)',
		summary: 'For people without a smartphone. Known since 2023; whether it still works is not confirmed.',
		keywords: ['feature phone', 'web activation', 'no smartphone', 'computer'],
		steps: {
			...CODE_STEPS,
			ready: step(
				'Where are you?',
				'A computer at the one-stop desk is best. The approval message must have come, and the phone must receive messages.',
				{ branches: { computer: 'Computer and network are there', 'no-computer': 'No computer' } }
			),
			open: step('Open the page', 'Type https://vneid.gov.vn, tap “Kích hoạt tài khoản”.', {
				branches: { found: 'The words are there', other: 'They are not' }
			}),
			type: step('Enter the numbers', 'Enter ID number and registered phone number, tap “Gửi yêu cầu”.', {
				branches: { code: 'A code comes to the phone', other: 'The page says something else' }
			}),
			secrets: step(
				'Set password and passcode',
				'Set a password of 8–20 characters and a passcode of 6 digits, choose two security questions. Sign out at the end.',
				{ branches: { active: 'It says activated', failed: 'Not finished' } }
			),
			done: end(
				'Activated',
				'Record it as activated; it counts as done only after one sign-in on a smartphone.',
				'Activated on the web page.'
			),
			desk: end(
				'To the one-stop desk',
				'Go to {deskPlace}, {deskHours}, with the phone of the registered number.',
				'No computer.'
			),
			'other-screen': OTHER_SCREEN
		}
	}
};
