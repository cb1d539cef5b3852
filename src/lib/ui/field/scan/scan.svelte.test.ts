import { expect, test, vi } from 'vitest';
import type { Day } from '$lib/domain/day.ts';
import { problem } from '$lib/domain/problem.ts';
import { BANK_CODE, CARD_S01, CARD_S07, VNEID_LIKE } from '../../../../../tests/fixtures/cards.ts';
import { Scan, type Wanted } from './scan.svelte.ts';

function openScan(wanted: Wanted = 'card') {
	const onCard = vi.fn();
	const onText = vi.fn();
	const onSignal = vi.fn();
	return { scan: new Scan({ today: '2026-11-20' as Day, wanted, onCard, onText, onSignal }), onCard, onText, onSignal };
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

test('of a household each card is taken once, with a signal, and the camera stays on', () => {
	const { scan, onCard, onSignal } = openScan('household');
	scan.noteReady();
	for (const text of [CARD_S01, CARD_S07, CARD_S01]) scan.read(text);
	expect(scan.reads.map(({ card }) => card.name)).toEqual(['Ngô Thị Sen', 'Phùng Thị Mơ']);
	expect([scan.repeated, scan.isLooking, onSignal.mock.calls.length]).toEqual(['Ngô Thị Sen', true, 2]);
	expect(onCard).not.toHaveBeenCalled();
	scan.read(VNEID_LIKE);
	expect([scan.refusal, scan.reads.length]).toEqual(['card.vneid', 2]);
});

test('what would help is told until a card is read', () => {
	const { scan } = openScan('household');
	scan.noteHint('nearer');
	expect(scan.hint).toBe('nearer');
	scan.read(CARD_S01);
	expect(scan.hint).toBeNull();
});

test('a picture from a file is read like a card in view; one without a code counts as a failure until another is tried', async () => {
	const { scan, onCard } = openScan();
	const reading = scan.readPicture(Promise.resolve(null));
	expect(scan.picture).toBe('busy');
	await reading;
	expect([scan.picture, scan.failures]).toEqual(['empty', 1]);
	// what the camera sees in passing does not take the answer away before it was read
	scan.noteHint('nearer');
	scan.noteHint(null);
	expect(scan.picture).toBe('empty');
	scan.noteSilence();
	expect([scan.picture, scan.isSilent]).toEqual([null, true]);
	await scan.readPicture(Promise.reject(new Error('no picture')));
	expect([scan.picture, scan.failures]).toEqual(['empty', 3]);
	scan.read(VNEID_LIKE);
	expect([scan.picture, scan.refusal]).toEqual([null, 'card.vneid']);
	await scan.readPicture(Promise.resolve(CARD_S01));
	expect([scan.picture, onCard.mock.calls.length]).toEqual([null, 1]);
});
