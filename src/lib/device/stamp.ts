/** A stamp that no commit builds on: not even a tab that slept through the erase writes here any more. */
export const ERASED = 'erased';
