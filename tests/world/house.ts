// What the ward's wing gives the engine, in small: payloads by the real contract, numbers sealed by a play cipher, bodies
// by a play seal that is bound to its head as the real one is, and names signed by a play key.

import { createHash } from 'node:crypto';
import { parsePayload } from '../../src/lib/contract/entry.ts';
import { fail, succeed, type Result } from '../../src/lib/domain/problem.ts';
import {
	describeBundle,
	describeHead,
	type Body,
	type Bundle,
	type EntryHead,
	type SealedBody
} from '../../src/lib/sync/entry.ts';
import type { WardKeys } from '../../src/lib/sync/scope.ts';
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

/** Keys that the ward can open; another one's seal stays closed. */
export const KIDS = ['2026-00000000', '2027-00000000'] as const;
export const FOREIGN_KID = '2025-ffffffff';

/** Public keys of nobody, in the form that phones are given. */
export function wardKeys(kid: string): WardKeys {
	return { seal: { kid, publicKey: `B${'A'.repeat(86)}` }, sign: `B${'A'.repeat(86)}` };
}

export const WARD_KEYS: WardKeys = wardKeys(KIDS[0]);

/** Nobody in between reads it by accident; whoever gives it another head breaks it. */
export function playSeal(kid: string, head: EntryHead, p: unknown, salt: string): SealedBody {
	const inside = JSON.stringify({ bound: hash(`${kid} ${describeHead(head)}`), p });
	return { alg: 'hpke', kid, enc: hash(salt).slice(0, 22), ct: Buffer.from(inside).toString('base64url') };
}

export function playOpen(head: EntryHead, body: Body): Result<unknown> {
	if (body.alg === 'plain') return succeed(body.p);
	if (!KIDS.some((kid) => kid === body.kid)) return fail('entry.sealed');
	const { bound, p } = JSON.parse(Buffer.from(body.ct, 'base64url').toString('utf8'));
	return bound === hash(`${body.kid} ${describeHead(head)}`) ? succeed(p) : fail('entry.sealed');
}

/** What only the writer can make of a bundle: `key` is known to that phone and to the ward. */
export function playSign(key: string, bundle: Omit<Bundle, 'signature'>): string {
	return hash(`${key} ${describeBundle(bundle)}`);
}

/** Payloads with this field break the reader in a way nobody thought of. */
export const POISON = 'poison';

export function makeTools(protection: Protection, now: number, newId: () => string): WardTools {
	return {
		openBody: async (head, body) => playOpen(head, body),
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
