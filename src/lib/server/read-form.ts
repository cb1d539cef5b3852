import { error } from '@sveltejs/kit';

/** What a form sent to an address of its own (pages have Kit do this); a body that is no form is the asker's fault. */
export async function readForm(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch {
		error(415);
	}
}
