/** What a form sent to an address of its own (pages have Kit do this); null where the body is no form. */
export function readForm(request: Request): Promise<FormData | null> {
	return request.formData().catch(() => null);
}
