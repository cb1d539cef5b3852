// Every sync request passes here: who asks, whether the ward's history still is the one that the phone was told of, and
// only then whether the phone may. A phone that is refused learns where the ward stands all the same, or it would never
// hear that its acknowledged work is lost (sync.md 2.5, W2 to W4).

import { describeRevocation } from '../contract/problem.ts';
import { dayAt } from '../domain/day.ts';
import { isId, type ClientId, type VolunteerId, type WardId } from '../domain/id.ts';
import { LIMIT } from '../domain/limit.ts';
import { problem as makeProblem, type Problem, type Result } from '../domain/problem.ts';
import type { PostedEntry, Standing } from '../sync/entry.ts';
import type { WardState } from '../sync/ward-port.ts';
import type { WardTools } from '../sync/ward.ts';
import { decideHistory, describeStanding, isInHistory, parseMark } from '../sync/watermark.ts';
import { readAssigned, type Assigned } from './area.ts';
import { writeAudit } from './audit.ts';
import { inWard, readHead, type KyselyWardTx } from './db/ward-store.ts';
import { noteDevice, readDevice, type NotedDevice } from './device.ts';
import { makeWardTools, type Site } from './site.ts';
import type { KnownDevice, SignedRequest, Told } from './ward.ts';

/** What a phone says of itself; `pend` where it says how much it has to send. */
export type Said = Pick<Standing, 'epoch' | 'wm'> & { readonly pend?: number };

/** Whose request it is, inside the transaction that serves it. */
export interface Visitor {
	readonly tx: KyselyWardTx;
	readonly ward: WardState;
	readonly tools: WardTools;
	readonly device: KnownDevice;
	readonly cid: ClientId;
	readonly deposited: number;
	readonly freshSeq: number;
	/** What the volunteer may touch; null for a phone that was shut out and may only hand in what it had written. */
	readonly assigned: Assigned | null;
}

export interface Admission {
	/** `active`: phones that are let in. `leaving`: also those that were shut out within the last days. */
	readonly who: 'active' | 'leaving';
	/** Entries whose bodies are opened before the ward's turn is taken: ciphers must not hold up other phones. */
	readonly entries?: readonly PostedEntry[];
}

/**
 * Serves one request of a phone. `work` may only be reached by a phone whose signature was right and that may; what it
 * answers, and every refusal after the signature, says where the ward stands.
 */
export async function serveDevice<Value>(
	site: Site,
	request: SignedRequest,
	said: Said,
	{ who, entries = [] }: Admission,
	work: (visitor: Visitor) => Promise<Result<Value>>
): Promise<Told<Value>> {
	const known = await readDevice(site, request);
	if (!known.ok) return known.problem.code === 'net.unauthorized' ? tellWitness(site, request, said) : known;
	const device = known.value;
	const now = site.clock();
	const tools = await openAhead(makeWardTools(site, device.ward, now), entries);
	return inWard(site.store, device.ward, now, async (tx): Promise<Told<Value>> => {
		const ward = await keepHistory(tx, site, device.ward, said, tools);
		const refuse = (problem: Problem, more: object = {}) => {
			const { epoch, wm } = describeStanding(ward, tools);
			return { ok: false as const, problem, epoch, wm, ...more };
		};
		const noted = await noteDevice(tx.trx, device, now, said.pend ?? null);
		const assigned =
			noted.revokedAt === null
				? await readAssigned(tx.trx, site.vault, device.ward, device.volunteer, dayAt(now))
				: null;
		if (!assigned && !(who === 'leaving' && isStillHeard(noted, now))) {
			const proof = site.vault.sign(describeRevocation(device.device, device.signature));
			return refuse(makeProblem('net.revoked'), { proof });
		}
		const { cid, deposited, freshSeq } = noted;
		const answer = await work({ tx, ward, tools, device, cid, deposited, freshSeq, assigned });
		return answer.ok ? answer : refuse(answer.problem);
	});
}

/** A phone that was shut out, or whose volunteer has left, is heard for some days more. */
function isStillHeard({ revokedAt, leftAt }: NotedDevice, now: number): boolean {
	const since = Math.min(revokedAt ?? Infinity, leftAt ?? Infinity);
	return now - since <= LIMIT.depositLifeMs;
}

/**
 * Somebody whom the ward does not know, though the mark that it shows is the ward's: a phone that joined after the copy
 * was made that the ward now runs on. It is told where the ward stands, and is heard as a witness.
 */
async function tellWitness(site: Site, request: SignedRequest, said: Said): Promise<Told<never>> {
	const refused = makeProblem('net.unauthorized');
	const [name = ''] = (request.device ?? '').split('.');
	if (!isId(name) || said.epoch === null || said.wm === null) return { ok: false, problem: refused };
	const ward = name as WardId;
	const now = site.clock();
	const tools = makeWardTools(site, ward, now);
	if (!parseMark(said.epoch, said.wm, tools)) return { ok: false, problem: refused };
	const { db } = site.store;
	// a look first: whoever shows an old mark again and again must not take the ward's turn each time
	const state = await db
		.selectFrom('ward')
		.select(['seq', 'head', 'epoch', 'min_seq as minSeq'])
		.where('id', '=', ward)
		.executeTakeFirst();
	if (!state) return { ok: false, problem: refused };
	const history = { readHead: (seq: number) => readHead(db, ward, seq) };
	const stands = (await isInHistory(history, state, said, tools))
		? state
		: await inWard(site.store, ward, now, (tx) => keepHistory(tx, site, ward, said, tools));
	const { epoch, wm } = describeStanding(stands, tools);
	return { ok: false, problem: refused, epoch, wm };
}

/** The ward's state after the history was looked at; a broken one leaves a line that the desk sees. */
async function keepHistory(
	tx: KyselyWardTx,
	site: Site,
	ward: WardId,
	said: Said,
	tools: WardTools
): Promise<WardState> {
	const { ward: state, isNew } = await decideHistory(tx, said, tools);
	if (isNew) {
		const actor = { id: ward, name: 'Máy chủ' };
		await writeAudit(tx.trx, site, { ward, actor, act: 'ward.timeTravel', subject: state.epoch });
	}
	return state;
}

/** The tools with every body opened already. */
export async function openAhead(tools: WardTools, entries: readonly PostedEntry[]): Promise<WardTools> {
	if (!entries.some((entry) => entry.body.alg !== 'plain')) return tools;
	const opened = new Map(
		await Promise.all(entries.map(async ({ body, ...head }) => [body, await tools.openBody(head, body)] as const))
	);
	return { ...tools, openBody: async (head, body) => opened.get(body) ?? tools.openBody(head, body) };
}

/** Whom an entry is written down to. */
export function nameActor(device: { readonly volunteer: VolunteerId; readonly device: string }): string {
	return `${device.volunteer}/${device.device}`;
}
