// The peer's server: pouchdb-server's own core (express-pouchdb) over its store in memory, filled with the documents of
// a file, and the page of the peer's phone. `node couch.mjs DOCUMENTS.json` prints the port when it is ready.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import express from 'express';
import expressPouchdb from 'express-pouchdb';
import PouchDB from 'pouchdb';
import memory from 'pouchdb-adapter-memory';

const require = createRequire(import.meta.url);
const documents = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const Store = PouchDB.plugin(memory).defaults({ adapter: 'memory' });
const ward = new Store('ward');
for (let at = 0; at < documents.length; at += 1000) await ward.bulkDocs(documents.slice(at, at + 1000));

const app = express();
const script = require.resolve('pouchdb/dist/pouchdb.min.js');
app.get('/phone', (_request, response) =>
	response.type('html').send('<!doctype html><title>peer</title><script src="/pouchdb.js"></script>')
);
app.get('/pouchdb.js', (_request, response) => response.sendFile(script));
app.use(
	'/couch',
	expressPouchdb(Store, {
		mode: 'minimumForPouchDB',
		overrideMode: { include: ['compression'] },
		inMemoryConfig: true,
		logPath: '/dev/null'
	})
);
const server = app.listen(0, '127.0.0.1', () => console.log(`port ${server.address().port}`));
