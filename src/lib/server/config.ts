// Settings come from the environment, are read once, and a wrong one stops the start with a sentence that names it.

import { resolve } from 'node:path';

/** A setting that is wrong: the operator's to mend, so the start shows its sentence and no stack. */
export class ConfigError extends Error {
	override name = 'ConfigError';
}

export interface Config {
	readonly host: string;
	readonly port: number;
	/** Where people reach this server: `https://phuong.example`, or the local address. */
	readonly origin: string;
	readonly dataDir: string;
	/** PostgreSQL address; null for the SQLite file in `dataDir`. */
	readonly databaseUrl: string | null;
	/** Whether an empty store gets the demo ward of made-up people. */
	readonly isDemo: boolean;
	/** Keys as JSON, where they do not lie in `dataDir`/keys.json. */
	readonly keys: string | null;
	/** What opens /metrics to another machine; null for this one only. */
	readonly metricsToken: string | null;
}

/** 128 bits in base 64, rounded up. */
const TOKEN_CHARS = 24;

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings, or a ConfigError that says which variable is wrong and what it takes. */
export function readConfig(env: Environment): Config {
	const port = readPort(env['PORT'] || '3000');
	const host = env['HOST'] || '127.0.0.1';
	if (/[\s/]/.test(host)) throw new ConfigError(`HOST=${host} is not a host name or address.`);
	const origin = readOrigin(env['ORIGIN'] || `http://localhost:${port}`);
	refuseOpenWire(host, origin);
	return {
		host,
		port,
		origin,
		dataDir: resolve(env['DATA_DIR'] || 'data'),
		databaseUrl: readDatabaseUrl(env['DATABASE_URL'] || null),
		isDemo: readDemo(env['DEMO'], origin),
		keys: env['GOCUA_KEYS'] || null,
		metricsToken: readMetricsToken(env['METRICS_TOKEN'] || null)
	};
}

function readPort(text: string): number {
	const port = Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65535)
		throw new ConfigError(`PORT=${text} is not a port. Give a whole number from 1 to 65535.`);
	return port;
}

function readOrigin(text: string): string {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (!url || !/^https?:$/.test(url.protocol) || url.origin !== text.replace(/\/$/, ''))
		throw new ConfigError(
			`ORIGIN=${text} is not an address. Give the one that people open, without a path: ORIGIN=https://phuong.example`
		);
	return url.origin;
}

function readDatabaseUrl(text: string | null): string | null {
	// the sentence leaves the value out: it holds a password
	if (text !== null && !(URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)))
		throw new ConfigError('DATABASE_URL is not a PostgreSQL address (postgres://user:password@host:5432/name).');
	return text;
}

/** Passwords and people's data cross no network in clear, and phones keep the app over HTTPS only. */
function refuseOpenWire(host: string, origin: string): void {
	if (origin.startsWith('https:')) return;
	if (!isLoopback(new URL(origin).hostname))
		throw new ConfigError(
			`ORIGIN=${origin} is not HTTPS, so everything would cross the network in clear. ` +
				'Put a proxy with a certificate in front (README.md, "On a phone") and give its address: ORIGIN=https://phuong.example'
		);
	if (!isLoopback(host))
		throw new ConfigError(
			`HOST=${host} lets other machines in without HTTPS. Leave HOST out, or put a proxy with a certificate in front ` +
				'and give its address: ORIGIN=https://phuong.example'
		);
}

function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** On this machine a demo is the default; at an address for people it is made only where somebody asks for it. */
function readDemo(text: string | undefined, origin: string): boolean {
	if (text === undefined && origin.startsWith('https:'))
		throw new ConfigError(
			`ORIGIN=${origin} is for people, and DEMO is not said: give DEMO=0 for a ward's own work, or DEMO=1 for made-up people.`
		);
	if (text !== undefined && text !== '0' && text !== '1')
		throw new ConfigError(`DEMO=${text} is neither 0 (start empty) nor 1 (demo ward in an empty store).`);
	return text !== '0';
}

function readMetricsToken(text: string | null): string | null {
	// the sentence leaves the value out: it is a secret
	if (text !== null && text.length < TOKEN_CHARS)
		throw new ConfigError(`METRICS_TOKEN is too easy to guess. Give at least ${TOKEN_CHARS} random characters.`);
	return text;
}
