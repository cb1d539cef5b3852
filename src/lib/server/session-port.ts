// The desk's part about mobile sessions, as its routes see it.

import type { MobileSessionId, VisitId } from '../domain/id.ts';
import type { Result } from '../domain/problem.ts';
import type { SessionDraft, SessionRow, SessionSheet } from '../domain/mobile-session.ts';

export interface SessionPlanDesk {
	/** Whether this member of staff plans sessions. */
	readonly mayPlan: boolean;
	/** Sessions from today on, the next first. */
	list(): Promise<readonly SessionRow[]>;
	/** Leaves an audit line: it names people. Null where there is none, or it is another area's. */
	read(id: MobileSessionId): Promise<SessionSheet | null>;
	add(draft: SessionDraft): Promise<Result<MobileSessionId>>;
	/** Frees every slot, so that its people wait for another session. */
	cancel(id: MobileSessionId): Promise<Result<void>>;
	/** Gives slots to appointments, in their order; answers how many found none. */
	book(id: MobileSessionId, visits: readonly VisitId[]): Promise<Result<{ readonly left: number }>>;
	/** Another slot of the same session; `session.full` where nobody more fits in. */
	move(id: MobileSessionId, visit: VisitId, at: string): Promise<Result<void>>;
	free(id: MobileSessionId, visit: VisitId): Promise<Result<void>>;
}
