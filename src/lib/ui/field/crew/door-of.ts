// Which door a screen of the app is about, by its address.

import { isId, type HouseholdId } from '$lib/domain/id.ts';

/** The door of `/doors/ID...` and `/visit/ID`; null on every other screen. */
export function doorOf(path: string): HouseholdId | null {
	const found = /^\/(?:doors|visit)\/([^/]+)/.exec(path)?.[1];
	return found !== undefined && isId(found) ? (found as HouseholdId) : null;
}
