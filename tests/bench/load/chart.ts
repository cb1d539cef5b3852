// The growth of the load bench as a picture, drawn from the figures of that very run: nothing in it is typed by hand.

const WIDTH = 640;
const HEIGHT = 360;
const LEFT = 64;
const RIGHT = 24;
const TOP = 64;
const BOTTOM = 64;
const HALF = 26;
/** A tick at one of these times a power of ten, so that four to six lines stand under the bars. */
const STEPS = [1, 2, 5];
const MOST_TICKS = 6;

export interface GrowthRow {
	readonly wards: number;
	/** p95 in milliseconds by what was asked: push, pull, dashboard. */
	readonly p95: Readonly<Record<string, number>>;
}

export interface GrowthChart {
	readonly rows: readonly GrowthRow[];
	/** Size of each ward. */
	readonly people: number;
	/** Cores, processor, Node and engine, as the bench said them. */
	readonly machine: string;
	/** Waiting work per core while it was measured. */
	readonly load: number;
}

const COLOURS = ['#1d4ed8', '#b45309', '#15803d'];

/** An SVG with one group of bars for each number of wards. Throws where there is nothing to draw. */
export function drawGrowth({ rows, people, machine, load }: GrowthChart): string {
	const kinds = Object.keys(rows[0]?.p95 ?? {});
	if (kinds.length === 0) throw new Error('nothing was measured');
	const step = findStep(Math.max(...rows.flatMap(({ p95 }) => Object.values(p95))));
	const top = step * Math.max(1, Math.ceil(Math.max(...rows.flatMap(({ p95 }) => Object.values(p95))) / step));
	const y = (value: number) => round(HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM));
	const band = (WIDTH - LEFT - RIGHT) / rows.length;
	const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step);
	const lines = [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="14" role="img" aria-labelledby="title">`,
		`<title id="title">p95 of push, pull and dashboard by number of wards of ${people} people</title>`,
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
		text(LEFT, 24, `p95 in ms, each ward with ${people} people`, 'start'),
		...kinds.map((kind, at) => key(LEFT + at * 130, 44, kind, COLOURS[at % COLOURS.length]!)),
		...ticks.flatMap((tick) => [
			`<path d="M${LEFT} ${y(tick)}H${WIDTH - RIGHT}" stroke="#d4d4d8"/>`,
			text(LEFT - 8, y(tick) + 5, String(tick), 'end')
		]),
		...rows.flatMap(({ wards, p95 }, row) => {
			const middle = LEFT + band * (row + 0.5);
			return [
				...kinds.flatMap((kind, at) => {
					const x = round(middle + (at - kinds.length / 2) * HALF * 2);
					const value = p95[kind]!;
					const width = HALF * 2 - 4;
					return [
						`<rect x="${x}" y="${y(value)}" width="${width}" height="${round(y(0) - y(value))}" fill="${COLOURS[at % COLOURS.length]}"/>`,
						text(x + width / 2, y(value) - 5, String(Math.round(value)), 'middle')
					];
				}),
				text(middle, HEIGHT - BOTTOM + 22, wards === 1 ? '1 ward' : `${wards} wards`, 'middle')
			];
		}),
		text(LEFT, HEIGHT - 16, `${machine}; work per core meanwhile ${load}`, 'start', 11),
		'</svg>'
	];
	return `${lines.join('\n')}\n`;
}

/** The smallest step of 1, 2, 5, 10, ... with which at most so many ticks reach the highest value. */
function findStep(most: number): number {
	for (let power = 1; ; power *= 10)
		for (const step of STEPS) if (most <= step * power * (MOST_TICKS - 1)) return step * power;
}

function key(x: number, y: number, name: string, colour: string): string {
	return `<rect x="${x}" y="${y - 11}" width="12" height="12" fill="${colour}"/>${text(x + 18, y, name, 'start')}`;
}

function text(x: number, y: number, words: string, anchor: string, size?: number): string {
	const safe = words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
	return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"${size ? ` font-size="${size}"` : ''}>${safe}</text>`;
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
