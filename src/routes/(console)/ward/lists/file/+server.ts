import { redirect } from '@sveltejs/kit';
import { answerFile } from '$lib/server/answer-file.ts';
import { requireDesk } from '$lib/server/require-desk.ts';
import { parseListForm } from '$lib/domain/figure-form.ts';
import { letter } from '$lib/ui/words/vi/letter.ts';
import type { RequestHandler } from './$types.js';

export const POST: RequestHandler = async ({ request, locals }) => {
	const { figures } = requireDesk(locals);
	const form = await request.formData();
	const asked = parseListForm(Object.fromEntries([...form].map(([name, value]) => [name, String(value)])));
	const answer = await figures.exportList(asked, letter.list);
	if (answer.ok) return answerFile(answer.value);
	redirect(303, `/ward/lists?kind=${asked.kind}&area=${asked.area ?? ''}&problem=${answer.problem.code}`);
};
