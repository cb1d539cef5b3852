// What may be wrong with a pack whose shape is right, in words for whoever edits it.

export const FAULTS = {
	lostStep: 'leads to a step that is not there, or two steps share a name',
	deadEnd: 'a step with no way on and no stop',
	unreachable: 'a step that no answer leads to',
	endless: 'answers that can go round for ever: one step of the ring needs a limit',
	noSources: 'says nothing about where it comes from',
	noSuccessor: 'is over and names nothing that took its place',
	brokenLink: 'links to an item that is neither in the pack nor planned',
	doubledId: 'two items share an id',
	forbiddenDomain: 'names an address other than https://vneid.gov.vn and https://dichvucong.gov.vn',
	misspelling: 'is written in a way that the seeds got wrong (terms.md 3)',
	forbiddenNumber: 'names a number that the pack may not ship (digest j)',
	notWardConfirmed: 'names a number without marking that the ward must confirm it',
	unknownLabel: 'quotes words that stand on no screen that the digest knows',
	notMarked: 'rests on a source that is not confirmed, and is not marked so',
	abolishedUnit: 'names the level of administration that ended on 01/07/2025',
	noResidentText: 'is done by the resident but gives the resident nothing to read',
	badDayQuestion: 'asks for the day of a notice without a way on for "in time" and for "too late"',
	unknownFact: 'names a fact in braces that no ward can fill in',
	unknownKind: 'is an article of a kind that nobody can show',
	badFacts: 'lacks a fact that its kind must carry, or carries it in another shape',
	noTopic: 'is a guide that stands on no shelf',
	tooLong: 'is a card to read out with more than 60 words',
	asksForInput: 'has a field to type into; nothing a resident types may pass through this app',
	secretInOtherHands: 'has a code, password or passcode typed by somebody else than the resident'
} as const;
export type FaultKind = keyof typeof FAULTS;

export interface Fault {
	/** Way to the fault: `guides/P5/otp/say`. */
	readonly place: string;
	readonly kind: FaultKind;
	readonly found?: string;
}
