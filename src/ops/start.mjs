// `npm start`: builds if need be, takes the port, then lets the built server open the ward (hooks.server.ts prints the
// addresses). The port comes first, so that a second start by mistake never opens the store of a running ward.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILD, ensureBuild } from './build.mjs';
import { addHeaders } from './headers.mjs';
import { createListener } from './listener.mjs';

const SHUTDOWN_MS = 10_000;

const env = process.env;
const host = env.HOST || '127.0.0.1';
const port = readPort(env.PORT);

if (!(await ensureBuild())) process.exit(1);

/** @type {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void} */
let handle;
/** @type {() => void} */
let open = () => {};
/** @type {Promise<void>} */
const opened = new Promise((resolve) => (open = resolve));
let isSecure = false;
/** `HSTS_SUBDOMAINS=0`: other things below the server's name are reached without HTTPS. */
const hasOwnName = process.env.HSTS_SUBDOMAINS !== '0';

const server = createListener(async (request, response) => {
	await opened; // what comes while the ward is still opening waits, instead of being told that nobody is there
	addHeaders(request, response, { isSecure, hasOwnName });
	handle(request, response);
});

const takenPort = await listen();

// What adapter-node reads while it is imported. The rest of the environment is checked by the server itself.
env.ORIGIN ||= `http://localhost:${takenPort}`;
env.PORT = String(takenPort);
env.HOST = host;
env.BODY_SIZE_LIMIT ||= '1M'; // above every limit of domain/limit.ts, so that those answer with a sentence
isSecure = env.ORIGIN.startsWith('https:');

try {
	({ handler: handle } = await import(pathToFileURL(join(BUILD, 'handler.js')).href));
} catch (error) {
	// A wrong setting is the operator's to mend and needs no stack; everything else is a bug and does.
	const isSetting = error instanceof Error && error.name === 'ConfigError';
	stop(isSetting ? error.message : `The server could not start.\n${error instanceof Error ? error.stack : error}`);
}
open();
console.log(`Listening on http://${host.includes(':') ? `[${host}]` : host}:${takenPort} (Ctrl+C stops)`);

for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) process.on(signal, () => close(signal));

let isClosing = false;

/**
 * Finishes what is being answered, then lets the server's own listeners of `sveltekit:shutdown` close the store.
 * @param {'SIGTERM' | 'SIGINT'} signal
 */
function close(signal) {
	if (isClosing) process.exit(1); // asked twice: now
	isClosing = true;
	console.log('Stopping: finishing what is under way ...');
	const idle = setInterval(() => server.closeIdleConnections(), 200);
	const patience = setTimeout(() => server.closeAllConnections(), SHUTDOWN_MS);
	server.close(() => {
		clearInterval(idle);
		clearTimeout(patience);
		// the name is adapter-node's; node's own types know only its signals
		/** @type {import('node:events').EventEmitter} */ (process).emit('sveltekit:shutdown', signal);
		setTimeout(() => process.exit(0), SHUTDOWN_MS).unref();
	});
	server.closeIdleConnections();
}

/** @returns {Promise<number>} the port that was taken; another than asked for only when 0 was asked for */
function listen() {
	return new Promise((resolve) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
			if (error.code === 'EADDRINUSE')
				stop(
					`Port ${port} is already in use; perhaps the ward is running already. Stop the other program, or choose another port: PORT=${port + 1} npm start`
				);
			if (error.code === 'EACCES')
				stop(`Port ${port} may not be used without more rights. Choose one above 1023 by PORT.`);
			stop(`HOST=${host} PORT=${port}: cannot listen there (${error.code ?? error.message}).`);
		});
		server.listen({ host, port }, () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : port);
		});
	});
}

/** @param {string | undefined} text */
function readPort(text) {
	if (!text) return 3000;
	const value = Number(text);
	if (!Number.isInteger(value) || value < 0 || value > 65535)
		stop(`PORT=${text} is not a port. Give a whole number from 1 to 65535.`);
	return value;
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
	console.error(sentence);
	process.exit(1);
}
