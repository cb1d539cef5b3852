import { fail } from '@sveltejs/kit';
import { problem } from '$lib/domain/problem.ts';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseWardBook } from '$lib/domain/content-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => {
	const { content } = requireDesk(locals);
	const [kept, rows] = await Promise.all([content.readBook(), content.listItems()]);
	const topics = rows.filter((row) => row.sort === 'video' && row.language === 'vi');
	const { book, changedAt, staffName } = kept;
	return {
		book,
		changedAt,
		staffName,
		canPublish: content.canPublish,
		topics: topics.map(({ id, title }) => ({ id, title }))
	};
};

export const actions: Actions = {
	save: async ({ request, locals }) => {
		const form = await request.formData();
		const typed = parseWardBook(new Map([...form].map(([name, value]) => [name, String(value)])));
		const saved = await requireDesk(locals).content.writeBook(typed);
		return saved.ok ? { said: 'saved' as const } : fail(statusOf(saved.problem), { problem: saved.problem, typed });
	},
	/** The next piece of a film that staff add (FilmUpload.svelte). */
	film: async ({ request, locals }) => {
		// before a megabyte is read for somebody who may not
		const { content } = requireDesk(locals);
		if (!content.canPublish) return fail(403, { problem: problem('staff.notAllowed') });
		const form = await request.formData().catch(() => null);
		const piece = form?.get('piece');
		if (!form || !(piece instanceof File)) return fail(400, { problem: problem('film.interrupted') });
		const taken = await content.addFilm({
			upload: String(form.get('upload')),
			at: Number(form.get('at')),
			of: Number(form.get('of')),
			bytes: new Uint8Array(await piece.arrayBuffer())
		});
		return taken.ok ? { ...taken.value } : fail(statusOf(taken.problem), { problem: taken.problem });
	}
};
