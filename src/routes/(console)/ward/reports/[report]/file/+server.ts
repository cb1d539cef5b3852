import { redirect } from '@sveltejs/kit';
import { answerFile } from '$lib/server/answer-file.ts';
import { requireDesk } from '$lib/server/require-desk.ts';
import type { ReportId } from '$lib/domain/id.ts';
import { letter } from '$lib/ui/words/vi/letter.ts';
import type { RequestHandler } from './$types.js';

/** Asked for by a form: what names residents is written down before it leaves. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
	const { figures } = requireDesk(locals);
	const form = await request.formData();
	const format = form.get('format') === 'xlsx' ? 'xlsx' : 'docx';
	const appendix = form.get('appendix') === '1' ? { purpose: String(form.get('purpose') ?? '') } : null;
	const answer = await figures.exportReport(params.report as ReportId, format, appendix, letter);
	if (answer.ok) return answerFile(answer.value);
	redirect(303, `/ward/reports/${params.report}?problem=${answer.problem.code}`);
};
