// English of P15, P16, SIM verification, the portal, and the guides for families and foreigners.

import type { GuideWords, StepWords } from '../translate.ts';
import { CODE_STEPS, end, LEVEL, OTHER_SCREEN, SIM_SHOP, step } from './parts.ts';

const LOCKED_PHONE = '1900.0368';

const GUARDIAN: Readonly<Record<string, StepWords>> = {
	guardian: step(
		'Does the representative have level 2?',
		"A parent or guardian needs level 2 first. The phone number is the representative's.",
		{
			branches: { 'level-2': 'Level 2, can sign in', 'level-1': 'Only level 1', none: 'No account' }
		}
	),
	'guardian-first': end(
		'Level 2 for the representative first',
		'Arrange level 2 for the parent or guardian, then come back to this person.',
		'The representative has no level 2 yet.'
	)
};

export const KEEPING: Readonly<Record<string, GuideWords>> = {
	'P15-forgot-password': {
		title: 'Forgotten VNeID password',
		summary: 'Answer the identity questions, get a code, set a new password. On your own phone.',
		keywords: ['forgot password', 'recover password', 'cannot sign in'],
		steps: {
			...CODE_STEPS,
			which: step(
				'What is forgotten?',
				'The password is for signing in. The passcode is six digits for opening utilities.',
				{
					branches: {
						password: 'The sign-in password',
						passcode: 'The six-digit passcode',
						locked: 'The phone says the account is locked'
					}
				}
			),
			start: step(
				'Tap forgot password',
				'Open VNeID. On the sign-in screen tap “Quên mật khẩu”, enter ID number and phone number.',
				{
					branches: { asked: 'It asks for identity details', unknown: 'It says the number is wrong' }
				}
			),
			identity: step(
				'Enter the identity details',
				'Tap “Nhập thông tin xác thực”. Enter name, birth date and issue date of the card yourself; copy them from the card.',
				{
					branches: { right: 'A code comes by message', wrong: 'It says wrong, enter again' }
				}
			),
			password: step('Set a new password', 'Think of a new password, enter it twice.', {
				notes: [
					'8 to 20 characters with digits, capital and small letters and one of !@#$%^&*()_',
					'Keep it in a private place, not on the phone cover.'
				]
			}),
			'sign-in': step('Sign in once', 'Tap “Đăng nhập”, enter ID number and new password yourself.', {
				branches: { in: 'Signed in', failed: 'Not yet' }
			}),
			level: LEVEL,
			done: end(
				'Signed in again',
				'Done. It is good to change the password every six months and to tell it to nobody.',
				'New password set, signed in.'
			),
			passcode: end('Passcode forgotten', 'Go on to the guide for the passcode.', 'Six-digit passcode forgotten.'),
			'wrong-number': end(
				'Number is wrong',
				'The number may have changed, or there is no account. Ask the ward police.',
				'Phone or ID number does not match the account.'
			),
			locked: end('Account is locked', `Go to the ward police or call ${LOCKED_PHONE}.`, 'The account is locked.')
		}
	},
	'P15-forgot-passcode': {
		title: 'Forgotten six-digit passcode',
		summary: 'Open a utility, tap forgot passcode, get a code, set six new digits.',
		keywords: ['forgot passcode', 'six digits', 'pin'],
		steps: {
			...CODE_STEPS,
			which: step('Can you sign in?', 'To set a new passcode you must be able to sign in to VNeID.', {
				branches: { in: 'Can sign in, only the passcode is forgotten', no: 'Cannot sign in' }
			}),
			open: step('Open a utility', 'Tap any utility. When it asks for the passcode, tap “Quên passcode”.', {
				branches: { asked: 'A code comes by message', missing: 'These words are not there' }
			}),
			passcode: step('Set six new digits', 'Think of 6 digits, enter them twice. No birth date, tell nobody.', {
				branches: { set: 'It says success', failed: 'It is not accepted' }
			}),
			done: end('New passcode is set', 'Open the utility again to try it.', 'Passcode was reset.'),
			password: end('Cannot sign in', 'Recover the password first.', 'Sign-in password forgotten.'),
			other: end(
				'Screen differs from the guide',
				'Do not guess. Update VNeID in the store and try again, or ask the one-stop desk.',
				'The screen is not the one in the guide.'
			)
		}
	},
	'P15-new-phone': {
		title: 'New phone, borrowed phone',
		summary: 'One phone per account. With the old phone: its code. Without: read the chip by NFC.',
		keywords: ['new phone', 'change phone', 'borrow', 'NFC', 'unlink', 'device'],
		steps: {
			...CODE_STEPS,
			old: step(
				'Is the old phone there?',
				'VNeID must be installed on the new phone from the store. Ask about the old one.',
				{
					branches: {
						have: 'Yes, VNeID opens on it',
						gone: 'No, or broken',
						lost: 'Lost, somebody might use it',
						'only-unlink': 'Only unlink a phone'
					}
				}
			),
			'sign-in-old': step(
				'Sign in on the new phone',
				'On the new phone tap “Đăng nhập”, enter ID number and password yourself. The old phone shows a code.',
				{ branches: { code: 'The old phone shows a code', 'no-code': 'The old phone shows nothing' } }
			),
			'code-old': step(
				'Enter the code of the old phone',
				'Read the code on the old phone, enter it on the new one yourself. The old phone signs out by itself.',
				{
					see: 'The old phone says it is signed out.',
					branches: { in: 'VNeID opens on the new phone', failed: 'It does not work' }
				}
			),
			'sign-in-nfc': step(
				'Does the new phone have NFC?',
				'Without the old phone the chip of the card must be read by a phone with NFC.',
				{ branches: { nfc: 'NFC is there', 'no-nfc': 'No NFC', 'no-card': 'No valid chip card' } }
			),
			'read-chip': step(
				'Verify by the chip',
				'Sign in on the new phone, choose “Xác thực NFC với thẻ CCCD gắn chip”, hold the card to the back and keep still.',
				{
					branches: { read: 'It was read; it asks to activate on this phone', failed: 'It cannot be read' }
				}
			),
			'sign-in': step('Sign in once', 'Tap “Đăng nhập”, enter the password yourself, look whether it is your name.', {
				branches: { in: 'It opens with the right name', failed: 'Not yet' }
			}),
			borrow: step(
				'Borrow a phone with NFC?',
				'The borrowed phone only reads the chip. The resident types everything, and it is unlinked at the end.',
				{
					residentText: 'The borrowed phone only reads the chip. At the end it is unlinked.',
					branches: { yes: 'Resident and owner agree', no: 'Do not borrow' }
				}
			),
			'borrow-read': step(
				'Read the chip on the borrowed phone',
				'On the borrowed phone: sign in with your own number, choose “Xác thực NFC với thẻ CCCD gắn chip”, hold the card, enter the code that comes to your own number.',
				{
					branches: { active: 'Your account opens on the borrowed phone', failed: 'It does not work' }
				}
			),
			'own-phone': step(
				'Activate your own phone',
				'On your own phone: tap “Đăng nhập”, take the code shown on the borrowed phone, enter it yourself.',
				{ branches: { in: 'It opens on your own phone', failed: 'Not yet' } }
			),
			unlink: step(
				'Unlink the borrowed phone',
				'On the borrowed phone: tap “Cá nhân”, “Quản lý thiết bị”, then “Hủy liên kết”.',
				{
					check: {
						unlinked: 'The borrowed phone is unlinked',
						'signed-out': "VNeID on it no longer shows the resident's name",
						returned: 'The phone is back with its owner'
					}
				}
			),
			'unlink-failed': step(
				'Clean the borrowed phone',
				'Even if it failed, clean it: “Cá nhân”, “Quản lý thiết bị”, “Hủy liên kết”, or sign out.',
				{
					check: {
						unlinked: 'The borrowed phone holds no account of the resident',
						returned: 'The phone is back with its owner'
					}
				}
			),
			'unlink-only': step(
				'Unlink a phone',
				'On the phone that is signed in: tap “Cá nhân”, “Quản lý thiết bị”, choose the phone no longer used, tap “Hủy liên kết”.',
				{
					branches: { done: 'It is gone from the list', failed: 'It does not work, or is not there' }
				}
			),
			level: LEVEL,
			done: end(
				'Works on your own phone',
				"Done. Neither the old nor the borrowed phone holds the resident's account.",
				"The account is on the resident's phone."
			),
			unlinked: end(
				'Unlinked',
				'The other phone can no longer use this account.',
				'The phone that is not used is unlinked.'
			),
			police: end(
				'Ask the ward police',
				'Bring card and new phone to {policePlace}, {deskHours}.',
				'The account is not on the new phone yet.',
				{ residentText: 'Bring card and new phone to the ward police.' }
			),
			'no-chip': end(
				'A valid chip card is needed',
				'Get a card and help with the account at the ward police.',
				'No chip card to verify with.'
			),
			lost: end(
				'Lock the account first',
				'Lock it so that the finder cannot use it, then come back here.',
				'Phone lost, the account must be locked.'
			),
			forgot: end('Password forgotten', 'Recover it, then come back.', 'Could not sign in: password forgotten.'),
			'other-screen': OTHER_SCREEN
		}
	},
	'P15-change-number': {
		title: 'Change the phone number',
		summary: 'Who can still sign in changes it in the app; otherwise at the ward police.',
		keywords: ['change number', 'change SIM', 'new number', 'lost SIM'],
		steps: {
			...CODE_STEPS,
			sim: step(
				"Is the new SIM in the person's own name?",
				"The new number must be in their own name and not tied to another person's account.",
				{ branches: { own: 'Own name', other: 'Not their own name' } }
			),
			'signed-in': step('Can you still sign in?', "Try to open VNeID on the resident's phone.", {
				branches: { yes: 'Yes', no: 'No' }
			}),
			'in-app': step(
				'Change it in the app',
				'Sign in, find “Đổi số điện thoại trực tuyến”, enter the new number yourself and follow the screen.',
				{ branches: { code: 'A code comes to the new number' } }
			),
			done: end('Number changed', 'From now on codes come to the new number.', 'The number of the account is changed.'),
			police: end(
				'At the police',
				'Bring card and phone with the new SIM to {policePlace}, {deskHours}.',
				'The police must change the number.',
				{
					residentText: 'Bring card and phone with the new SIM to the ward police to change the number.'
				}
			)
		}
	},
	'P15-lock': {
		title: 'Lost phone, lock and unlock the account',
		summary: 'Three ways to lock: the page vneid.gov.vn, the hotline, the ward police.',
		keywords: ['lost phone', 'lock', 'unlock', 'locked', '1900.0368'],
		steps: {
			what: step('What happened?', 'Ask whether it should be locked or opened.', {
				branches: {
					lost: 'Phone lost, lock it',
					misused: 'Afraid that somebody else uses the account',
					locked: 'Account is locked, open it'
				}
			}),
			how: step('How to lock?', 'Choose the quickest way. The resident signs in or calls.', {
				branches: {
					web: 'Another phone or computer: the page vneid.gov.vn',
					call: `Call ${LOCKED_PHONE}`,
					police: 'Go to the ward police'
				}
			}),
			page: step(
				'Lock on the web page',
				'Open https://vneid.gov.vn, sign in, tap “Yêu cầu khóa tài khoản”, choose a reason and send.',
				{
					notes: ["On somebody else's device, sign out at the end."],
					branches: { done: 'It says the request was received', failed: 'Cannot sign in, or the words are not there' }
				}
			),
			call: step(
				'Call the hotline',
				`Call ${LOCKED_PHONE} and ask to lock the account. The hotline never asks for a code or password.`,
				{
					residentText: `Call ${LOCKED_PHONE} to lock the account. Tell no code or password to anybody.`,
					branches: { done: 'They say it is locked', failed: 'Cannot get through' }
				}
			),
			locked: end(
				'Locked',
				'With a new phone, have the police unlock it and move the account.',
				'Locked so that nobody can use it.'
			),
			police: end('Ask the ward police', 'Bring the card to {policePlace}, {deskHours}.', 'The police must lock it.'),
			unlock: step('Why is it locked?', 'Ask who locked it. Opening goes through the police or the hotline.', {
				branches: { self: 'Locked it themselves', unknown: 'Not known' }
			}),
			'unlock-police': end(
				'Unlock',
				`Bring the card to the ward police or call ${LOCKED_PHONE}.`,
				'The account is locked.',
				{
					notes: ['The earlier rule was 2 working days at most; ask the ward police about today.']
				}
			)
		}
	},
	'P16-scam': {
		title: 'Scam shield',
		summary: 'A strange call, a tapped link, an installed file: what to do right now.',
		keywords: ['scam', 'strange call', 'fake police', 'apk', 'tapped', 'installed', 'deepfake'],
		steps: {
			what: step('What is going on?', 'Speak calmly. Choose what is happening.', {
				branches: {
					'on-call': 'On the phone with a stranger who gives orders',
					called: 'Somebody called, nothing done yet',
					clicked: 'Tapped a link, installed nothing',
					installed: 'Installed a strange file or app',
					told: 'Told a code or password, or sent money',
					visitor: 'A stranger at the door posing as an official'
				}
			}),
			'hang-up': step('Hang up', 'Hang up now. Do not explain, do not call back.', {
				residentText: 'Hang up now. The police do not call to update VNeID.',
				notes: [
					'The police do not call to ask for more information. For an update, go to the ward police.',
					'Face and voice in a video call may be fake.'
				]
			}),
			'after-call': step('What was done during the call?', 'Ask gently, blame nobody.', {
				branches: {
					nothing: 'Nothing',
					link: 'Tapped a link',
					installed: 'Installed their app',
					face: 'Looked into the camera as they said',
					told: 'Told a code, password or account number, or sent money'
				}
			}),
			clicked: step(
				'Close the page, enter nothing',
				'Close the page. Enter no number, tap no download, delete the message.',
				{ branches: { closed: 'Closed, nothing entered', entered: 'Something was entered on that page' } }
			),
			airplane: step('Cut the connection', 'Turn on airplane mode, or switch the phone off. Delete nothing yet.', {
				residentText: 'Turn on airplane mode or switch off now. Delete nothing.',
				notes: [
					'A fake app may control the phone from afar; cutting the connection stops it.',
					'Do not delete the app: the police want to see it.'
				]
			}),
			bank: step(
				'Call the bank from another phone',
				'Use a phone of the family, call the number printed on the bank card, ask to block the account.',
				{ notes: ['The volunteer neither asks for nor writes down the account number.'] }
			),
			'write-down': step(
				'Write on paper',
				'Write on paper: which number called, at what time, what they asked for. Keep it for the police.'
			),
			police: end(
				'To the police at once',
				`Bring the phone (off) and the paper to {policePlace}, or call ${LOCKED_PHONE}. The area police officer calls by tomorrow.`,
				'Tricked into tapping, installing or paying.',
				{
					residentText: `Bring the phone (off) to the ward police, or call ${LOCKED_PHONE}.`
				}
			),
			calm: end(
				'Nothing is lost',
				`Remember: whoever calls to update VNeID, hang up and ask the ward police. Report numbers to ${LOCKED_PHONE} or by message to 156, 5656.`,
				'The trick was seen, no harm.',
				{
					residentText: 'All is well. Whoever calls to update VNeID: hang up, ask the ward police.'
				}
			),
			visitor: step(
				'See the badge, check the visitor',
				'Real ones carry a badge, come in twos, take no money, ask for no code. Scan the code on the badge, or call {wardPhone}.',
				{
					branches: { real: 'Checked: they are from the ward', fake: 'No badge, or the check fails' }
				}
			),
			real: end(
				'They are from the ward',
				'They may be received. Nobody may ask for a code or a password; who asks for money is false.',
				'Checked, no scam.'
			),
			fake: end(
				'Do not receive them, tell the police',
				'Show no card, hand over no phone. Call the ward or the area police officer.',
				'A stranger posing as an official.',
				{
					residentText: 'Show no card, hand over no phone. Call the ward or the area police officer.'
				}
			)
		}
	},
	'sim-verification': {
		title: 'SIM verification 2026',
		summary: 'The SIM must be in your own name and verified. Who has level 2 with the same number need not repeat it.',
		keywords: ['own SIM', 'verify subscription', 'SIM locked', 'carrier'],
		steps: {
			same: step(
				'Level 2 with this very number?',
				'Who has level 2 registered with the number in use need not verify again.',
				{
					residentText: 'If you have level 2 with this very number, the SIM need not be verified again.',
					branches: { no: 'No, or another number', yes: 'Level 2, this number' }
				}
			),
			state: step(
				'How is the SIM?',
				'Ask whether it can make calls. Verification began on 15/04/2026; after 15/06/2026 SIMs not verified are limited step by step: one way, both ways, then cut off.',
				{
					branches: {
						works: 'Works as usual',
						'one-way': 'Cannot make calls',
						cut: 'No signal at all',
						'other-name': "In somebody else's name"
					}
				}
			),
			how: step(
				'How to verify?',
				"Three ways: the carrier's app, VNeID, or the shop. The resident does it and reads no code to anybody.",
				{
					notes: ['Each carrier has its own screens: use only the app from the store.'],
					branches: {
						app: "Done in the carrier's app or VNeID",
						shop: 'Go to the shop',
						caller: 'Somebody called and offered to verify'
					}
				}
			),
			done: end(
				'SIM is verified',
				'This number can be used for VNeID.',
				"SIM is in the person's own name and verified."
			),
			'no-need': end('No need to repeat', 'This SIM already counts as verified.', 'Level 2 with the same number.'),
			shop: SIM_SHOP,
			scam: end('Do not follow', 'Carriers do not call to ask for a code.', 'Somebody posing as the carrier.')
		}
	},
	'P6-portal-sign-in': {
		title: 'Sign in to the national service portal with VNeID',
		summary: 'No portal account is needed any more; sign in with VNeID.',
		keywords: ['public services', 'dichvucong', 'sign in', 'file', 'scan QR'],
		steps: {
			...CODE_STEPS,
			account: step('Which level?', 'An activated e-ID account is needed. Level 2 can do everything.', {
				notes: ['If a procedure does not take level 1, the portal says so; then take level 2.'],
				branches: {
					'level-2': 'Level 2, VNeID opens',
					'level-1': 'Level 1, VNeID opens',
					none: 'None, or not activated'
				}
			}),
			open: step('Open the portal', 'Type https://dichvucong.gov.vn, tap “Đăng nhập”.', {
				notes: ['Type the address yourself, tap no link in messages. It must be right letter by letter.'],
				branches: { page: 'The sign-in page opens', other: 'Another page, or the words are not there' }
			}),
			choose: step(
				'Choose the account of the Ministry of Public Security',
				'Choose the e-ID account issued by the Ministry of Public Security (VNeID).',
				{
					branches: {
						number: 'Enter ID number and password',
						qr: 'Scan the code on the screen with VNeID',
						organisation: 'For an office or company'
					}
				}
			),
			type: step('Enter ID number and password', 'Enter ID number and VNeID password yourself.', {
				branches: { code: 'The portal sends a code', in: 'It opens at once' }
			}),
			scan: step(
				'Scan with VNeID',
				'Open VNeID on the phone, scan the code on the computer screen, confirm on the phone.',
				{
					notes: ['Scan only a code that you opened yourself on the portal. Never one that others send.'],
					branches: { in: 'The portal opens', failed: 'Cannot scan, enter the number' }
				}
			),
			done: end(
				'In the portal',
				'File and follow your dossiers here. On a shared machine, sign out at the end.',
				'Signed in to the portal with VNeID.'
			),
			'no-account': end(
				'An e-ID account comes first',
				'Take level 2, activate it, then come back.',
				'No e-ID account yet.'
			),
			forgot: end('Password forgotten', 'Recover it in VNeID.', 'Could not sign in: password forgotten.'),
			organisation: end(
				'Offices and companies',
				'Organisations use an e-ID account of their own. Ask the one-stop desk: {deskPlace}.',
				'The organisation needs its own e-ID account.'
			),
			'other-screen': OTHER_SCREEN
		}
	},
	'P12-stay-notice': {
		title: 'Notice of stay',
		summary: 'Somebody stays for less than 30 days: tell it in VNeID.',
		keywords: ['stay', 'guest', 'guest house', 'landlord', 'overnight'],
		steps: {
			case: step('Who stays, and where?', 'A stay of less than 30 days, not at the registered place.', {
				branches: {
					family: 'A guest in a home',
					owner: 'Guest house, boarding house, dormitory',
					long: '30 days or more',
					foreigner: 'The guest is a foreigner'
				}
			}),
			owner: step('Place of stay', 'The owner gives name, kind and address of the place, then each guest.'),
			open: step(
				'Open the notice',
				'Sign in to VNeID, open “Thủ tục hành chính”, choose “Thông báo lưu trú”, tap “Tạo mới yêu cầu”.',
				{ branches: { form: 'The form opens', 'no-account': 'Cannot sign in to VNeID' } }
			),
			place: step('Place of stay', 'Enter kind, name, province, ward, house number. The time of notice is filled in.'),
			guest: step(
				'Guests',
				'Enter name, birth date, sex and paper number of each. If it is yourself, tick “Người khai báo là người lưu trú”.',
				{
					notes: ["The host reads the guest's papers and types; the volunteer writes nothing down."]
				}
			),
			send: step('Send', 'Read it again and send.', { branches: { sent: 'It says sent', failed: 'It says error' } }),
			done: end(
				'Notice is given',
				'The earlier rule was before 23:00, or before 8:00 next day for late guests; ask the ward police about today.',
				'Notice of stay is given.'
			),
			long: end('30 days or more', 'Go on to temporary residence.', 'From 30 days it is temporary residence.'),
			foreigner: end('Foreign guest', 'Ask the ward police how to declare a foreigner.', 'The guest is a foreigner.'),
			'no-account': end(
				'No account yet',
				'Tell the ward police directly today, then make an account.',
				'Cannot sign in to VNeID.'
			),
			'other-screen': OTHER_SCREEN
		}
	},
	'P14-health-insurance': {
		title: 'See a doctor with ID card or VNeID',
		summary: 'Show the ID card or VNeID. Paper insurance cards ended on 01/06/2025, with three exceptions.',
		keywords: ['health insurance', 'doctor', 'hospital', 'paper card', 'VssID', 'not found'],
		steps: {
			what: step('What can you show?', 'The chip ID card is enough. VNeID works when the account is activated.', {
				branches: { card: 'Chip ID card', app: 'VNeID level 2', none: 'No chip card, no app can be installed' }
			}),
			card: step('At the reception', 'Give the ID card to be scanned. Take it back afterwards.', {
				branches: {
					found: 'The insurance is found',
					'not-found': 'It is not found',
					unreadable: 'It cannot be scanned'
				}
			}),
			app: step(
				'Open the insurance card in VNeID',
				'Open VNeID, “Ví giấy tờ”, choose the health insurance card, let the desk scan it.',
				{
					branches: {
						found: 'The insurance is found',
						'not-found': 'It is not found',
						unreadable: 'It cannot be scanned'
					}
				}
			),
			done: end('As usual', 'Next time only the ID card or the phone is needed.', 'The insurance was found.'),
			'not-found': step(
				'It is not found',
				'Today the old way still works: paper card or VssID, with a paper that has a photo. Then tell social insurance.',
				{ branches: { insured: 'Insured, but not shown', expired: 'Expired, or not insured' } }
			),
			report: end(
				'Tell social insurance',
				'Social insurance compares ID number and insurance card.',
				'Insurance is not shown on card or VNeID.'
			),
			expired: end(
				'Renew the insurance',
				'Renew the family insurance by public service, with a reduced rate.',
				'Insurance expired.'
			),
			paper: end(
				'Three cases with a paper card',
				'Neither VssID nor VNeID can be installed, or there is no chip card: ask social insurance for a paper card.',
				'One of the cases with a paper card.'
			)
		}
	},
	'social-benefit-account': {
		title: 'Account for social benefits (explained only)',
		summary: 'Where the state sends support. The volunteer explains and handles no bank matter.',
		keywords: ['social benefits', 'gift', 'support money'],
		steps: {
			explain: step(
				'What is it for?',
				'Who has level 2 names an account of their own to receive support. The gifts of 02/09/2025 and of Tet 2026 were paid this way; the head of household may receive for the family.',
				{
					notes: ['Do not ask for, look at or write down the account number. No help with banking.'],
					branches: {
						wants: 'Wants to see where',
						'no-level-2': 'No level 2 yet',
						link: 'Got a link to receive a gift',
						enough: 'Understood, not needed now'
					}
				}
			),
			where: step(
				'Where it is',
				'Sign in to VNeID, open “An sinh xã hội”, choose “Tài khoản hưởng an sinh xã hội”. The rest they read and do themselves.',
				{
					residentText:
						'Open “An sinh xã hội”, choose “Tài khoản hưởng an sinh xã hội”. Read and do it yourself, show nobody the account number.'
				}
			),
			enough: end('Explained', 'For more help see your own bank.', 'The account for social benefits was explained.'),
			'no-level-2': end('Level 2 is needed', 'Take level 2 first.', 'No level 2 yet.'),
			link: end(
				'Do not tap the link',
				'A link to receive gifts is a trick. Enter only through VNeID.',
				'A fake gift link.',
				{ residentText: 'Do not tap a gift link. Enter only through VNeID.' }
			)
		}
	},
	'P17-official-manual': {
		title: 'Official papers about VNeID',
		summary: 'Only from https://vneid.gov.vn.',
		keywords: ['manual', 'guide', 'vneid.gov.vn'],
		steps: {
			open: step('Open the official page', 'Type https://vneid.gov.vn in the browser, look for the guide.', {
				notes: [
					'Do not use links to single files from old papers: many are broken.',
					'QR codes in public places: look at the address before opening.'
				],
				branches: { found: 'Found', 'not-found': 'Not found, or another page' }
			}),
			done: end('Opened', 'The official page is newer than printed sheets.', 'The official guide is open.'),
			'not-found': end('Not found', 'Use the guides in this app, or ask the one-stop desk.', 'The guide was not found.')
		}
	},
	foreigners: {
		title: 'Foreigners',
		summary: 'With a permanent or temporary residence card: at the immigration division of the provincial police.',
		keywords: ['foreigner', 'passport', 'temporary residence card', 'permanent residence card', 'immigration', 'expat'],
		steps: {
			card: step(
				'Is there a residence card?',
				'From 6 years with a card: level 1 and level 2. Under 6: level 1. Do not scan this card into the app.',
				{
					branches: {
						card: 'Permanent or temporary residence card',
						no: 'Only passport and visa',
						origin: 'Vietnamese origin, nationality unclear'
					}
				}
			),
			office: end(
				'To the immigration division',
				'Bring passport, residence card and phone to the provincial police.',
				'The account is made at immigration.',
				{
					residentText:
						'Bring your passport, residence card and phone to the immigration division of the provincial police.'
				}
			),
			'no-card': end(
				'Not eligible yet',
				'Without a residence card there is no account. The stay must still be declared.',
				'No residence card yet.'
			),
			origin: end(
				'Ask the ward police',
				'People of Vietnamese origin without a clear nationality have an identity certificate. The ward police explain.',
				'The police must decide.'
			)
		}
	},
	'after-merger': {
		title: 'Addresses after the merger of administrative units',
		summary: 'The data update themselves. No new card is required; whoever calls about it is a cheat.',
		keywords: ['merger', 'new address', 'exchange card', 'old name'],
		steps: {
			why: step('Why do they ask?', 'Ask whether somebody called or wrote about an update.', {
				branches: {
					self: 'Saw that the address on the card is old',
					called: 'Somebody called or wrote',
					wrong: 'VNeID still shows a wrong address'
				}
			}),
			wish: step(
				'The old card is still good',
				'A valid card is good until its printed date. Exchange is a choice, not a duty.',
				{
					residentText: 'A valid card is still good. The merger does not require a new card.',
					branches: { keep: 'Keep the card', exchange: 'Exchange it anyway' }
				}
			),
			level: step(
				'Is there level 2?',
				'Exchange in VNeID needs level 2 and is free when the reason is the rearrangement of units.',
				{ branches: { yes: 'Level 2, can sign in', no: 'Not yet' } }
			),
			exchange: step(
				'Exchange in VNeID',
				'Open “Thủ tục hành chính”, choose “Cấp đổi thẻ căn cước”, reason “do sắp xếp/điều chỉnh đơn vị hành chính”, read it again and send.',
				{
					branches: { sent: 'Sent, nothing to pay', fee: 'Somebody asks for money' }
				}
			),
			sent: end('Exchange requested', 'About 7 working days. Free for this reason.', 'Exchange was requested.'),
			keep: end('Keep the card', 'Nothing else to do.', 'No new card is needed.'),
			wrong: end(
				'Address in VNeID is wrong',
				'Ask the ward police to look at the data.',
				'The address in the data is wrong.'
			),
			desk: end(
				'At the police',
				'Level 2 and exchange in one visit: {policePlace}, {deskHours}.',
				'Level 2 comes first.'
			),
			called: end(
				'That is a trick',
				'Nobody calls to update an address. Hang up, tap no link, pay nothing.',
				'A fake call about the merger.',
				{ residentText: 'Nobody calls to update an address. Hang up, tap nothing, pay nothing.' }
			),
			scam: end('Stop', 'This reason is free. Whoever asks for money is a cheat.', 'Somebody asked for money.'),
			'other-screen': OTHER_SCREEN
		}
	},
	'child-under-6': {
		title: 'Children under 6',
		summary:
			'Birth registration first; card and level 1 account if the family wishes. The representative does all online.',
		keywords: ['baby', 'child', 'newborn', 'birth', 'card for a child', 'under 6'],
		steps: {
			...GUARDIAN,
			birth: step('Is the birth registered?', 'The child needs a birth registration and an ID number first.', {
				branches: { yes: 'Registered', no: 'Not registered' }
			}),
			wish: step('What does the family want?', 'Card and account for a child are a wish, not a duty.', {
				residentText: 'Card and account for a child are a wish, not a duty.',
				branches: { card: 'Card or level 1 account for the child', nothing: 'Not needed now' }
			}),
			open: step(
				'The representative opens the procedure',
				'The representative signs in to VNeID, opens “Thủ tục hành chính”, chooses “Cấp thẻ căn cước cho người dưới 14 tuổi”.',
				{ branches: { form: 'The form opens' } }
			),
			fill: step(
				'Fill in for the child',
				"The representative chooses the child's name, reads it again and sends. A child under 6 need not come; the card has no photo."
			),
			sent: end(
				'Sent for the child',
				"Follow it in the representative's VNeID. The account of a child under 6 is level 1.",
				'Requested for a child under 6.'
			),
			'register-birth': end(
				'Register the birth',
				'Best in one filing: birth, residence and health insurance.',
				'The birth is not registered.'
			),
			'no-need': end(
				'Not needed',
				"Ask again when needed. The child's health insurance card stays good.",
				'The family has no wish.'
			),
			'other-screen': OTHER_SCREEN
		}
	},
	'child-6-13': {
		title: 'Children from 6 to under 14',
		summary:
			'A representative with level 2 brings the child to the ward police for fingerprints and photo. A wish, not a duty.',
		keywords: ['child', 'pupil', 'card for a child', 'from 6', 'under 14'],
		steps: {
			...GUARDIAN,
			birth: step('Birth registration and ID number?', 'If not, register the birth first.', {
				branches: { yes: 'Yes', no: 'Not registered' }
			}),
			consent: step('Ask the child too', 'The representative agrees. From 7 years the child is asked too.', {
				residentText: 'Card and account for a child are a wish. From 7 years the child is asked too.',
				branches: { yes: 'Agreed', no: 'No, or not now' }
			}),
			what: step('What first?', 'Card first, then account; both in one visit.', {
				branches: {
					both: 'No card: card and account',
					account: 'Has a card: account only',
					'at-desk': 'At the police now'
				}
			}),
			'at-desk': step(
				'At the ward police',
				'The officer takes fingerprints and photo. The representative declares, with a number in their own name.',
				{ branches: { done: 'Filed, waiting', 'not-today': 'Not possible today' } }
			),
			submitted: end('Wait for the result', "It comes to the representative's VNeID.", 'Filed for the child.'),
			book: end(
				'A day with the child',
				'Child and representative come together: {policePlace}, {deskHours}.',
				'A day at the police.',
				{
					residentText: "Bring the child to the ward police, with the representative's card and phone."
				}
			),
			'register-birth': end(
				'Register the birth first',
				'See the civil status officer.',
				'The birth is not registered.'
			),
			'no-need': end('Not needed', 'Ask again when needed.', 'The family has no wish.')
		}
	},
	guardianship: {
		title: 'People under guardianship',
		summary: 'Through a guardian with level 2, both at the ward police.',
		keywords: ['guardian', 'guardianship', 'dependent'],
		steps: {
			...GUARDIAN,
			proof: step('Is there a proof of guardianship?', 'Ask yes or no only; no illness, no photo of papers.', {
				branches: { yes: 'Yes', no: 'No' }
			}),
			able: step('Can they go?', 'If both come, it is done at once.', { branches: { yes: 'Yes', no: 'No' } }),
			book: end(
				'A day at the police',
				'Guardian and the person come together to {policePlace}, {deskHours}.',
				'A day at the police.'
			),
			'home-visit': end(
				'Ask for a home visit',
				'Ask the ward police for a home session. Write only that help at home is needed.',
				'Needs a home session.'
			),
			'no-proof': end(
				'Ask the civil status officer',
				'The civil status officer explains guardianship.',
				'No proof of guardianship.'
			)
		}
	}
};
