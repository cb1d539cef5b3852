// A mark that only the server's bundle may carry: a test looks for it in everything that is built for phones.

/** Written into every PostgreSQL session and into the SQLite file's header, so that no bundler can drop it. */
export const SERVER_MARK = 'go-cua-server-only-7d1f42c9e0b8';
