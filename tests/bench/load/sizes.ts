// How large the load bench works: small to see that it runs, or the sizes of the issue.

/** What the words behind `npm run bench -- load` ask for. */
export interface Sizes {
	readonly isFull: boolean;
	readonly wards: readonly number[];
	readonly people: number;
	readonly firstPeople: number;
	readonly phones: number;
	readonly minutePhones: number;
	readonly seconds: number;
	readonly isSqlite: boolean;
	readonly part: string;
	/** Where the growth is drawn and the table written; empty for nowhere. */
	readonly chart: string;
	readonly table: string;
}

/** Reads those words; `--full` takes the sizes where none is given. */
export function readSizes(args: readonly string[]): Sizes {
	const isFull = args.includes('--full');
	const read = (name: string, otherwise: string) => {
		const at = args.indexOf(`--${name}`);
		return at < 0 ? otherwise : (args[at + 1] ?? otherwise);
	};
	const number = (name: string, small: number, full: number) => Number(read(name, String(isFull ? full : small)));
	return {
		isFull,
		wards: read('wards', isFull ? '1,10,100' : '1,3')
			.split(',')
			.map(Number),
		people: number('people', 200, 10_000),
		firstPeople: number('people', 400, 5_000),
		phones: number('phones', 5, 100),
		minutePhones: number('minute-phones', 20, 200),
		seconds: number('seconds', 4, 60),
		isSqlite: args.includes('--sqlite'),
		part: read('part', 'all'),
		chart: read('chart', ''),
		table: read('table', '')
	};
}
