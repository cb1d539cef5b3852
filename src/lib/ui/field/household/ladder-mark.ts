// The shape and colour of a ladder state: few enough to be known by heart, and never without its word.

import { isActivated, isIssued, isSuccess, type LadderState } from '$lib/domain/ladder.ts';

export type LadderShape = 'full' | 'almost' | 'half' | 'begun' | 'empty' | 'blocked' | 'out';

/** How far up: used, activated, approved, under way, nothing yet; blocked needs somebody's help, out is not counted. */
export function shapeOf(state: LadderState): LadderShape {
	if (isSuccess(state)) return 'full';
	if (isActivated(state)) return 'almost';
	if (isIssued(state)) return 'half';
	switch (state) {
		case 'cardInProgress':
		case 'appAccount':
		case 'l1Submitted':
		case 'l2Booked':
		case 'l2Submitted':
			return 'begun';
		case 'locked':
		case 'deviceLost':
		case 'cardExpired':
			return 'blocked';
		case 'moved':
		case 'deceased':
		case 'refused':
		case 'notEligible':
			return 'out';
		default:
			return 'empty';
	}
}
