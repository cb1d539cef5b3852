import { fail } from '@sveltejs/kit';
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
	}
};
