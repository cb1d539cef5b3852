// The "digital buddy" of somebody who cannot do it alone (feature F078, barrier B6.1): another member of the household
// who helps on the phone. What is kept is a link to that member's own record and nothing else: no number, no word about
// either (digest k). Both have their own consent, and both were asked.

import { problem, type Problem } from './problem.ts';
import type { Day } from './day.ts';
import { isActivated, isSuccess } from './ladder.ts';
import { isOldEnough, type Person } from './person.ts';

/** Whether somebody may be written down as the one who helps: they live here, are known with their own consent, and are no child. */
export function canHelp(one: Person, helped: Pick<Person, 'id' | 'household'>, today: Day): boolean {
	return (
		one.id !== helped.id &&
		one.household === helped.household &&
		one.presence !== 'deceased' &&
		one.standing?.state !== 'moved' &&
		one.consent?.record === true &&
		isOldEnough(one, today)
	);
}

/** Who of the household may help: whoever has done it on their own account first, then the younger before the older. */
export function listHelpers(people: readonly Person[], helped: Pick<Person, 'id' | 'household'>, today: Day): Person[] {
	const rank = ({ standing }: Person) =>
		!standing ? 2 : isSuccess(standing.state) ? 0 : isActivated(standing.state) ? 1 : 2;
	return people
		.filter((one) => canHelp(one, helped, today))
		.sort((a, b) => rank(a) - rank(b) || b.birth.localeCompare(a.birth) || a.name.localeCompare(b.name, 'vi'));
}

/** Who helps somebody, as long as that member is there and may; null also for a link that leads nowhere any more. */
export function findHelper(people: readonly Person[], helped: Person, today: Day): Person | null {
	return people.find((one) => one.id === helped.buddy && canHelp(one, helped, today)) ?? null;
}

/** Whether it may be written down who helps this person: with their own consent to be written down at all. */
export function mayHaveHelper({ consent }: Pick<Person, 'consent'>): boolean {
	return consent?.record === true;
}

/** What is wrong with the one who is named as helper; nothing when nobody is. */
export function checkHelper(people: readonly Person[], helped: Person, today: Day): Problem[] {
	if (helped.buddy === undefined) return [];
	return mayHaveHelper(helped) && findHelper(people, helped, today) ? [] : [problem('field.badChoice', 'buddy')];
}

/** Whose link to somebody goes when that member takes back the consent to be written down. */
export function listHelpedBy(people: readonly Person[], helper: Pick<Person, 'id'>): Person[] {
	return people.filter(({ buddy }) => buddy === helper.id);
}
