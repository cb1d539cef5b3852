// The cookie of a signed-in member of staff: a reference token, out of reach of scripts and of other sites.

import type { Cookies } from '@sveltejs/kit';

/** `__Host-` binds the cookie to this very host, but browsers keep it over HTTPS only: on localhost it goes without. */
function nameCookie(isSecure: boolean): string {
	return isSecure ? '__Host-gocua' : 'gocua';
}

export function startDeskSession(
	cookies: Cookies,
	isSecure: boolean,
	session: { token: string; expiresAt: number }
): void {
	cookies.set(nameCookie(isSecure), session.token, {
		path: '/',
		httpOnly: true,
		sameSite: 'strict',
		secure: isSecure,
		expires: new Date(session.expiresAt)
	});
}

export function readDeskToken(cookies: Cookies, isSecure: boolean): string | null {
	return cookies.get(nameCookie(isSecure)) ?? null;
}

/** Takes the cookie away and returns the token that it held, for the ward to end the session too. */
export function endDeskSession(cookies: Cookies, isSecure: boolean): string | null {
	const token = readDeskToken(cookies, isSecure);
	cookies.delete(nameCookie(isSecure), { path: '/', secure: isSecure });
	return token;
}
