// What practice is made of on the screen; loaded when it begins, with its words and its frame.

import { succeed, type Result } from '$lib/domain/problem.ts';
import { practice } from '../../words/vi/practice.ts';
import type { FieldDevice } from '../device.svelte.ts';
import PracticeFrame from './PracticeFrame.svelte';
import type { Stage } from './stage.ts';

/** Begins a practice and makes ready what is shown of it. */
export async function setStage(device: FieldDevice, isGuided: boolean): Promise<Result<Stage>> {
	const begun = await device.practise(practice.quarter);
	if (!begun.ok) return begun;
	return succeed({ device: begun.value, Frame: PracticeFrame, people: begun.value.book.people.size, isGuided });
}
