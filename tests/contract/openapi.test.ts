// The description of the API: every route on disk is in it and nothing else, and its schemas agree with the readers.

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import * as zod from 'zod';
import * as z from 'zod/mini';
import { describeApi, ENDPOINTS } from '../../src/lib/contract/openapi.ts';
import { GET } from '../../src/routes/api/v1/openapi.json/+server.ts';

interface Described {
	readonly openapi: string;
	readonly paths: Record<string, Record<string, { operationId: string; requestBody?: { content: object } }>>;
}

const ROUTES = join(import.meta.dirname, '../../src/routes');
const api = describeApi() as Described;

it('describes every route of the API on disk, and no other', () => {
	const onDisk = readdirSync(join(ROUTES, 'api'), { recursive: true, withFileTypes: true })
		.filter((file) => file.name === '+server.ts')
		.flatMap((file) => {
			const source = readFileSync(join(file.parentPath, file.name), 'utf8');
			const methods = [
				...source.matchAll(/export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE|fallback)\b/g)
			];
			expect(methods.length, file.parentPath).toBeGreaterThan(0);
			return methods.map(([, method]) => `${method} /${relative(ROUTES, file.parentPath)}`);
		});
	const described = Object.entries(api.paths).flatMap(([path, methods]) =>
		Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
	);
	expect(described.sort()).toEqual(onDisk.sort());
	expect(ENDPOINTS).toHaveLength(onDisk.length);
});

it('is served as it is made, names every operation once, and points nowhere outside itself', async () => {
	const answer = await GET({} as never);
	expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(api)));
	const names = Object.values(api.paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId));
	expect(new Set(names).size).toBe(names.length);
	expect(api.openapi).toBe('3.1.0');
	const references = [...JSON.stringify(api).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => to);
	expect(new Set(references)).toEqual(new Set(['#/components/schemas/Problem']));
});

const SAMPLES: readonly [path: string, file: string][] = [
	['/api/v1/sync/push', 'push-request'],
	['/api/v1/sync/pull', 'pull-request'],
	['/api/v1/sync/digest', 'digest-request'],
	['/api/v1/sync/reconcile', 'reconcile-request'],
	['/api/v1/sync/deposit', 'deposit-request'],
	['/api/v1/sync/carry', 'carry-request'],
	['/api/v1/join', 'join-request'],
	['/api/v1/join/look', 'join-look-request']
];

/** A schema as the description has it, read back. */
function readBack(path: string) {
	const content = api.paths[path]!['post']!.requestBody!.content as Record<string, { schema: object }>;
	return zod.fromJSONSchema(content['application/json']!.schema as never);
}

it.each(SAMPLES)(
	'%s: a reader made from the description takes the golden sample, and refuses it without a field',
	(path, file) => {
		const sample = JSON.parse(readFileSync(join(import.meta.dirname, `v1/${file}.json`), 'utf8')) as object;
		const reader = readBack(path);
		const own = ENDPOINTS.find((one) => one.path === path && one.method === 'POST')!.request!;
		expect(z.safeParse(reader, sample).success).toBe(true);
		expect(z.safeParse(own, sample).success).toBe(true);
		for (const name of Object.keys(sample)) {
			const without = Object.fromEntries(Object.entries(sample).filter(([key]) => key !== name));
			expect(z.safeParse(reader, without).success, name).toBe(z.safeParse(own, without).success);
		}
	}
);
