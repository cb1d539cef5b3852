import { expect, it } from 'vitest';
import type { Area } from './area.ts';
import { addDays, type Day } from './day.ts';
import type { AreaId, HelpId, OutreachId } from './id.ts';
import { placeEvents, sumEvents, type OutreachEvent } from './outreach.ts';
import { checkToldEvent, checkToldHelp, listHelpOn, orderEvents, type ToldEvent, type ToldHelp } from './told.ts';

const DAY = '2026-11-21' as Day;
const NOON = Date.UTC(2026, 10, 21, 5);
const at = (id: string) => id as AreaId;

const event = (changes: Partial<ToldEvent> = {}): ToldEvent => ({
	...{ id: 'e' as OutreachId, area: at('third'), day: DAY, place: 'school', channel: 'training', topic: 'Lớp thử' },
	...{ audience: 20, households: 14, helped: 6, followUps: 2 },
	...changes
});
const help = (id: string, changes: Partial<ToldHelp> = {}): ToldHelp => ({
	...{ id: id as HelpId, area: at('third'), topic: 'activate', outcome: 'done', at: NOON },
	...changes
});

it('F081 names the field at fault: a telephone, a day to come, a count that is none', () => {
	const faults = (changes: object) => checkToldEvent(event(changes), DAY).map((found) => `${found.code} ${found.at}`);
	expect(faults({})).toEqual([]);
	expect(faults({ materials: '' })).toEqual([]);
	expect(faults({ topic: 'gọi 0999 000 001' })).toEqual(['note.phone topic']);
	expect(faults({ materials: 'bà 000150000017' })).toEqual(['note.idNumber materials']);
	expect(faults({ day: addDays(DAY, 1) })).toEqual(['field.badDay day']);
	expect(faults({ audience: -1, helped: 1.5 })).toEqual(['figure.badCount audience', 'figure.badCount helped']);
	expect(checkToldHelp(help('a'))).toEqual([]);
});

it('F077 counts the people of one day by outcome, the latest first, and nobody who was taken back', () => {
	const all = [
		help('a'),
		help('b', { at: NOON + 1, outcome: 'notDone', barrier: 'B2.1' }),
		help('c', { withdrawn: NOON }),
		help('d', { at: NOON - 86_400_000 })
	];
	const day = listHelpOn(all, DAY);
	expect(day.cases.map(({ id }) => id)).toEqual(['b', 'a']);
	expect(day.counts).toEqual({ done: 1, activatedOnly: 0, informed: 0, notDone: 1, referred: 0 });
});

it('F081 lists the latest day first, of one day the latest told', () => {
	const all = [event({ id: '1' as OutreachId }), event({ id: '3' as OutreachId, day: addDays(DAY, -1) })];
	expect(orderEvents([...all, event({ id: '2' as OutreachId })]).map(({ id }) => id)).toEqual(['2', '1', '3']);
});

it('F081 adds a group’s events to its quarter, and what lies in no quarter to the whole ward', () => {
	const area = (id: string, parent: string | null, kind: Area['kind']) =>
		({ id: at(id), parent: parent && at(parent), kind, name: id, aliases: [] }) as Area;
	const areas = [area('ward', null, 'ward'), area('third', 'ward', 'quarter'), area('group', 'third', 'group')];
	const told = ['third', 'group', 'ward', null].map(
		(id) => ({ ...event(), area: id && at(id), areaName: null, staffName: '', isVolunteer: true }) as OutreachEvent
	);
	const placed = placeEvents(told, areas, [at('third')]);
	expect(sumEvents(placed, at('third'))).toMatchObject({ events: 2, households: 28 });
	expect(sumEvents(placed, null)).toMatchObject({ events: 2, households: 28 });
});
