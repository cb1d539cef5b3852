// SQLite's driver, the one that this Node can run. Node 20 is past its support and has no Node-API 10, which version 13
// asks for; version 12 aborts Node 24.19 and newer when a statement is collected (decision 153).

import { createRequire } from 'node:module';
import type Driver from 'better-sqlite3';

const NODE_API_OF_13 = 10;

/** Which of the two packages of package.json this Node loads. */
export const DRIVER = Number(process.versions['napi']) >= NODE_API_OF_13 ? 'better-sqlite3' : 'better-sqlite3-node20';

export type SqliteFile = Driver.Database;

/** Opens a file of SQLite. Throws at the start where npm could not install the driver, and says which. */
export const SqliteFile = createRequire(import.meta.url)(DRIVER) as typeof Driver;
