import { fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseAsideFilter } from '$lib/domain/desk-filter.ts';
import { isId, type EntryId } from '$lib/domain/id.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const desk = requireDesk(locals);
	const filter = parseAsideFilter(url.searchParams);
	const chosen = url.searchParams.get('entry') ?? '';
	const [page, whys, open, sheet] = await Promise.all([
		desk.listAsides(filter),
		desk.listWhy(),
		desk.countOpenCases(),
		isId(chosen) ? desk.readAside(chosen as EntryId, filter) : null
	]);
	return { filter, page, whys, open, sheet };
};

const FIELD = 'field.';

async function read(request: Request) {
	const form = await request.formData();
	const typed = [...form]
		.filter(([name]) => name.startsWith(FIELD))
		.map(([name, value]) => [name.slice(FIELD.length), String(value)] as const);
	return {
		entry: String(form.get('entry')) as EntryId,
		anywhere: form.get('anywhere') === '1',
		note: String(form.get('note') ?? ''),
		typed: Object.fromEntries(typed)
	};
}

export const actions: Actions = {
	replay: async ({ request, locals }) => {
		const { entry, anywhere } = await read(request);
		const answer = await requireDesk(locals).takeUpAside(entry, { typed: null, anywhere, note: '' });
		return answer.ok
			? { said: 'taken' as const }
			: fail(statusOf(answer.problem), { problem: answer.problem, act: 'replay' as const });
	},
	correct: async ({ request, locals }) => {
		const { entry, anywhere, note, typed } = await read(request);
		const answer = await requireDesk(locals).takeUpAside(entry, { typed, anywhere, note });
		return answer.ok
			? { said: 'taken' as const }
			: fail(statusOf(answer.problem), { problem: answer.problem, act: 'correct' as const, typed, note });
	},
	dismiss: async ({ request, locals }) => {
		const { entry, note } = await read(request);
		const answer = await requireDesk(locals).dismissAside(entry, note);
		return answer.ok
			? { said: 'dismissed' as const }
			: fail(statusOf(answer.problem), { problem: answer.problem, act: 'dismiss' as const, note });
	}
};
