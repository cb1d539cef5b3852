/** What a form sent to an address of its own (pages have Kit do this); null where the body is no form. */
export function readForm(request: Request): Promise<FormData | null> {
	return request.formData().catch((error: unknown) => {
		// what else goes wrong while it is read, such as a body that is too large, is no matter of its kind
		if (error instanceof TypeError) return null;
		throw error;
	});
}
