import { formatNumber } from '../../words.ts';
import type { ListWords } from '../vi/list.ts';

export const list: ListWords = {
	title: 'Import a list',
	nav: 'Import',
	lead: 'Choose an Excel file (.xlsx) or CSV. Each row is a person, or a house where it has no name. Nothing is written until you press Import.',
	privacy: 'The server does not keep the file. Personal numbers are sealed when they are written.',
	notAllowed: 'Only the area police and the administrator may import lists.',
	file: 'File with the list',
	read: 'Read the file',
	reading: (percent) => `Reading the file: ${percent} %`,
	looked: (rows) => `The file has ${formatNumber(rows)} rows below its headings.`,
	columns: 'Which column is what',
	columnsHint: 'Guessed from the headings. Look at it and change what is wrong.',
	none: 'None',
	column: (at, heading) => (heading === '' ? `Column ${at}` : `Column ${at}: ${heading}`),
	sample: 'First rows',
	area: 'Quarter of rows that name none',
	areaHint: 'Each row must name its quarter',
	state: 'Everybody on the list is',
	states: {
		none: 'As the status column says, or unknown',
		l1Approved: 'Level 1 approved, not activated',
		l2Approved: 'Level 2 approved, not activated'
	},
	tryOut: 'Try out',
	trying: 'Trying out',
	stopTrying: 'Stop trying out',
	percent: (label, percent) => `${label}: ${percent} %`,
	other: 'Drop this file',
	plan: 'What the trial found',
	planned: (people, households) =>
		`${formatNumber(people)} people and ${formatNumber(households)} new houses would be added.`,
	skipped: (rows) => `${formatNumber(rows)} rows would not be taken: faulty, or there already.`,
	counts: {
		error: (found) => `${formatNumber(found)} errors`,
		warning: (found) => `${formatNumber(found)} to look at`,
		duplicate: (found) => `${formatNumber(found)} duplicates`
	},
	start: 'Import',
	nothing: 'There is no row to import.',
	findings: { row: 'Row', column: 'Column', what: 'What to do' },
	more: (left) => `and ${formatNumber(left)} more. Mend these and try again.`,
	getAll: (count) => `Download all ${formatNumber(count)} findings`,
	batches: 'Imports',
	noBatches: 'No list was imported yet.',
	batch: {
		at: 'When',
		by: 'Who',
		brought: 'Added',
		state: 'State',
		undo: 'Undo',
		sure: 'Yes, take this import back',
		stop: 'Stop and take back',
		sureStop: 'Yes, stop, and take away what was added',
		goesOn: 'You may close this page; the server goes on.',
		people: (people, households, skipped) =>
			`${formatNumber(people)} people, ${formatNumber(households)} houses; ${formatNumber(skipped)} rows left out`,
		progress: (done, total) => `${formatNumber(done)} of ${formatNumber(total)} rows`,
		removing: (done, total) => `${formatNumber(done)} of ${formatNumber(total)} records`,
		get: (count) => `Download ${formatNumber(count)} findings`
	},
	batchStates: {
		running: 'Running',
		done: 'Done',
		stopped: 'Broke off',
		undoing: 'Being taken back',
		undone: 'Taken back'
	},
	undone: (removed, kept) =>
		`${formatNumber(removed)} taken back.${kept > 0 ? ` ${formatNumber(kept)} stay because somebody worked on them.` : ''}`,
	fields: {
		area: 'Quarter',
		address: 'Address',
		lane: 'Lane or street',
		number: 'House number',
		name: 'Full name',
		birth: 'Date or year of birth',
		sex: 'Sex',
		personalId: 'Personal number',
		relation: 'Relation to the head',
		standing: 'Account status',
		approvedOn: 'Approved on'
	},
	report: {
		sheet: 'To look at',
		title: (count) => `Rows to look at: ${formatNumber(count)} findings`,
		head: ['Row', 'Kind', 'Column', 'What to do'],
		kinds: { error: 'Error, not taken', warning: 'To look at, taken', duplicate: 'Duplicate, not taken' },
		left: (count) => `${formatNumber(count)} more, which this file does not hold. Mend these and try again.`
	},
	codes: {
		required: 'Empty. Fill it in on each row; a merged cell holds its text in the first row alone.',
		tooLong: 'Too long. Shorten it.',
		badDay: 'No real day, or later than today. Write it as 14/05/1985, or the year 1985 alone.',
		badSex: 'Write Nam or Nữ.',
		badStanding: 'Write: đã duyệt, chưa kích hoạt or đã kích hoạt.',
		unknownArea: 'The ward has no such quarter. Mend the name, or add the quarter first.',
		rounded: 'Excel rounded this number. Format the column as text; the person is added without it.',
		shortNumber: 'Fewer than 12 digits. The number is not kept; the person is added.',
		padded: 'Zeros at its beginning were lost. They were put back, as birth and sex agree; compare it.',
		badNumber: 'No personal number. It is not kept; the person is added.',
		numberDisagrees: 'It disagrees with the year of birth or the sex. It is taken; compare it.',
		excelDay: "A day as Excel's number. It was turned into a date; compare it.",
		unknownRelation: 'Unknown relation. It is left out; the person is added.',
		sameNumber: 'Somebody of the ward has this number. Not added again.',
		samePerson: 'This house has somebody of this name and birth. Not added again.',
		twice: 'This person stands further up. Not added again.'
	}
};
