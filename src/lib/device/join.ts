// From a code on the desk's screen to a vault of one's own. The code is used up at the ward before the vault is on the
// disk, so what this phone showed the ward is kept first: asked again with the same code, the ward meets the same phone.

import { parseJoinCode, PLEDGE_WORDING } from '../contract/join.ts';
import { PROTOCOL } from '../contract/version.ts';
import { makeId, type ClientId, type RandomBytes } from '../domain/id.ts';
import { checkNewPin } from '../domain/lock.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';
import { FRESH_STATE } from '../sync/phone-port.ts';
import { createPhoneDb, ROW_FORMAT } from './db.ts';
import type { Directory, Joining, Profile } from './directory.ts';
import type { Engine } from './door.ts';
import { lookUpInvitation, sendJoin, type LinkTools } from './link.ts';
import { LOWEST_COST, measureCost, type HashPin } from './pin.ts';
import type { Me } from './session.ts';
import { catchTrouble } from './trouble.ts';
import { makeDeviceKeys, makeVault, ME_PLACE, type Cipher, type DeviceKeys } from './vault.ts';

export interface JoinOffer {
	readonly code: string;
	readonly wardName: string;
	readonly volunteerName: string;
	readonly areas: readonly string[];
	readonly expiresAt: number;
}

export interface JoinTools extends LinkTools {
	readonly engine: Engine;
	readonly randomBytes: RandomBytes;
	readonly hashPin: HashPin;
}

export async function readInvitation(typed: string, tools: JoinTools): Promise<Result<JoinOffer>> {
	const code = parseJoinCode(typed);
	if (!code) return fail('join.badCode', 'code');
	const answer = await lookUpInvitation(tools, code);
	if (!answer.ok) return answer;
	const { ward, volunteer, areas, expiresAt } = answer.value;
	return succeed({ code, wardName: ward.name, volunteerName: volunteer.name, areas, expiresAt });
}

/** Uses the code and makes the vault; everything is on the disk when it resolves. */
export async function joinWard(
	offer: JoinOffer,
	pledgeAcceptedAt: number,
	pin: string,
	directory: Directory,
	tools: JoinTools
): Promise<Result<{ profile: Profile; cipher: Cipher }>> {
	const weakness = checkNewPin(pin);
	if (weakness) return fail(weakness, 'pin');
	const prepared = await catchTrouble(() => prepareJoining(offer.code, directory, tools));
	if (!prepared.ok) return prepared;
	const { cid, keys, publicKey } = prepared.value;
	// The slow part comes before the code is used up.
	const { cipher, wrap } = await makeAffordableVault(keys, pin, tools);
	const answer = await sendJoin(tools, {
		protocol: PROTOCOL,
		code: offer.code,
		cid,
		publicKey,
		pledge: { wording: PLEDGE_WORDING, acceptedAt: pledgeAcceptedAt }
	});
	if (!answer.ok) return answer;
	const { ward, volunteer, device, epoch, now, keys: wardKeys } = answer.value;
	const me: Me = {
		volunteer: { id: volunteer.id, name: volunteer.name, role: volunteer.role },
		ward: { id: ward.id, name: ward.name }
	};
	const profile: Profile = {
		// Of the device, not of the volunteer: who joins anew on this phone must not meet what lies sealed from before.
		id: `${ward.id}-${device}`,
		format: ROW_FORMAT,
		ward: ward.id,
		device,
		keys,
		wraps: [wrap],
		wrongPins: 0,
		lastWrongAt: 0
	};
	const clockOffsetMs = now - tools.clock();
	return catchTrouble(async () => {
		const { scope: _, ...fresh } = FRESH_STATE;
		const state = { ...fresh, cid, epoch, clockOffsetMs, keys: wardKeys ?? null };
		await createPhoneDb(profile.id, tools.engine, state, await cipher.seal(ME_PLACE, me));
		await directory.writeCurrent(profile, tools.clock());
		return { profile, cipher };
	});
}

async function prepareJoining(code: string, directory: Directory, tools: JoinTools): Promise<Joining> {
	const begun = await directory.readJoining();
	if (begun?.code === code) return begun;
	const joining = {
		code,
		cid: makeId<ClientId>(tools.clock(), tools.randomBytes),
		...(await makeDeviceKeys())
	};
	await directory.writeJoining(joining);
	return joining;
}

async function makeAffordableVault(
	keys: DeviceKeys,
	pin: string,
	{ hashPin, clock }: JoinTools
): Promise<Awaited<ReturnType<typeof makeVault>>> {
	const cost = await measureCost(hashPin, clock);
	try {
		return await makeVault(keys, pin, cost, hashPin);
	} catch {
		// Fast enough, but without 64 MiB to spare.
		return makeVault(keys, pin, LOWEST_COST, hashPin);
	}
}
