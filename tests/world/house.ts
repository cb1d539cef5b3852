// What the ward's wing gives the engine, in small: payloads by the real contract, numbers sealed by a play cipher.

import { createHash } from 'node:crypto';
import { parsePayload } from '../../src/lib/contract/entry.ts';
import { fail, succeed } from '../../src/lib/domain/problem.ts';
import type { WardKeys } from '../../src/lib/sync/entry.ts';
import type { Fields } from '../../src/lib/sync/record.ts';
import type { Protection } from '../../src/lib/sync/ward-port.ts';
import type { WardTools } from '../../src/lib/sync/ward.ts';

export function hash(text: string): string {
	return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Looks different each time it seals, as a real cipher does; the index tells equal numbers. */
export function makeProtection(): Protection {
	let sealed = 0;
	return {
		async protect(fields) {
			const { personalId, ...rest } = fields;
			if (personalId === undefined) return rest;
			if (typeof personalId !== 'string') throw new Error('not a number to seal');
			sealed += 1;
			const index = hash(`index ${personalId}`).slice(0, 16);
			return { ...rest, idKeep: { sealed: hash(`${sealed} ${personalId}`), index, tail: personalId.slice(-4) } };
		},
		reveal(_table, fields) {
			const { idKeep, ...rest } = fields;
			const tail = (idKeep as { tail?: string } | undefined)?.tail;
			return tail === undefined ? rest : { ...rest, idTail: tail };
		}
	};
}

/** Public keys of nobody, in the form that phones are given. */
export const WARD_KEYS: WardKeys = {
	seal: { kid: '2026-00000000', publicKey: `B${'A'.repeat(86)}` },
	sign: `B${'A'.repeat(86)}`
};

/** Payloads with this field break the reader in a way nobody thought of. */
export const POISON = 'poison';

export function makeTools(protection: Protection, now: number, newId: () => string): WardTools {
	return {
		openBody: async (_head, body) => (body.alg === 'plain' ? succeed(body.p) : fail('entry.sealed')),
		readPayload(kind, sv, p) {
			if (Object.hasOwn(p as Fields, POISON)) throw new TypeError('planted: this payload breaks its reader');
			return parsePayload(kind, sv, p);
		},
		protection,
		hash,
		mac: (text) => hash(`mac ${text}`),
		now,
		newId
	};
}
