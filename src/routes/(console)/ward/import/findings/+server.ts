import { error } from '@sveltejs/kit';
import { sendFile } from '$lib/server/answer-file.ts';
import { requireDesk } from '$lib/server/require-desk.ts';
import { statusOf } from '$lib/server/ward.ts';
import { list as words } from '$lib/ui/words/vi/list.ts';
import type { RequestHandler } from './$types.js';

/** Rows and columns that somebody should look at, of a dry run or of what was written: it names nobody. */
export const GET: RequestHandler = async ({ locals, url }) => {
	const { list } = requireDesk(locals);
	const [look, batch] = [url.searchParams.get('look'), url.searchParams.get('batch')];
	const answer = await (look === null ? list.exportBatch(batch ?? '', words) : list.exportLook(look, words));
	if (!answer.ok) error(statusOf(answer.problem));
	return sendFile(answer.value);
};
