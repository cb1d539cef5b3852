import { error, redirect } from '@sveltejs/kit';
import { answerFile } from '$lib/server/answer-file.ts';
import { FILE_FORMATS } from '$lib/server/figure-port.ts';
import { readForm } from '$lib/server/read-form.ts';
import { requireDesk, requireFreshDesk } from '$lib/server/require-desk.ts';
import { isId, type ReportId } from '$lib/domain/id.ts';
import { letter } from '$lib/ui/words/vi/letter.ts';
import type { RequestHandler } from './$types.js';

/** Asked for by a form, with the password given again; what names residents is written down before it leaves. */
export const POST: RequestHandler = async ({ request, locals, params, url }) => {
	if (!requireDesk(locals).figures.may.report) error(403);
	if (!isId(params.report)) error(404);
	const page = `/ward/reports/${params.report}`;
	const { figures } = requireFreshDesk(locals, new URL(`${page}?again=1`, url));
	const form = await readForm(request);
	if (!form) error(415);
	const format = FILE_FORMATS.find((one) => one === form.get('format')) ?? 'docx';
	const appendix = form.get('appendix') === '1' ? { purpose: String(form.get('purpose') ?? '') } : null;
	const answer = await figures.exportReport(params.report as ReportId, format, appendix, letter);
	if (answer.ok) return answerFile(answer.value);
	redirect(303, `${page}?problem=${answer.problem.code}`);
};
