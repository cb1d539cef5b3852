// The desk's door: pages behind it are only for who signed in.

import { redirect } from '@sveltejs/kit';
import type { Desk } from './ward-desk.ts';

/** The signed-in desk, or a way to the sign-in page, or to what the account lacks before it may be used. */
export function requireDesk(locals: { readonly desk: Desk | null }): Desk {
	const desk = requireOwnDesk(locals);
	if (desk.people.session.mustSetUp) redirect(303, '/ward/account');
	return desk;
}

/** As `requireDesk`, for the pages on which an account gets what it lacks. */
export function requireOwnDesk(locals: { readonly desk: Desk | null }): Desk {
	if (!locals.desk) redirect(303, '/ward/sign-in');
	return locals.desk;
}

/** The desk of somebody who gave the password within the last five minutes, or a way to give it and come back. */
export function requireFreshDesk(locals: { readonly desk: Desk | null }, url: URL): Desk {
	const desk = requireDesk(locals);
	if (!desk.people.isFresh) redirect(303, `/ward/confirm?to=${encodeURIComponent(url.pathname + url.search)}`);
	return desk;
}

/** Where somebody may be sent on to: a page of the desk, and no other place. */
export function readWayBack(to: string | null): string {
	return to && /^\/ward(\/[\w./?&=%-]*)?$/.test(to) && !to.includes('//') ? to : '/ward';
}
