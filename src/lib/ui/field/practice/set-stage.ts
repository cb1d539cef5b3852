// What practice is made of on the screen; loaded when it begins, with its words and its frame.

import type { Problem } from '$lib/domain/problem.ts';
import { practice } from '../../words/vi/practice.ts';
import type { FieldDevice, Practising } from '../device.svelte.ts';
import PracticeFrame from './PracticeFrame.svelte';

/** Begins a practice and shows its list of doors; or why not. */
export async function setStage(
	place: Practising,
	real: FieldDevice,
	goTo: (path: string) => Promise<void>,
	isGuided: boolean
): Promise<Problem | null> {
	const begun = await real.practise(practice.quarter);
	if (!begun.ok) return begun.problem;
	const device = begun.value;
	place.stage = {
		device,
		Frame: PracticeFrame,
		people: device.book.people.size,
		isGuided,
		async end() {
			await device.close();
			place.stage = null;
			// whatever address it was at names a door that is no more
			await goTo('/');
		}
	};
	await goTo('/doors');
	return null;
}
