// English for the ward's desk; Vietnamese is the master.

import { acts } from './acts.ts';
import type { desk as vietnamese } from '../vi/desk.ts';

export const desk = {
	app: 'Gõ Cửa',
	title: 'Ward desk',
	moreThan: (count) => `more than ${count}`,
	skip: 'Skip to content',
	roles: {
		areaPolice: 'Area police officer',
		civilStatus: 'Civil status officer',
		oneStop: 'One-stop desk',
		leader: 'Leader',
		administrator: 'Administrator'
	},
	nav: {
		label: 'Parts of the desk',
		overview: 'Overview',
		review: 'Review',
		cases: 'To deal with',
		households: 'Households',
		volunteers: 'Volunteers',
		audit: 'Audit log'
	},
	signIn: {
		title: 'Sign in to the ward desk',
		ward: 'Ward',
		username: 'User name',
		password: 'Password',
		act: 'Sign in',
		out: 'Sign out',
		hint: 'This is an account of the ward desk, not a VNeID account.',
		signedOut: 'You are signed out.'
	},
	overview: {
		title: 'Overview',
		area: 'Quarter',
		whole: 'Whole ward',
		households: 'Households',
		informed: 'Households informed',
		registered: 'People on the list',
		present: 'People present',
		issued: 'Issued',
		activated: 'Activated',
		success: 'Activated and logged in',
		declared: 'Only declared (apart)',
		perRegistered: 'of the list',
		perPresent: 'of those present',
		open: (count) => `${count} visits to review`,
		scam: (count) => `${count} scam warnings`,
		toReview: 'Open the review list',
		explain:
			'Counts only what was seen on the resident’s screen or stands on the police list. What residents only told is shown apart. Records that are still on volunteers’ phones are not here yet.'
	},
	review: {
		title: 'Review visits',
		filters: 'Filter the list',
		state: 'State',
		area: 'Quarter',
		volunteer: 'Volunteer',
		outcome: 'Result',
		code: 'Barrier or flag',
		search: 'Name, house number, last 4 digits',
		all: 'All',
		apply: 'Filter',
		clear: 'Clear',
		late: 'Only what is overdue',
		lateCount: (count) => `${count} sent back and overdue`,
		fix: {
			ago: (days) =>
				days === 0 ? 'sent back today' : days === 1 ? 'sent back yesterday' : `sent back ${days} days ago`,
			due: (day) => `to be answered by ${day}`,
			overdue: 'overdue',
			title: 'Days to answer what was sent back',
			hint: 'Leave it empty where the ward sets no time.',
			save: 'Save the days'
		},
		hints: {
			title: 'Worth a second look',
			clock: (minutes) => `The phone’s clock was ${minutes} minutes ahead of the ward’s.`,
			pace: (count) => `The same volunteer has ${count} visits at other doors within a minute.`,
			copies: (count) => `${count} other visits of that day say exactly the same about other people.`
		},
		saved: {
			label: 'My filters',
			name: 'Name of the filter',
			keep: 'Save this filter',
			hint: 'What is searched for is not saved.',
			drop: 'Drop',
			dropOf: (name) => `Drop the filter ${name}`,
			said: { saved: 'The filter was saved.', dropped: 'The filter was dropped.', ruled: 'The days were saved.' }
		},
		states: {
			open: 'For the ward to look at',
			waiting: 'New',
			returned: 'Sent back',
			corrected: 'Mended, to look at again',
			approved: 'Approved'
		},
		columns: {
			door: 'Door',
			person: 'Person',
			volunteer: 'Volunteer',
			seenAt: 'Visited',
			outcome: 'Result',
			state: 'State'
		},
		empty: 'No visit fits this filter.',
		emptyOpen: 'Nothing is waiting for review.',
		count: (count) => `${count} visits`,
		more: 'More',
		first: 'Back to the start',
		choose: 'Choose a visit in the list to see it.',
		nobody: 'No name recorded',
		approve: 'Approve',
		return: 'Send back',
		approved: 'Approved.',
		returned: 'Sent back; the volunteer sees it with the next signal.',
		decided: 'Look again at what was just decided',
		plain: {
			mark: 'plain',
			summary: (count: number) => `Approve ${count} plain visits of this page together`,
			explain:
				'Plain: new, without a flag, without a jump of the ladder, without a note, without two values that differ, at a sensible hour. What is approved cannot be taken back.',
			act: (count: number) => `Approve ${count} visits`,
			cancel: 'Cancel',
			done: (count: number) => `${count} visits approved.`,
			left: (count: number) =>
				`${count} were left: somebody decided or changed them after this page was opened. Look at them one by one.`
		},
		correct: 'Mend here',
		corrected: 'Mended. This visit still waits for approval.',
		correctTitle: 'Mend one field of this person',
		correctHint: 'Only where the ward knows for certain, from the paper itself. The volunteer will see the new value.',
		correctValue: 'Should be',
		correctSend: 'Save',
		keysTitle: 'Keys',
		keys: {
			a: 'approve and open the next',
			r: 'send back',
			c: 'mend here',
			j: 'next',
			k: 'the one before',
			Esc: 'close what is open'
		},
		returnTitle: 'Send back to be mended',
		field: 'Field to mend',
		comment: 'What to mend',
		commentHint: 'One short sentence that says what to check. No identity numbers.',
		send: 'Send back',
		cancel: 'Cancel',
		next: 'Next',
		what: 'Visit',
		who: 'Person',
		since: 'Changed since it was sent back',
		sinceNone: 'The volunteer has not changed anything.',
		history: 'History',
		field_: 'Field',
		before: 'Before',
		after: 'After',
		by: 'Who',
		at: 'When',
		none: '(empty)',
		asked: 'The ward asked',
		conflicts: 'Two people wrote different things',
		conflictKept: 'Kept',
		conflictOther: 'The other',
		conflictOpen: 'Open to choose',
		receivedAt: 'Received',
		reveal: 'Show the whole number',
		revealReason: 'Reason',
		revealed: 'Personal number',
		revealNote: 'Every look is written to the audit log.',
		noNumber: 'No personal number yet'
	},
	values: {
		yes: 'Yes',
		no: 'No',
		refused: 'Refused',
		noticeOf: 'notice of',
		cardBy: { scan: 'Scanned', manual: 'Typed in' },
		unlinked: 'borrowed phone: unlinked',
		guide: (id, packVersion) => `${id}, version ${packVersion}`,
		next: {
			none: 'No appointment',
			revisit: 'Come back',
			selfServe: 'The resident does it',
			referral: 'Referred',
			appointment: 'Appointment at the ward'
		}
	},
	fields: {
		visit: 'Visit',
		person: 'Person',
		household: 'Door',
		difficulty: 'Question',
		outreach: 'Outreach event',
		help: 'Help desk'
	},
	households: {
		title: 'Households',
		search: 'Name, house number, last 4 digits',
		columns: { door: 'Door', area: 'Quarter', people: 'People', done: 'Done', last: 'Last visit' },
		empty: 'No household fits.',
		never: 'Never',
		people: 'People',
		visits: 'Visits',
		noPeople: 'Nobody recorded yet.',
		noVisits: 'No visit yet.',
		back: 'Back to the list'
	},
	volunteers: {
		title: 'Volunteers and phones',
		columns: { name: 'Name', areas: 'Quarter', devices: 'Phones', invite: 'Invite' },
		invite: 'Make an invitation',
		inviteFor: (name: string) => `Invitation for ${name}`,
		inviteHow: 'Open Gõ Cửa on the phone of the person invited, scan this code or type the letters below.',
		inviteOnce: (clock: string) => `Works once, until ${clock}. It is not shown again after this page.`,
		qr: 'Invitation to scan',
		noDevices: 'No phone yet',
		joined: (day: string) => `Joined ${day}`,
		seen: (when: string) => `last heard ${when}`,
		neverSeen: 'never heard',
		waiting: (count: number) => `${count} records still on the phone`,
		revoke: 'Revoke phone',
		revoked: (day: string) => `Revoked ${day}`,
		revokeDone: 'Revoked. That phone can no longer send or fetch.',
		roles: { member: 'Task-force member', youth: 'Youth volunteer', quarterHead: 'Quarter head' },
		empty: 'No volunteer yet.'
	},
	audit: {
		title: 'Audit log',
		columns: { at: 'When', who: 'Who', act: 'Act', subject: 'Subject', reason: 'Reason' },
		older: 'Older',
		empty: 'No line yet.',
		acts
	},
	rescue: {
		title: 'Take a rescue file',
		lead: 'Without a network, volunteers ask somebody to carry a file to the ward. It is sealed: only the ward’s server can open it. Taking the same file again doubles nothing.',
		file: 'File from a volunteer’s phone',
		act: 'Take the file',
		none: 'Choose a file first.',
		done: (entries: number) => `The file was read: ${entries} records.`,
		taken: (count: number) => `${count} new, put where they belong.`,
		known: (count: number) => `${count} that the ward had already.`,
		aside: (count: number) => `${count} kept aside, to be looked at.`
	},
	error: {
		title: 'This page cannot be opened',
		home: 'To the overview',
		missing: 'There is no such page, or it has moved.',
		other: 'The server failed. Try again in a few minutes; if it stays so, tell the administrator.'
	}
} satisfies typeof vietnamese;
