import { error, redirect } from '@sveltejs/kit';
import { answerFile } from '$lib/server/answer-file.ts';
import { readForm } from '$lib/server/read-form.ts';
import { requireDesk, requireFreshDesk } from '$lib/server/require-desk.ts';
import { parseListForm } from '$lib/domain/figure-form.ts';
import { letter } from '$lib/ui/words/vi/letter.ts';
import type { RequestHandler } from './$types.js';

/** Asked for by a form, with the password given again: names leave the desk. */
export const POST: RequestHandler = async ({ request, locals, url }) => {
	if (!requireDesk(locals).figures.may.list) error(403);
	const form = await readForm(request);
	if (!form) error(415);
	const asked = parseListForm(Object.fromEntries([...form].map(([name, value]) => [name, String(value)])));
	const page = `/ward/lists?kind=${asked.kind}&area=${asked.area ?? ''}`;
	const { figures } = requireFreshDesk(locals, new URL(`${page}&again=1`, url));
	const answer = await figures.exportList(asked, letter.list);
	if (answer.ok) return answerFile(answer.value);
	redirect(303, `${page}&problem=${answer.problem.code}`);
};
