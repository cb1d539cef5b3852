// The sheet for the safe: the keys as text that a person can type again, with a check of each line.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayAt } from '../domain/day.ts';
import { ConfigError, readConfig } from './config.ts';
import { hashText } from './vault.ts';
import { KEYS_FILE } from './vault/keys.ts';
import { wallClock } from './ward.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const LINE = 48;
const CHECK_CHARS = 4;

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
		'Each line: number, text, and the first letters of its SHA-256. Blanks at an end of a text count; none is there.',
		'',
		...lines.map((line, at) => `${String(at + 1).padStart(3)}  ${line.padEnd(LINE)}  ${checkOf(line)}`),
		'',
		`whole: ${hashText(text).slice(0, 16)}`,
		'',
		'To put back: type the texts one after the other into one line of a file keys.json, nothing between them;',
		'put it into DATA_DIR, chmod 600, then: npm run ward -- doctor'
	];
}

function checkOf(line: string): string {
	return hashText(line).slice(0, CHECK_CHARS);
}
