// The cookie of a signed-in member of staff: a reference token, out of reach of scripts and of other sites.

import type { Cookies } from '@sveltejs/kit';

/** Whose cookie: two accounts of different kinds may be open beside each other. */
type Kind = 'gocua' | 'gocua-province';

/** `__Host-` binds the cookie to this very host, but browsers keep it over HTTPS only: on localhost it goes without. */
function nameCookie(isSecure: boolean, kind: Kind): string {
	return isSecure ? `__Host-${kind}` : kind;
}

interface Started {
	readonly token: string;
	readonly expiresAt: number;
}

function start(cookies: Cookies, isSecure: boolean, kind: Kind, session: Started): void {
	cookies.set(nameCookie(isSecure, kind), session.token, {
		path: '/',
		httpOnly: true,
		sameSite: 'strict',
		secure: isSecure,
		expires: new Date(session.expiresAt)
	});
}

function end(cookies: Cookies, isSecure: boolean, kind: Kind): string | null {
	const token = cookies.get(nameCookie(isSecure, kind)) ?? null;
	cookies.delete(nameCookie(isSecure, kind), { path: '/', secure: isSecure });
	return token;
}

export function startDeskSession(cookies: Cookies, isSecure: boolean, session: Started): void {
	start(cookies, isSecure, 'gocua', session);
}

export function readDeskToken(cookies: Cookies, isSecure: boolean): string | null {
	return cookies.get(nameCookie(isSecure, 'gocua')) ?? null;
}

/** Takes the cookie away and returns the token that it held, for the ward to end the session too. */
export function endDeskSession(cookies: Cookies, isSecure: boolean): string | null {
	return end(cookies, isSecure, 'gocua');
}

/** The same for whoever reads for the province (province.ts). */
export function startProvinceSession(cookies: Cookies, isSecure: boolean, session: Started): void {
	start(cookies, isSecure, 'gocua-province', session);
}

export function readProvinceToken(cookies: Cookies, isSecure: boolean): string | null {
	return cookies.get(nameCookie(isSecure, 'gocua-province')) ?? null;
}

export function endProvinceSession(cookies: Cookies, isSecure: boolean): string | null {
	return end(cookies, isSecure, 'gocua-province');
}
