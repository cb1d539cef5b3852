// The desk's part about what is done beside the doors, as its routes see it.

import type { Result } from '../domain/problem.ts';
import type { HelpDay, HelpDraft, OutreachDraft, OutreachEvent } from '../domain/outreach.ts';

export interface OutreachDesk {
	/** Whether this member of staff writes events and people helped down. */
	readonly mayWrite: boolean;
	/** The latest day first. */
	listEvents(): Promise<readonly OutreachEvent[]>;
	addEvent(draft: OutreachDraft): Promise<Result<void>>;
	/** Takes an event out of sight that was typed in by mistake. */
	withdrawEvent(id: string): Promise<Result<void>>;
	readHelp(): Promise<HelpDay>;
	addHelp(draft: HelpDraft): Promise<Result<void>>;
	/** One's own, of today. */
	withdrawHelp(id: string): Promise<Result<void>>;
}
