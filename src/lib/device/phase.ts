// What a phone may be to whoever opens the app.

import type { Problem } from '../domain/problem.ts';
import type { RetireReason } from './directory.ts';

export type Phase =
	/** The stores are being opened. */
	| { readonly kind: 'starting' }
	/** This browser cannot keep anything (private mode, blocked or damaged storage). */
	| { readonly kind: 'broken'; readonly problem: Problem }
	/** Nobody has joined on this phone. */
	| { readonly kind: 'new' }
	/** Joined and closed. `waitMs` above 0: so long until another PIN may be tried. */
	| { readonly kind: 'locked'; readonly wrongPins: number; readonly waitMs: number }
	| { readonly kind: 'open' }
	/** What was on this phone can be read no more; so many entries wait, sealed to the ward, and so many were lost. */
	| { readonly kind: 'erased'; readonly reason: RetireReason; readonly waiting: number; readonly lost: number };
