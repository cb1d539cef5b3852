// The sheet for the safe: the keys as text that a person can type again, with a check of each line; and the way back.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { dayAt } from '../domain/day.ts';
import { ConfigError, readConfig } from './config.ts';
import { hashText } from './vault.ts';
import { KEYS_FILE, readKeys } from './vault/keys.ts';
import { wallClock } from './ward.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Options = Readonly<Record<string, string>>;

const LINE = 48;
const CHECK_CHARS = 4;
const WHOLE_CHARS = 16;

/** The sheet, to be printed; the keys are read and not changed. */
export async function printSheet(env: Environment): Promise<readonly string[]> {
	const config = readConfig(env);
	const file = join(config.dataDir, KEYS_FILE);
	if (!config.keys && !existsSync(file))
		throw new ConfigError(`There is no ${KEYS_FILE} in DATA_DIR=${config.dataDir} yet; npm start makes it.`);
	const text = JSON.stringify(JSON.parse(config.keys ?? readFileSync(file, 'utf8')));
	const lines = text.match(new RegExp(`.{1,${LINE}}`, 'gs'))!;
	return [
		'KHÓA CỦA MÁY CHỦ PHƯỜNG - BẢN GIẤY CẤT KÉT',
		`${config.origin}   ${dayAt(wallClock())}`,
		'',
		'Ai có tờ này và một bản sao lưu thì đọc được số định danh của người dân. Cất ở hai két, không để cạnh bản sao lưu.',
		'Whoever has this sheet and a backup can read personal numbers. Two safes, never beside a backup.',
		'',
		'Each line: number, text, and the first letters of its SHA-256. There is no blank in any text.',
		'',
		...lines.map((line, at) => `${String(at + 1).padStart(3)}  ${line.padEnd(LINE)}  ${checkOf(line)}`),
		'',
		`whole: ${hashText(text).slice(0, WHOLE_CHARS)}`,
		'',
		'To put back: type the numbered lines, number and check included, into a file (blanks at will), then:',
		'npm run ward -- put-keys FILE'
	];
}

/** Reads a sheet that was typed again, or kept as a file, and puts the keys in their place; names the line of a slip. */
export async function putKeys(env: Environment, options: Options): Promise<readonly string[]> {
	const config = readConfig(env);
	if (config.keys) throw new ConfigError('GOCUA_KEYS holds the keys already; a sheet is for a machine without them.');
	const place = join(config.dataDir, KEYS_FILE);
	if (existsSync(place)) throw new ConfigError(`${place} is there already; keys are never written over.`);
	const file = resolve(options['file'] ?? '');
	if (!options['file'] || !existsSync(file)) throw new ConfigError('Give the file with the sheet: put-keys FILE.');
	const text = readSheet(readFileSync(file, 'utf8'));
	mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
	writeFileSync(place, text, { mode: 0o600, flag: 'wx' });
	try {
		readKeys(config, dayAt(wallClock()), false);
	} catch (error) {
		rmSync(place);
		throw error;
	}
	return [`The keys are in ${place}.`, 'Now: npm run ward -- restore FILE, or, with a store that is there: doctor'];
}

/** The keys of the numbered lines, put together in their order. */
function readSheet(sheet: string): string {
	const rows = sheet
		.split(/\r?\n/)
		.map((line) => /^\s*(\d+)\s+(\S+)\s+([0-9a-f]{4})\s*$/i.exec(line))
		.filter((row) => row !== null);
	if (rows.length === 0) throw new ConfigError('There is no numbered line of a sheet in this file.');
	const texts = rows.map(([, number, text, check], at) => {
		if (Number(number) !== at + 1) throw new ConfigError(`Line ${at + 1} of the sheet is missing or in another place.`);
		if (checkOf(text!) !== check!.toLowerCase())
			throw new ConfigError(`There is a slip in line ${at + 1} of the sheet.`);
		return text;
	});
	const text = texts.join('');
	const whole = /^\s*whole:\s*([0-9a-f]{16})\s*$/im.exec(sheet)?.[1];
	const isWhole = whole ? hashText(text).slice(0, WHOLE_CHARS) === whole.toLowerCase() : text.endsWith('}');
	if (!isWhole) throw new ConfigError('The last lines of the sheet are missing.');
	return text;
}

function checkOf(line: string): string {
	return hashText(line).slice(0, CHECK_CHARS);
}
