// The first screens behind the lock. They lie in one file with the session (src/ops/chunks.ts): the lock screen has it
// loaded while the PIN is being typed, and need not wait for it itself.

/** Brings the screen of the day; rejects where its file is not kept yet and the network is gone. */
export const loadToday = () => import('../today/TodayScreen.svelte');

/** Brings the list of doors, as `loadToday` the day. */
export const loadDoors = () => import('../doors/DoorsScreen.svelte');
