// The one closed table of what can go wrong. A problem is plain data: it survives a worker and the wire.
// Sentences for people live in ui/words, typed so that a missing one does not compile.

/** Every code, with whether trying the same thing again can help. */
export const PROBLEMS = {
	// card
	'card.notCard': { retry: false },
	'card.vneid': { retry: false },
	'card.bank': { retry: false },
	'card.url': { retry: false },
	'card.healthInsurance': { retry: false },
	'card.contact': { retry: false },
	'card.joinCode': { retry: false },
	'card.tooLong': { retry: false },
	'card.badNumber': { retry: true },
	'card.badName': { retry: true },
	'card.badBirth': { retry: true },
	'card.badSex': { retry: true },
	'card.badIssued': { retry: true },
	// camera and scanning
	'camera.denied': { retry: true },
	'camera.absent': { retry: false },
	'camera.busy': { retry: true },
	'camera.insecure': { retry: false },
	'scan.unavailable': { retry: true },
	// fields that a person fills
	'field.required': { retry: true },
	'field.tooLong': { retry: true },
	'field.badDay': { retry: true },
	'field.badPhone': { retry: true },
	'field.badChoice': { retry: true },
	'field.badAddress': { retry: true },
	'field.noConsent': { retry: true },
	'field.phoneBorrowed': { retry: true },
	'field.reasonNeeded': { retry: true },
	'note.secretCode': { retry: true },
	'note.password': { retry: true },
	'note.idNumber': { retry: true },
	'note.phone': { retry: true },
	'note.bankNumber': { retry: true },
	// joining and unlocking
	'join.badCode': { retry: true },
	'join.used': { retry: false },
	'join.expired': { retry: false },
	'join.tooMany': { retry: true },
	'pin.tooShort': { retry: true },
	'pin.tooEasy': { retry: true },
	'pin.mismatch': { retry: true },
	'pin.wrong': { retry: true },
	'pin.wait': { retry: true },
	'passkey.unavailable': { retry: true },
	'vault.locked': { retry: true },
	'vault.damaged': { retry: false },
	// stores on the phone
	'store.full': { retry: true },
	'store.blocked': { retry: true },
	'store.failed': { retry: true },
	// network and ward, by the class of what to do (sync.md 2.7)
	'net.offline': { retry: true },
	'net.timeout': { retry: true },
	'net.notWard': { retry: true },
	'net.busy': { retry: true },
	'net.tooLarge': { retry: true },
	'net.clock': { retry: true },
	'net.unauthorized': { retry: false },
	'net.revoked': { retry: false },
	'net.upgrade': { retry: false },
	'net.resync': { retry: true },
	'net.badRequest': { retry: false },
	// rescue without a network: files and rows of pictures from phone to phone, and to the desk
	'rescue.nothing': { retry: false },
	'rescue.foreign': { retry: false },
	'rescue.damaged': { retry: true },
	'rescue.otherWard': { retry: false },
	'rescue.tooLarge': { retry: false },
	'rescue.full': { retry: true },
	'rescue.tooOld': { retry: false },
	'rescue.otherRow': { retry: true },
	// a lane that goes on from phone to phone
	'relay.foreign': { retry: true },
	'relay.nothing': { retry: false },
	'relay.tooMany': { retry: true },
	'relay.noKey': { retry: true },
	'relay.expired': { retry: true },
	'relay.notYours': { retry: false },
	'relay.noDoors': { retry: true },
	'relay.own': { retry: false },
	// why the ward keeps an entry aside (quarantine and hold)
	'entry.invalid': { retry: false },
	'entry.unknownKind': { retry: false },
	'entry.unknownVersion': { retry: false },
	'entry.sealed': { retry: false },
	'entry.deposited': { retry: false },
	'entry.unknownSender': { retry: false },
	'entry.idReuse': { retry: false },
	'entry.outOfScope': { retry: false },
	'entry.missingParent': { retry: true },
	'entry.tooLarge': { retry: false },
	'entry.notAllowed': { retry: false },
	// desk
	'staff.badSignIn': { retry: true },
	'staff.tooMany': { retry: true },
	'staff.signedOut': { retry: true },
	'staff.notAllowed': { retry: false },
	'staff.badCode': { retry: true },
	'staff.badPasskey': { retry: true },
	'staff.passkeysFull': { retry: false },
	'staff.freshNeeded': { retry: true },
	'staff.wrongPassword': { retry: true },
	'staff.lastAdministrator': { retry: false },
	'password.tooEasy': { retry: true },
	'province.badKey': { retry: true },
	'reveal.hourLimit': { retry: true },
	'reveal.dayLimit': { retry: true },
	'review.changedSince': { retry: true },
	'review.notWaiting': { retry: false },
	'review.tooManyFilters': { retry: true },
	'desk.changedSince': { retry: true },
	'desk.notOpen': { retry: false },
	'twin.inConflict': { retry: true },
	'badge.badPhoto': { retry: true },
	'badge.noConsent': { retry: true },
	'badge.tooMany': { retry: true },
	// lists that the ward brings in
	'list.tooLarge': { retry: false },
	'list.tooManyRows': { retry: false },
	'list.empty': { retry: false },
	'list.notTable': { retry: false },
	'list.macros': { retry: false },
	'list.interrupted': { retry: true },
	'list.noColumns': { retry: true },
	'list.changedSince': { retry: true },
	'list.busy': { retry: true },
	// campaigns, figures and reports
	'figure.badCount': { retry: true },
	'figure.datesOrder': { retry: true },
	'figure.tooMany': { retry: false },
	'list.tooMany': { retry: true },
	// mobile sessions
	'session.full': { retry: true },
	'session.tooMany': { retry: false },
	// content: why a pack or an edit of it is not taken
	'content.invalid': { retry: false },
	'content.older': { retry: false },
	'content.damaged': { retry: true },
	'content.faulty': { retry: true },
	'content.changedSince': { retry: true },
	// films that the ward adds
	'film.tooLarge': { retry: false },
	'film.notFilm': { retry: false },
	'film.interrupted': { retry: true }
} as const satisfies Record<string, { retry: boolean }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** An expected failure. `at` names the field or place; `waitMs` says how long to wait before trying again. */
export interface Problem {
	readonly code: ProblemCode;
	readonly at?: string;
	readonly retry: boolean;
	readonly waitMs?: number;
}

/** An answer that may be a problem; never thrown. */
export type Result<Value> =
	{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

export function problem(code: ProblemCode, at?: string, waitMs?: number): Problem {
	return { code, retry: PROBLEMS[code].retry, ...(at === undefined ? {} : { at }), ...(waitMs ? { waitMs } : {}) };
}

export function succeed<Value>(value: Value): Result<Value> {
	return { ok: true, value };
}

export function fail<Value = never>(code: ProblemCode, at?: string, waitMs?: number): Result<Value> {
	return { ok: false, problem: problem(code, at, waitMs) };
}

/** Carries a problem that is already made, for instance across a worker, as a failed answer. */
export function failWith<Value = never>(cause: Problem): Result<Value> {
	return { ok: false, problem: cause };
}
