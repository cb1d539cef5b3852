// The first screen behind the lock, as a file of its own: the lock screen has it loaded while the PIN is being typed.

/** Brings the screen of the day; rejects where its file is not kept yet and the network is gone. */
export const loadToday = () => import('./TodayScreen.svelte');
