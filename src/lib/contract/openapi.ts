// The wire described for other programs (OpenAPI 3.1), made from the very schemas that read it: what stands here cannot
// come to differ from what is taken. Served at /api/v1/openapi.json; not part of what is built for a phone.

import * as z from 'zod/mini';
import { carryRequest } from './carry.ts';
import { depositRequest } from './deposit.ts';
import { digestAnswer, digestRequest } from './digest.ts';
import { contentAnswer, contentRequest } from './edition.ts';
import { exportFigures, exportVisits, type ExportScope } from './export.ts';
import { joinAnswer, joinLookAnswer, joinLookRequest, joinRequest } from './join.ts';
import { problemAnswer } from './problem.ts';
import { pullAnswer, pullRequest } from './pull.ts';
import { pushAnswer, pushRequest } from './push.ts';
import { reconcileAnswer, reconcileRequest } from './reconcile.ts';
import { DEVICE_HEADER, DEVICE_SIGNATURE_HEADER, DEVICE_TIME_HEADER, PROTOCOL, SYNC_HEADER } from './version.ts';

type Schema = z.core.$ZodType;

/** One question of the API. */
export interface Endpoint {
	readonly path: string;
	readonly method: 'GET' | 'POST';
	readonly what: string;
	/** Null where nothing is sent. */
	readonly request: Schema | null;
	/** Null where the answer has a format of its own. */
	readonly answer: Schema | null;
	/** A phone shows who it is, by its signature. */
	readonly isSigned: boolean;
	/** A program of the ward's own shows a token for this. */
	readonly scope?: ExportScope;
	/** Names of what may stand behind the question mark. */
	readonly query?: readonly string[];
}

const sync = (name: string, what: string, request: Schema, answer: Schema): Endpoint => ({
	path: `/api/v1/sync/${name}`,
	method: 'POST',
	what,
	request,
	answer,
	isSigned: true
});

/** Every question of version 1; a test compares it with the routes on disk. */
export const ENDPOINTS: readonly Endpoint[] = [
	sync('push', 'Entries up, one verdict for each', pushRequest, pushAnswer),
	sync('pull', 'One page of rows down', pullRequest, pullAnswer),
	sync('digest', 'Whether the copies of phone and ward agree', digestRequest, digestAnswer),
	sync('reconcile', 'Which of these entries the ward lacks', reconcileRequest, reconcileAnswer),
	sync('deposit', 'What a phone wrote before it was shut out', depositRequest, pushAnswer),
	sync('carry', 'Entries of another phone, sealed', carryRequest, pushAnswer),
	{
		path: '/api/v1/join/look',
		method: 'POST',
		what: 'Whose invitation a code is',
		request: joinLookRequest,
		answer: joinLookAnswer,
		isSigned: false
	},
	{
		path: '/api/v1/join',
		method: 'POST',
		what: 'Registers a phone with a code',
		request: joinRequest,
		answer: joinAnswer,
		isSigned: false
	},
	{
		path: '/api/v1/content',
		method: 'POST',
		what: 'What a phone lacks of the published content',
		request: contentRequest,
		answer: contentAnswer,
		isSigned: true
	},
	{
		path: '/api/v1/content',
		method: 'GET',
		what: 'The whole published content, for anybody',
		request: null,
		answer: null,
		isSigned: false,
		query: ['ward', 'language']
	},
	{
		path: '/api/v1/export/figures',
		method: 'GET',
		what: 'Counts of the ward and its areas, for a program of the ward',
		request: null,
		answer: exportFigures,
		isSigned: false,
		scope: 'figures'
	},
	{
		path: '/api/v1/export/visits',
		method: 'GET',
		what: 'Visits without anybody in them, in the order of their last change, for a program of the ward',
		request: null,
		answer: exportVisits,
		isSigned: false,
		scope: 'visits',
		query: ['after']
	},
	{
		path: '/api/v1/openapi.json',
		method: 'GET',
		what: 'This description',
		request: null,
		answer: null,
		isSigned: false
	}
];

/** `input` is what may be sent; what only code can check (a calendar date, a code's letters) stands there as its plain type. */
function describe(schema: Schema | null): object {
	return schema ? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-2020-12' }) : {};
}

const json = (schema: object) => ({ 'application/json': { schema } });

/** The whole description. */
export function describeApi(): object {
	const header = (name: string, description: string) => ({
		name,
		in: 'header',
		required: true,
		description,
		schema: { type: 'string' }
	});
	const paths: Record<string, Record<string, object>> = {};
	for (const { path, method, what, request, answer, isSigned, scope, query = [] } of ENDPOINTS) {
		const named = query.map((name) => ({ name, in: 'query', schema: { type: 'string' } }));
		const marked = method === 'POST' ? [header(SYNC_HEADER, 'Any value: says that it is no form of another site')] : [];
		paths[path] = {
			...paths[path],
			[method.toLowerCase()]: {
				operationId: `${method.toLowerCase()}${path.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
				summary: what,
				parameters: [...marked, ...named],
				security: isSigned ? [{ device: [], time: [], signature: [] }] : scope ? [{ token: [scope] }] : [],
				...(request ? { requestBody: { required: true, content: json(describe(request)) } } : {}),
				responses: {
					200: { description: 'Done', content: json(describe(answer)) },
					default: {
						description: 'Refused, with the reason as a code',
						content: json({ $ref: '#/components/schemas/Problem' })
					}
				}
			}
		};
	}
	const key = (name: string, description: string) => ({ type: 'apiKey', in: 'header', name, description });
	return {
		openapi: '3.1.0',
		info: {
			title: 'Gõ Cửa',
			version: `${PROTOCOL}`,
			description:
				'Fields may be added to version 1 and are ignored by who does not know them; nothing is taken away or changes its meaning. ' +
				'What must change gets /api/v2, and version 1 goes on for at least a year after.'
		},
		paths,
		components: {
			schemas: { Problem: describe(problemAnswer) },
			securitySchemes: {
				token: { type: 'http', scheme: 'bearer', description: 'made by npm run ward -- add-token' },
				device: key(DEVICE_HEADER, 'ward id, a dot, device id'),
				time: key(DEVICE_TIME_HEADER, 'milliseconds since 1970, by the clock of the ward'),
				signature: key(
					DEVICE_SIGNATURE_HEADER,
					'base64url of ECDSA P-256 SHA-256 over method, path, time and hex SHA-256 of the body, one per line'
				)
			}
		}
	};
}
