// What the administrator of a ward is told of the server: lights, each with the figure behind it, and the same queues
// and phones that /metrics counts. Nothing about anybody.

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;

/** Well; somebody should look; something is wrong now; nobody here can know. */
export const LIGHTS = ['good', 'look', 'bad', 'unknown'] as const;
export type Light = (typeof LIGHTS)[number];

/** What has a light. */
export type Subject = 'store' | 'keys' | 'backup' | 'disk' | 'clock' | 'wall';

/** The newest copy of the store that lies beside it. */
export interface Backup {
	readonly count: number;
	readonly at: number;
	/** Opened and read through; else why not. */
	readonly damage: string | null;
}

export type QueueName = 'visit' | 'conflict' | 'aside';

export interface QueueStatus {
	readonly name: QueueName;
	readonly count: number;
	/** When the oldest came; null in an empty queue. */
	readonly oldest: number | null;
}

export interface PhoneStatus {
	readonly count: number;
	/** Entries that they said they still hold. */
	readonly waiting: number;
	/** Not heard for days. */
	readonly silent: number;
	/** When the one was last heard that has been quiet for longest; null without phones. */
	readonly quietest: number | null;
	/** Phones by the version of the app that they last named; null where they named none. */
	readonly versions: readonly { readonly version: string | null; readonly count: number }[];
}

export interface ServerStatus {
	readonly now: number;
	readonly version: string;
	readonly node: string;
	readonly engine: 'sqlite' | 'postgres';
	readonly upMs: number;
	readonly memoryBytes: number;
	readonly lights: Readonly<Record<Subject, Light>>;
	/** Null on PostgreSQL, which copies itself elsewhere; and while there is none. */
	readonly backup: Backup | null;
	readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | null;
	/** By how much the newest step of the ward lies ahead of this machine's clock. */
	readonly aheadMs: number;
	readonly sealMadeOn: string;
	readonly queues: readonly QueueStatus[];
	readonly phones: PhoneStatus;
}

/** Whether the log and the audit of a ward are as they were written. */
export interface LogCheck {
	readonly steps: number;
	readonly lines: number;
	/** Step or line that was changed from outside. */
	readonly logBrokenAt: number | null;
	readonly auditBrokenAt: number | null;
}

/** Copies are made each day: one that is older was missed once, after a week nobody makes any. */
export function lightBackup(backup: Backup | null, engine: 'sqlite' | 'postgres', now: number): Light {
	if (engine === 'postgres') return 'unknown';
	if (!backup || backup.damage !== null) return 'bad';
	const age = now - backup.at;
	return age <= 26 * HOUR_MS ? 'good' : age <= 7 * DAY_MS ? 'look' : 'bad';
}

/** A full disk stops the ward: SQLite needs room for its log, a backup as much again as the store. */
export function lightDisk(disk: ServerStatus['disk']): Light {
	if (!disk) return 'unknown';
	const share = disk.freeBytes / Math.max(1, disk.totalBytes);
	return disk.freeBytes < 200e6 || share < 0.02 ? 'bad' : disk.freeBytes < 2e9 || share < 0.1 ? 'look' : 'good';
}

/** What was written carries the time of then; a clock that stands before it was set back, or that of then was wrong. */
export function lightClock(aheadMs: number): Light {
	return aheadMs <= 60_000 ? 'good' : aheadMs <= 5 * 60_000 ? 'look' : 'bad';
}
