import { error, fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseCallers, parseHold } from '$lib/domain/desk-lane.ts';
import type { AreaId, HouseholdId, VolunteerId } from '$lib/domain/id.ts';
import { LANE_WAYS } from '$lib/domain/lane.ts';
import type { Problem, Result } from '$lib/domain/problem.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { lanes } = requireDesk(locals);
	const area = params.area as AreaId;
	const [sheet, plan] = await Promise.all([
		lanes.readArea(area, url.searchParams.get('lane')),
		url.searchParams.has('plan') ? lanes.planHold(parseHold(url.searchParams, area)) : null
	]);
	if (!sheet) error(404);
	return { sheet, plan, may: lanes.may };
};

const tell = (answer: Result<void>) =>
	answer.ok ? { said: 'done' as const } : fail<{ problem: Problem }>(statusOf(answer.problem), answer);

/** What every form of the page says: who, which lane, and what stood before. */
async function readForm({ request, locals, params }: RequestEvent) {
	const form = await request.formData();
	const text = (name: string) => String(form.get(name) ?? '');
	const after = text('after');
	const door = { household: text('household') as HouseholdId, v: Number(text('v')) };
	return { form, desk: requireDesk(locals).lanes, area: params.area as AreaId, lane: text('lane'), after, door };
}

export const actions: Actions = {
	way: async (event) => {
		const { form, desk, area, lane } = await readForm(event);
		const way = LANE_WAYS.find((one) => one === form.get('way')) ?? 'number';
		return tell(await desk.setWay({ area, lane, way }));
	},
	lane: async (event) => {
		const { desk, area, lane, after } = await readForm(event);
		return tell(await desk.moveLane({ area, lane, after: after === '' ? null : after }));
	},
	door: async (event) => {
		const { desk, door, after } = await readForm(event);
		return tell(await desk.moveDoor({ ...door, after: after === '' ? null : (after as HouseholdId) }));
	},
	reset: async (event) => {
		const { desk, area, lane } = await readForm(event);
		return tell(await desk.resetLane({ area, lane }));
	},
	callers: async (event) => {
		const { form, desk, door } = await readForm(event);
		return tell(await desk.setCallers({ ...door, callers: parseCallers(form) }));
	},
	hold: async (event) => {
		const { form, desk, area } = await readForm(event);
		return tell(await desk.holdLane(parseHold(form, area)));
	},
	drop: async (event) => {
		const { form, desk, area, lane } = await readForm(event);
		return tell(await desk.dropLane({ area, lane, volunteer: String(form.get('holder')) as VolunteerId }));
	}
};
