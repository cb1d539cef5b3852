import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

it('needs nothing: a demo on this machine', () => {
	expect(readConfig({})).toEqual({
		host: '127.0.0.1',
		port: 3000,
		origin: 'http://localhost:3000',
		dataDir: resolve('data'),
		databaseUrl: null,
		isDemo: true,
		keys: null,
		metricsToken: null
	});
	expect(readConfig({ ORIGIN: 'https://phuong.example/', DEMO: '0', PORT: '8080' })).toMatchObject({
		origin: 'https://phuong.example',
		isDemo: false,
		port: 8080
	});
});

it.each([
	['PORT', '80a'],
	['PORT', '70000'],
	['HOST', 'http://x'],
	['ORIGIN', 'phuong.example'],
	['ORIGIN', 'https://phuong.example/path'],
	['ORIGIN', 'ftp://phuong.example'],
	['DATABASE_URL', 'mysql://x'],
	['DEMO', 'yes'],
	['HOST', '0.0.0.0'],
	['HOST', '::'],
	['HOST', '192.168.1.5'],
	['ORIGIN', 'http://ward.lan'],
	['ORIGIN', 'http://192.168.1.5:3000'],
	['ORIGIN', 'http://127.0.0.1.example'],
	['METRICS_TOKEN', 'short']
])('names %s=%s when it is wrong', (name, value) => {
	expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
	expect(() => readConfig({ [name]: value })).toThrow(name);
});

it('never repeats a database password', () => {
	expect(() => readConfig({ DATABASE_URL: 'mysql://u:geheim@h/d' })).toThrow(/^((?!geheim).)*$/);
});

it('listens to other machines only behind HTTPS, and makes a demo there only where it is asked to', () => {
	const open = { HOST: '0.0.0.0', ORIGIN: 'https://phuong.example' };
	expect(() => readConfig(open)).toThrow(/DEMO/);
	expect(readConfig({ ...open, DEMO: '0' })).toMatchObject({ host: '0.0.0.0', isDemo: false });
	expect(readConfig({ ...open, DEMO: '1' })).toMatchObject({ isDemo: true });
	for (const host of ['127.0.0.1', '::1', 'localhost']) expect(readConfig({ HOST: host })).toMatchObject({ host });
	expect(readConfig({ ORIGIN: 'http://[::1]:3000' })).toMatchObject({ origin: 'http://[::1]:3000', isDemo: true });
});
