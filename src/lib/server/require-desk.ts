// The desk's door: pages behind it are only for who signed in.

import { redirect } from '@sveltejs/kit';
import type { Desk } from './ward.ts';

/** The signed-in desk, or a way to the sign-in page. */
export function requireDesk(locals: { readonly desk: Desk | null }): Desk {
	if (!locals.desk) redirect(303, '/ward/sign-in');
	return locals.desk;
}
