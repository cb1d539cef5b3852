// Texts that staff have typed beside figures: parts of reports, notes on targets and on figures of the police. They name
// nobody, or should not; when their time has come they go like everything else that somebody may have written of a person.

import type { WardId } from '../domain/id.ts';
import { REPORT_TEXTS } from '../domain/ward-report.ts';
import type { Reader, Writer } from './db/open-store.ts';

const NO_TEXTS = JSON.stringify(Object.fromEntries(REPORT_TEXTS.map((part) => [part, ''])));
/** Stands for a note that was there: without one a rate above 100 % would be told again. */
const NOTE_GONE = '–';

/** How many reports and notes from before an instant still say something. */
export async function countFigureTexts(db: Reader, ward: WardId, before: number): Promise<number> {
	const [reports, notes, campaigns] = await Promise.all([
		db
			.selectFrom('ward_report')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.where('made_at', '<', before)
			.where('texts', '!=', NO_TEXTS)
			.executeTakeFirstOrThrow(),
		db
			.selectFrom('reported_figure')
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('ward_id', '=', ward)
			.where('entered_at', '<', before)
			.where('note', 'not in', ['', NOTE_GONE])
			.executeTakeFirstOrThrow(),
		db
			.selectFrom('target as t')
			.innerJoin('campaign as c', (on) => on.onRef('c.ward_id', '=', 't.ward_id').onRef('c.id', '=', 't.campaign_id'))
			.select(({ fn }) => fn.countAll<number>().as('count'))
			.where('t.ward_id', '=', ward)
			.where('c.changed_at', '<', before)
			.where('t.note', 'not in', ['', NOTE_GONE])
			.executeTakeFirstOrThrow()
	]);
	return Number(reports.count) + Number(notes.count) + Number(campaigns.count);
}

/** Takes these texts away; figures stay. */
export async function wipeFigureTexts(trx: Writer, ward: WardId, before: number): Promise<void> {
	await trx
		.updateTable('ward_report')
		.set(({ eb }) => ({ texts: NO_TEXTS, v: eb('v', '+', 1) }))
		.where('ward_id', '=', ward)
		.where('made_at', '<', before)
		.where('texts', '!=', NO_TEXTS)
		.execute();
	await trx
		.updateTable('reported_figure')
		.set({ note: NOTE_GONE })
		.where('ward_id', '=', ward)
		.where('entered_at', '<', before)
		.where('note', '!=', '')
		.execute();
	await trx
		.updateTable('target')
		.set({ note: NOTE_GONE })
		.where('ward_id', '=', ward)
		.where('note', '!=', '')
		.where('campaign_id', 'in', ({ selectFrom }) =>
			selectFrom('campaign').select('id').where('ward_id', '=', ward).where('changed_at', '<', before)
		)
		.execute();
}
