import { answerFile } from '$lib/server/answer-file.ts';
import { requireDesk } from '$lib/server/require-desk.ts';
import { writeOpenFile } from '$lib/domain/open-figures.ts';
import { figures as words } from '$lib/ui/words/vi/figures.ts';
import { letter } from '$lib/ui/words/vi/letter.ts';
import type { RequestHandler } from './$types.js';

/** Counts that name nobody and hide what is small: no purpose is asked. */
export const GET: RequestHandler = async ({ locals }) => {
	const { figures } = requireDesk(locals);
	const text = writeOpenFile(await figures.readOpenFigures(words.whole), letter.openFile);
	const bytes = new TextEncoder().encode(text);
	return answerFile({ name: `so-lieu-mo-${figures.today}.csv`, type: 'text/csv; charset=utf-8', bytes });
};
