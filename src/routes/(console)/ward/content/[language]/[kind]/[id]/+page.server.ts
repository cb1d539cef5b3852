import { error, fail } from '@sveltejs/kit';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { parseItemEdit } from '$lib/domain/content-form.ts';
import { formatDay, type Day } from '$lib/domain/day.ts';
import type { ItemEdit, ItemPlace } from '$lib/domain/desk-content.ts';
import { problem, type Result } from '$lib/domain/problem.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

function placeOf({ language, kind, id }: RequestEvent['params']): ItemPlace {
	return { language, kind: kind === 'guide' ? 'guide' : 'article', id };
}

export const load: PageServerLoad = async ({ locals, params }) => {
	const { content } = requireDesk(locals);
	const sheet = await content.readItem(placeOf(params));
	if (!sheet) error(404);
	return { sheet, canPublish: content.canPublish, today: content.today };
};

async function readForm({ request, params }: RequestEvent) {
	const fields = new Map([...(await request.formData())].map(([name, value]) => [name, String(value)]));
	return { fields, typed: Object.fromEntries(fields), place: placeOf(params) };
}

type Published = Promise<Result<{ readonly version: number }>>;

async function answer(published: Published, typed: Record<string, string>) {
	const result = await published;
	if (result.ok) return { published: result.value.version };
	return fail(statusOf(result.problem), { problem: result.problem, typed });
}

async function publish(event: RequestEvent, changes: Readonly<Record<string, string>> = {}) {
	const { fields, typed, place } = await readForm(event);
	for (const [name, text] of Object.entries(changes)) fields.set(name, text);
	const { content } = requireDesk(event.locals);
	if (!content.canPublish) return fail(403, { problem: problem('staff.notAllowed'), typed });
	const edit: Result<ItemEdit> = parseItemEdit(fields, place);
	if (!edit.ok) return fail(400, { problem: edit.problem, typed });
	const preview = await content.previewItem(edit.value);
	// with faults the preview says all of them, the problem only the first
	if (preview.ok && preview.value.faults.length > 0) return { preview: preview.value, typed };
	return answer(content.publishItem(edit.value), typed);
}

export const actions: Actions = {
	preview: async (event) => {
		const { fields, typed, place } = await readForm(event);
		const { content } = requireDesk(event.locals);
		const edit = parseItemEdit(fields, place);
		if (!edit.ok) return fail(400, { problem: edit.problem, typed });
		const preview = await content.previewItem(edit.value);
		return preview.ok
			? { preview: preview.value, typed }
			: fail(statusOf(preview.problem), { problem: preview.problem, typed });
	},
	publish: (event) => publish(event),
	checked: (event) => publish(event, { checkedOn: formatDay(requireDesk(event.locals).content.today as Day) }),
	restore: async (event) => {
		const { fields, typed, place } = await readForm(event);
		const { content } = requireDesk(event.locals);
		return answer(content.restoreItem({ ...place, hash: fields.get('hash') ?? '' }), typed);
	}
};
