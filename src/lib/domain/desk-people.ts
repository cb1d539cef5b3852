// Who works at the desk, as the desk's own pages show it: accounts, sessions, the second step of signing in.

import type { Area } from './area.ts';
import type { StaffRole } from './desk.ts';
import type { AreaId, StaffId } from './id.ts';
import type { PasskeyRow } from './passkey.ts';

/** The session of the request that asks. */
export interface DeskSession {
	readonly id: string;
	/** Until when the password counts as just given; 0 when it does not. */
	readonly freshUntil: number;
	/** What has to be done before anything else: a password that somebody else made, or a second step that the ward asks. */
	readonly mustSetUp: 'password' | 'code' | null;
}

/** What whoever gave name and password gets. */
export interface SignedIn {
	readonly token: string;
	readonly expiresAt: number;
	/** The token opens nothing yet: the code of the authenticator app is missing. */
	readonly needsCode: boolean;
}

export interface SessionRow {
	readonly id: string;
	readonly staff: StaffId;
	readonly staffName: string;
	/** Browser and system in two words, as the browser says. */
	readonly agent: string;
	readonly startedAt: number;
	readonly seenAt: number;
	readonly isOwn: boolean;
}

export interface StaffRow {
	readonly id: StaffId;
	readonly username: string;
	readonly name: string;
	readonly role: StaffRole;
	/** Areas to which the view is confined; empty for the whole ward. */
	readonly areas: readonly AreaId[];
	readonly hasCode: boolean;
	/** How many. */
	readonly passkeys: number;
	readonly mustChange: boolean;
	readonly signedInAt: number | null;
	readonly disabledAt: number | null;
	readonly isOwn: boolean;
}

export interface StaffPage {
	readonly rows: readonly StaffRow[];
	readonly sessions: readonly SessionRow[];
	readonly areas: readonly Area[];
	readonly codeRequired: boolean;
}

/** One's own account. */
export interface AccountPage {
	readonly username: string;
	readonly hasCode: boolean;
	/** Codes on paper that were not used yet. */
	readonly recoveryLeft: number;
	readonly codeRequired: boolean;
	readonly passkeys: readonly PasskeyRow[];
	readonly sessions: readonly SessionRow[];
}

/** A secret that waits for its first code. */
export interface CodeOffer {
	/** What the QR holds. */
	readonly uri: string;
	/** The same secret for typing, in groups of four. */
	readonly secret: string;
}

/** A password that the program made: shown once. */
export interface NewPassword {
	readonly username: string;
	readonly name: string;
	readonly password: string;
}

/** `Chrome · Android`: enough to know one's own computer again, and not a trace of it. */
export function describeAgent(userAgent: string): string {
	const find = (table: readonly (readonly [RegExp, string])[]) => table.find(([is]) => is.test(userAgent))?.[1] ?? '?';
	return `${find(BROWSERS)} · ${find(SYSTEMS)}`;
}

/** Those that pretend to be another one stand before it. */
const BROWSERS = [
	[/Edg\w*\//, 'Edge'],
	[/coc_coc_browser|CocCoc/i, 'Cốc Cốc'],
	[/Firefox\//, 'Firefox'],
	[/Chrom(e|ium)\//, 'Chrome'],
	[/Safari\//, 'Safari']
] as const;
const SYSTEMS = [
	[/Android/, 'Android'],
	[/iPhone|iPad/, 'iOS'],
	[/Windows/, 'Windows'],
	[/Mac OS X/, 'macOS'],
	[/Linux|X11/, 'Linux']
] as const;
