import type { enhance } from '$app/forms';

/** What a form does in place of loading a page; handed to `use:enhance`. */
export type Send = NonNullable<Parameters<typeof enhance>[1]>;
