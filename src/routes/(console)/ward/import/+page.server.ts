import { fail } from '@sveltejs/kit';
import { readMapping } from '$lib/domain/list-column.ts';
import { LIST_STATES } from '$lib/domain/list.ts';
import type { AreaId } from '$lib/domain/id.ts';
import { LIMIT } from '$lib/domain/limit.ts';
import { problem } from '$lib/domain/problem.ts';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals, depends }) => {
	// asked for again and again while work is under way; the frame around the page is not
	depends('ward:lists');
	return requireDesk(locals).list.read();
};

export const actions: Actions = {
	part: async ({ request, locals }) => {
		const { list } = requireDesk(locals);
		// before the body is read
		if (!list.canImport) return fail(403, { problem: problem('staff.notAllowed') });
		// a body above the server's own limit is cut off while it is read
		const form = await request.formData().catch(() => null);
		const piece = form?.get('piece');
		if (!form || !(piece instanceof File) || piece.size > LIMIT.listPartBytes)
			return fail(413, { problem: problem('list.interrupted') });
		const bytes = new Uint8Array(await piece.arrayBuffer());
		const part = { at: Number(form.get('at')), of: Number(form.get('of')), piece: bytes };
		const taken = await list.addPart(part);
		return taken.ok ? { held: taken.value.held } : fail(statusOf(taken.problem), { problem: taken.problem });
	},
	drop: ({ locals }) => requireDesk(locals).list.drop(),
	plan: async ({ request, locals }) => {
		const { list } = requireDesk(locals);
		const form = await request.formData();
		const read = (name: string) => {
			const value = form.get(name);
			return typeof value === 'string' ? value : null;
		};
		const choice = {
			mapping: readMapping((field) => read(`column.${field}`), LIMIT.listColumns),
			// one that the ward does not have counts as none
			area: (read('area') || null) as AreaId | null,
			state: LIST_STATES.find((state) => state === read('state')) ?? null
		};
		const planned = list.plan(read('id') ?? '', choice);
		if (!planned.ok) return fail(statusOf(planned.problem), { problem: planned.problem });
		return {};
	},
	stop: async ({ request, locals }) => {
		const id = (await request.formData()).get('id');
		requireDesk(locals).list.stopPlan(typeof id === 'string' ? id : '');
	},
	start: async ({ request, locals }) => {
		const { list } = requireDesk(locals);
		const id = (await request.formData()).get('id');
		const begun = await list.start(typeof id === 'string' ? id : '');
		return begun.ok ? {} : fail(statusOf(begun.problem), { problem: begun.problem });
	},
	undo: async ({ request, locals }) => {
		const { list } = requireDesk(locals);
		const batch = (await request.formData()).get('batch');
		const undone = await list.undo(typeof batch === 'string' ? batch : '');
		return undone.ok ? {} : fail(statusOf(undone.problem), { problem: undone.problem });
	}
};
