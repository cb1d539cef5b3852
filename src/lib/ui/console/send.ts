import type { enhance } from '$app/forms';
import type { Problem } from '$lib/domain/problem.ts';

/** What a form does in place of loading a page; handed to `use:enhance`. */
export type Send = NonNullable<Parameters<typeof enhance>[1]>;

const OVERTAKEN: readonly Problem['code'][] = ['review.changedSince', 'review.notWaiting', 'desk.changedSince'];

/** Whether an act was refused because somebody else was faster: the page behind it is old. */
export function isOvertaken(data: { readonly problem?: unknown } | undefined): boolean {
	const { code } = (data?.problem ?? {}) as { code?: unknown };
	return OVERTAKEN.some((known) => known === code);
}
