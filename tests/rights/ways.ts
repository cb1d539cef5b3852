// Every way into the server as it lies on disk, and what becomes of somebody who goes it.

import { strFromU8, unzipSync } from 'fflate';
import { isActionFailure, isHttpError, isRedirect } from '@sveltejs/kit';
import type { Ward } from '../../src/lib/server/ward.ts';
import type { Desk } from '../../src/lib/server/ward-desk.ts';

type Go = (event: never) => unknown;

const MODULES = import.meta.glob<Record<string, unknown>>([
	'../../src/routes/**/+page.server.ts',
	'../../src/routes/**/+layout.server.ts',
	'../../src/routes/**/+server.ts'
]);

/** `/ward/review` of `../../src/routes/(console)/ward/review/+page.server.ts`. */
function routeOf(file: string): string {
	const folder = file.slice(file.indexOf('/routes/') + '/routes'.length, file.lastIndexOf('/'));
	return folder.replace(/\/\([^)]+\)/g, '') || '/';
}

/** Every way by its name, with what goes it. */
export async function listWays(): Promise<ReadonlyMap<string, Go>> {
	const ways = new Map<string, Go>();
	for (const [file, load] of Object.entries(MODULES)) {
		const route = routeOf(file);
		const module = await load();
		if (module['load']) ways.set(`${route} ${file.includes('+layout') ? 'layout' : 'load'}`, module['load'] as Go);
		for (const [name, act] of Object.entries((module['actions'] ?? {}) as Record<string, Go>))
			ways.set(`${route} ?/${name}`, act);
		for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'fallback'])
			if (module[method]) ways.set(`${route} ${method}`, module[method] as Go);
	}
	return ways;
}

/** Ways that the table does not know, and lines of the table that lead nowhere. */
export function findGaps(ways: Iterable<string>, table: Readonly<Record<string, unknown>>): string[] {
	const known = new Set(ways);
	return [
		...[...known].filter((way) => !Object.hasOwn(table, way)).map((way) => `${way} has no line`),
		...Object.keys(table)
			.filter((way) => !known.has(way))
			.map((way) => `${way} is not there`)
	];
}

export interface Visitor {
	readonly ward: Ward;
	readonly desk: Desk | null;
	readonly params: Readonly<Record<string, string>>;
	readonly query: Readonly<Record<string, string>>;
	readonly form: readonly (readonly [string, string])[];
}

export interface Outcome {
	/** Answered; answered with a problem of the matter; refused; not there; sent to the door, or elsewhere. */
	readonly is: 'in' | 'problem' | 'refused' | 'nothing' | 'door' | 'elsewhere';
	/** Everything that was said. */
	readonly text: string;
}

/** What a body says; documents and workbooks are packed. */
function readBody(bytes: Uint8Array): string {
	const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
	return isPacked
		? Object.values(unzipSync(bytes))
				.map((part) => strFromU8(part))
				.join('\n')
		: strFromU8(bytes);
}

export async function go(way: string, act: Go, visitor: Visitor): Promise<Outcome> {
	const [route = '', what = ''] = way.split(' ');
	const isRead = what === 'load' || what === 'layout' || what === 'GET';
	const url = new URL(`http://localhost:3000${route}?${new URLSearchParams(visitor.query)}`);
	const body = new FormData();
	for (const [name, value] of visitor.form) body.append(name, value);
	const event = {
		locals: { ward: visitor.ward, desk: visitor.desk },
		params: visitor.params,
		url,
		route: { id: route },
		request: new Request(url, isRead ? {} : { method: 'POST', body }),
		cookies: { get: () => undefined, set: () => {}, delete: () => {} },
		getClientAddress: () => '10.0.0.3',
		setHeaders: () => {},
		depends: () => {},
		parent: async () => ({})
	};
	try {
		const value = await act(event as never);
		if (value instanceof Response) {
			const text = readBody(new Uint8Array(await value.arrayBuffer()));
			if (value.status === 401 || value.status === 403) return { is: 'refused', text };
			return { is: value.ok ? 'in' : 'problem', text };
		}
		const text = JSON.stringify(value) ?? '';
		if (!isActionFailure(value)) return { is: 'in', text };
		return { is: text.includes('"staff.notAllowed"') ? 'refused' : 'problem', text };
	} catch (error) {
		if (isRedirect(error)) return { is: error.location.startsWith('/ward/sign-in') ? 'door' : 'elsewhere', text: '' };
		if (!isHttpError(error)) throw error;
		return { is: error.status === 403 ? 'refused' : error.status === 404 ? 'nothing' : 'problem', text: '' };
	}
}
