import { expect, test, vi } from 'vitest';
import type { Day } from '$lib/domain/day.ts';
import { problem } from '$lib/domain/problem.ts';
import { BANK_CODE, CARD_S07, VNEID_LIKE } from '../../../../../tests/fixtures/cards.ts';
import { Scan, type Wanted } from './scan.svelte.ts';

function openScan(wanted: Wanted = 'card') {
	const onCard = vi.fn();
	const onText = vi.fn();
	return { scan: new Scan({ today: '2026-11-20' as Day, wanted, onCard, onText }), onCard, onText };
}

test('a card is handed over once, and nothing is read after it', () => {
	const { scan, onCard } = openScan();
	scan.noteReady();
	scan.read(CARD_S07);
	scan.read(CARD_S07);
	expect(onCard).toHaveBeenCalledOnce();
	expect(onCard.mock.calls[0]?.slice(1)).toEqual([
		['unknownPlaceCode'],
		'scan',
		'23 Ngõ 12, Khu phố 3, Hòa An, Cẩm Lệ, Đà Nẵng'
	]);
	expect([scan.isDone, scan.isLooking]).toEqual([true, false]);
});

test('foreign codes are refused with their reason and scanning goes on', () => {
	const { scan, onCard } = openScan();
	scan.read(VNEID_LIKE);
	expect(scan.refusal).toBe('card.vneid');
	scan.read(BANK_CODE);
	expect(scan.refusal).toBe('card.bank');
	scan.read(CARD_S07);
	expect(scan.refusal).toBeNull();
	expect(onCard).toHaveBeenCalledOnce();
});

test('after three failures of either kind manual entry is the better way', () => {
	const { scan } = openScan();
	scan.noteSilence();
	expect([scan.isSilent, scan.isManualBetter]).toEqual([true, false]);
	scan.read(BANK_CODE);
	expect([scan.isSilent, scan.isManualBetter]).toEqual([false, false]);
	scan.noteSilence();
	expect(scan.isManualBetter).toBe(true);
});

test('without a camera manual entry is the better way at once, until it comes back', () => {
	const { scan } = openScan();
	scan.noteProblem(problem('camera.denied'));
	expect([scan.problem, scan.isManualBetter, scan.isLooking]).toEqual(['camera.denied', true, false]);
	scan.noteReady();
	expect([scan.problem, scan.isManualBetter, scan.isLooking]).toEqual([null, false, true]);
});

test('failures stay counted when a person comes back from typing', () => {
	const { scan } = openScan();
	for (let i = 0; i < 3; i++) scan.noteSilence();
	scan.openManual();
	expect(scan.face).toBe('manual');
	scan.openCamera();
	expect([scan.face, scan.isSilent, scan.isManualBetter]).toEqual(['camera', false, true]);
});

test('where the invitation is wanted, only its code goes through', () => {
	const { scan, onCard, onText } = openScan('join');
	scan.read(CARD_S07);
	expect(scan.refusal).toBe('notJoinCode');
	scan.read(' GOCUA:ABCD-EFGH-JKLM-NPQR ');
	expect(onText).toHaveBeenCalledExactlyOnceWith('GOCUA:ABCD-EFGH-JKLM-NPQR');
	expect(onCard).not.toHaveBeenCalled();
});
