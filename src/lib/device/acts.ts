// The acts that an open phone can decide on, together: they are loaded after the lock screen, with the session.

import { decideNewDifficulty } from './difficulty.ts';
import { decideHouseholdChanges, decideNewHousehold } from './household.ts';
import { decideNewPerson, decidePersonChanges } from './person.ts';
import {
	decideEventChanges,
	decideEventWithdrawal,
	decideHelpWithdrawal,
	decideNewEvent,
	decideNewHelp
} from './told.ts';
import { decideAnswer, decideNewVisit, decideNewcomerVisit } from './visit.ts';

export const ACTS = {
	decideNewHousehold,
	decideHouseholdChanges,
	decideNewPerson,
	decidePersonChanges,
	decideNewVisit,
	decideNewcomerVisit,
	decideAnswer,
	decideNewDifficulty,
	decideNewHelp,
	decideHelpWithdrawal,
	decideNewEvent,
	decideEventChanges,
	decideEventWithdrawal
} as const;
