// Words that many guides share, by their Vietnamese.

export const PHRASES: Readonly<Record<string, string>> = {};
