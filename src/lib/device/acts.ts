// The acts that an open phone can decide on, together: they are loaded after the lock screen, with the session.

import { decideNewDifficulty } from './difficulty.ts';
import { decideHouseholdChanges, decideNewHousehold } from './household.ts';
import { decideNewPerson, decidePersonChanges } from './person.ts';
import { decideAnswer, decideNewVisit, decideNewcomerVisit } from './visit.ts';

export const ACTS = {
	decideNewHousehold,
	decideHouseholdChanges,
	decideNewPerson,
	decidePersonChanges,
	decideNewVisit,
	decideNewcomerVisit,
	decideAnswer,
	decideNewDifficulty
} as const;
