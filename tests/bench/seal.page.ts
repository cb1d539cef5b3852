// Runs in the page of seal.bench.ts: the app's own seal and the app's own vault, and a watch around them.

import { openVault, makeDeviceKeys, makeVault, type Cipher } from '../../src/lib/device/vault.ts';
import { makeSeal } from '../../src/lib/device/vault/seal.ts';
import type { EntryId, RecordId } from '../../src/lib/domain/id.ts';
import type { EntryHead } from '../../src/lib/sync/entry.ts';
import { encodeHlc } from '../../src/lib/sync/hlc.ts';

/** Milliseconds for each entry. */
export interface SealTimes {
	/** To the ward, one after the other, as saves come. */
	readonly alone: number;
	/** To the ward, all at once, as what was written before the ward's key was known. */
	readonly together: number;
	/** Under the data key, one after the other: what every row costs anyway. */
	readonly vault: number;
	/** Sealed bytes of one entry. */
	readonly bytes: number;
}

declare global {
	var sealBench: (publicKey: string, count: number) => Promise<SealTimes>;
}

const WARD = '01990000-0000-7000-8000-000000000001';
/** A visit as it is written most often: nobody home, come back. */
const PAYLOAD = {
	household: '01990000-0000-7000-8000-000000000002',
	seenAt: 1_790_000_000_000,
	outcome: 'nobodyHome',
	leaflet: true,
	next: { kind: 'revisit', on: '2026-11-27', at: '19:00' },
	note: 'Chưa gặp, hẹn tối quay lại.'
};

const cheapPin = () => Promise.resolve(new Uint8Array(32));

async function openCipher(): Promise<Cipher> {
	const { keys } = await makeDeviceKeys();
	const { wrap } = await makeVault(keys, '27182818', { memoryKiB: 64, passes: 1 }, cheapPin);
	const cipher = await openVault(keys, wrap, '27182818', cheapPin);
	if (!cipher) throw new Error('the vault does not open');
	return cipher;
}

function headOf(n: number): EntryHead {
	const id = `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;
	return {
		id: id as EntryId,
		n,
		sv: 1,
		k: 'visit.add',
		e: id as RecordId,
		bv: 0,
		t: encodeHlc(PAYLOAD.seenAt, n, WARD)
	};
}

globalThis.sealBench = async (publicKey, count) => {
	const seal = makeSeal(WARD, { kid: '2026', publicKey });
	const cipher = await openCipher();
	const heads = Array.from({ length: count }, (_, i) => headOf(i + 1));
	const clock = async (work: () => Promise<unknown>) => {
		const from = performance.now();
		await work();
		return (performance.now() - from) / count;
	};
	const first = await seal(heads[0]!, PAYLOAD);
	return {
		alone: await clock(async () => {
			for (const head of heads) await seal(head, PAYLOAD);
		}),
		together: await clock(() => Promise.all(heads.map((head) => seal(head, PAYLOAD)))),
		vault: await clock(async () => {
			for (const { id, n } of heads) await cipher.seal({ table: 'outbox', id, v: n }, PAYLOAD);
		}),
		bytes: first.ct.byteLength + first.enc.byteLength
	};
};
