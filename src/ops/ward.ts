// `npm run ward -- COMMAND`: the operator's tool. It reads the same environment as `npm start` and calls the server's
// own functions; this file only knows the words that are typed.
import { backup, restore } from '$lib/server/backup.ts';
import { addToken, manageTokens } from '$lib/server/token-operator.ts';
import { printSheet, putKeys } from '$lib/server/key-sheet.ts';
import { move } from '$lib/server/move.ts';
import { addStaff, addVolunteer, doctor, initWard, migrate, rotateSealKey } from '$lib/server/operator.ts';
import { addProvince, manageProvince } from '$lib/server/province-operator.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** `--name value` pairs, an option without a value as an empty text; a word that stands alone is the `file`. */
export type Options = Readonly<Record<string, string>>;

interface Command {
	/** What it is for, and the options it takes. */
	readonly help: string;
	/** Answers the lines to print; throws an Error named ConfigError for what the operator has to mend. */
	readonly run?: (env: Env, options: Options, tell: (line: string) => void) => Promise<readonly string[]>;
	/** The issue that will bring it. */
	readonly laterIn?: string;
}

const COMMANDS: Readonly<Record<string, Command>> = {
	init: {
		help: 'makes a ward and its first administrator: --ward "Phường ..." --quarters "Khu phố 1, ..." --name "..." --login ...',
		run: initWard
	},
	'add-staff': {
		help: 'adds a member of staff: --name "..." --login ... --role ... [--ward "..."]',
		run: addStaff
	},
	'add-volunteer': {
		help: 'adds a volunteer, to be invited at the desk: --name "..." --quarters "..." [--role ...] [--ward "..."]',
		run: addVolunteer
	},
	'add-token': {
		help: 'lets a program fetch figures: --name "..." --scopes figures,visits [--days 365] [--ward "..."]',
		run: addToken
	},
	tokens: {
		help: 'lists those tokens, or takes one back: [--revoke ID] [--ward "..."]',
		run: manageTokens
	},
	'add-province': {
		help: 'lets somebody see the counts of all wards at /province: --name "..." [--days 365]',
		run: addProvince
	},
	province: {
		help: 'lists who may see them, or takes a key back: [--revoke ID]',
		run: manageProvince
	},
	doctor: {
		help: 'checks the settings and the store, changes nothing',
		run: doctor
	},
	import: { help: 'reads a list of houses and people', laterIn: 'import of lists' },
	backup: {
		help: "copies the store while the ward works: [--sealed: only the ward's keys open it] [--to FILE]",
		run: backup
	},
	restore: {
		help: 'puts a backup back into a stopped ward and tells the phones: FILE; without it only tells the phones',
		run: restore
	},
	migrate: {
		help: 'brings the tables up to date, as the role that owns them',
		run: migrate
	},
	move: {
		help: 'moves a stopped ward from its SQLite file into the empty PostgreSQL database of DATABASE_URL',
		run: move
	},
	escrow: {
		help: 'prints the sheet with the keys, for the safe',
		run: printSheet
	},
	'put-keys': {
		help: 'puts the keys of such a sheet, typed again, in their place on a new machine: FILE',
		run: putKeys
	},
	'rotate-keys': {
		help: 'makes the key that phones seal to from now on; once a year',
		run: rotateSealKey
	}
};

const OK = 0;
const FAILED = 1;
const NOT_A_COMMAND = 2;

/** Runs one command line and answers the exit code: 0 done, 1 failed with a sentence, 2 no such command (yet). */
export async function runCommand(args: readonly string[], env: Env = process.env): Promise<number> {
	const [name = 'help', ...rest] = args;
	const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (!command) {
		const isHelp = name === 'help' || name === '--help';
		const lines = Object.entries(COMMANDS).map(
			([word, { help, laterIn }]) => `  ${word.padEnd(14)} ${help}${laterIn ? ' (not in this version)' : ''}`
		);
		say([
			isHelp ? 'npm run ward -- COMMAND [--option value ...]' : `There is no command "${name}". There are:`,
			...lines
		]);
		return isHelp ? OK : NOT_A_COMMAND;
	}
	if (!command.run) {
		say([`"${name}" is not in this version; it comes with another part of the work: ${command.laterIn}.`]);
		return NOT_A_COMMAND;
	}
	try {
		console.log((await command.run(env, readOptions(rest), (line) => say([line]))).join('\n'));
		return OK;
	} catch (error) {
		// a wrong setting or option is the operator's to mend and needs no stack; everything else is a bug and does
		const isSetting = error instanceof Error && error.name === 'ConfigError';
		say([isSetting ? error.message : `${name} failed.\n${error instanceof Error ? error.stack : error}`]);
		return FAILED;
	}
}

export function readOptions(args: readonly string[]): Options {
	const options: Record<string, string> = {};
	for (let at = 0; at < args.length; at++) {
		const arg = args[at] ?? '';
		if (!arg.startsWith('--')) {
			options['file'] = arg;
			continue;
		}
		const [name = '', inline] = arg.slice(2).split(/=(.*)/s);
		const next = args[at + 1];
		const isValue = inline === undefined && next !== undefined && !next.startsWith('--');
		options[name] = inline ?? (isValue ? next : '');
		if (isValue) at += 1;
	}
	return options;
}

function say(lines: readonly string[]): void {
	console.error(lines.join('\n'));
}
