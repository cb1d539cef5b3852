import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types.js';

/** A film of the ward's own; public like a leaflet, and asked for in parts by every player. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const film = await locals.ward.openFilm(params.name, request.headers.get('range'));
	if (!film) error(404);
	return new Response(film.body, { status: film.status, headers: film.headers });
};
