// The order in which one picture is looked at, cheapest and likeliest first. A patch that looks like a code is cut out,
// sharpened and enlarged, and read there; then the whole picture is read; then, where there is such a patch, it is looked
// at patiently with the second engine and its lattice. Figures for each step: docs/decisions.md.

import type { Decoder, Gate, Grey } from './decoder.ts';
import { findSpots, STRONG, type Brightness, type Spot } from './locate.ts';
import { openJudge, readPatiently, readPlainly, type Judge } from './nuintun.ts';
import type { Picture } from './picture.ts';
import {
	enlargeThrice,
	enlargeTwice,
	evenOut,
	halve,
	sharpen,
	toBytes,
	toPixels,
	type Levels,
	type Piece
} from './prepare.ts';
import type { Zxing } from './zxing.ts';

/** A patch is cut out with so much around it. */
const MARGIN_SHARE = 1.2;
const MARGIN_PX = 16;
/** A larger patch has modules that are read without enlarging: the whole picture comes first. */
const LARGE_PX = 300;
/** A larger cut is not enlarged thrice on a live picture: its modules are large, and it is more often tiles or print. */
const THRICE_MOST_PX = 500;
/** What is less like a code than this is not worth every means on a live picture: nearly all that is none lies below. */
const CLEAR = 95;
/** A patch beyond this is no small code, and enlarging it would cost more than all the rest. */
const HUGE_PX = 560;
const SHARPEN_GAIN = 2;
const WIDER = 1.2;
const WIDER_GAIN = 3;
const SOFT = 1.5;
const SOFT_GAIN = 1;
/** The code in a patch, and the modules of a usual card's code, by which its modules can be guessed. */
const CODE_SHARE = 0.68;
const USUAL_MODULES = 47;
/** Below so many pixels per module hardly any picture is read; at 3 nearly all are. */
const SMALL_MODULE_PX = 2.2;
const DARK_LEVEL = 50;
/** Light is judged by one pixel of so many. */
const SKIP = 97;
/** The middle of a picture that shows no patch: a square of this share of its shorter side. */
const MIDDLE_SHARE = 0.7;

/** What would help to read the next picture better; `two` cards in view, and nobody knows whose is meant. */
export type Hint = 'nearer' | 'light' | 'two';

export interface CascadeRead {
	readonly text: string | null;
	/** Who read it, or who looked last. */
	readonly decoder: string;
	/** Something looked like a code, so that looking longer is worth the time. */
	readonly isLikely: boolean;
	readonly hint: Hint | null;
}

export interface CascadeTools {
	/** Null until it is loaded, and where it cannot be. */
	readonly zxing: Zxing | null;
	/** The last path: html5-qrcode's decoder, where it was asked for. */
	readonly last?: Decoder | null;
	readonly gate: Gate;
	/** Whether a text is that of a card. */
	readonly isCard: (text: string) => boolean;
}

/**
 * How long to look: `glance` at the likely patch only, where there is one; `quick` also at its lattice where the corners
 * seem to be, and at the whole picture where there are several such patches; `patient` is all that a live picture is worth,
 * `still` everything.
 */
export type Patience = 'glance' | 'quick' | 'patient' | 'still';

/** Looks at one picture; a live one is followed by another, so that only a `still` is worth every means. */
export async function readPicture(tools: CascadeTools, picture: Picture, patience: Patience): Promise<CascadeRead> {
	const spots = findSpots(picture.brightness).filter((spot) => spot.score >= STRONG);
	const isLikely = spots.length > 0;
	const pieces = spots.filter((spot) => spot.side <= HUGE_PX).map((spot) => openPiece(picture, spot));
	const seen = new Sight(tools);

	// Where any code of a still is wanted, a patch may be a small code drawn inside a large one: the whole comes first.
	const isAnyStill = tools.gate === 'any' && patience === 'still';
	const isPatchFirst = pieces.length > 0 && spots[0]!.side <= LARGE_PX && !isAnyStill;
	if (isPatchFirst) seen.add(await readPieces(tools, pieces), 'zxing-wasm+spot');
	const isLive = patience === 'glance' || patience === 'quick';
	// The whole picture costs as much as a patch again and brings nothing where there is one: on a slow phone that is a
	// whole picture. Patient looks see to it.
	const isHere = isPatchFirst && tools.zxing !== null && (patience === 'glance' || spots.length === 1);
	if (!seen.isEnough && !(isLive && isHere))
		seen.add(await readWhole(tools, picture, patience), tools.zxing ? 'zxing-wasm' : '@nuintun/qrcode');
	if (!seen.isEnough && !isPatchFirst) seen.add(await readPieces(tools, pieces), 'zxing-wasm+spot');
	if (seen.isEmpty && pieces[0] && (patience === 'quick' || (patience === 'glance' && !tools.zxing))) {
		const piece = pieces[0];
		const text = readPatiently(piece.twice(), piece.piece, 2, openJudge(tools.gate, tools.isCard), 1);
		seen.add(list(text), '@nuintun/qrcode+lattice');
	}
	if (seen.isEmpty && !isLive) {
		const judge = openJudge(tools.gate, tools.isCard);
		for (const piece of pieces.slice(0, patience === 'still' ? 3 : 1)) {
			const isWorth = patience === 'still' || (piece.piece.width <= THRICE_MOST_PX && piece.score >= CLEAR);
			const text = await lookPatiently(tools, piece, judge, isWorth);
			seen.add(list(text), '@nuintun/qrcode+lattice');
			if (text !== null) break;
		}
		if (seen.isEmpty && patience === 'still') seen.add(await readStill(tools, picture, judge), 'still');
	}
	return { ...seen.answer(() => findHint(picture.brightness, spots[0])), isLikely };
}

/** What was read in one picture so far. */
class Sight {
	readonly #tools: CascadeTools;
	readonly #texts = new Set<string>();
	#decoder = '';

	constructor(tools: CascadeTools) {
		this.#tools = tools;
	}

	get isEmpty(): boolean {
		return this.#texts.size === 0;
	}
	/** A card was seen, or anything where anything is wanted: another code beside it is looked for no longer. */
	get isEnough(): boolean {
		return this.#tools.gate === 'any' ? !this.isEmpty : this.#cards().length > 0;
	}

	add(texts: readonly string[], decoder: string): void {
		if (this.isEmpty || !this.isEnough) this.#decoder = decoder;
		for (const text of texts) this.#texts.add(text);
	}

	answer(findHintNow: () => Hint | null): Omit<CascadeRead, 'isLikely'> {
		const decoder = this.#decoder;
		const cards = this.#cards();
		if (cards.length > 1) return { text: null, decoder, hint: 'two' };
		const text = cards[0] ?? [...this.#texts][0] ?? null;
		return { text, decoder, hint: text === null ? findHintNow() : null };
	}

	#cards(): string[] {
		return this.#tools.gate === 'card' ? [...this.#texts].filter(this.#tools.isCard) : [];
	}
}

/** The first spot, and the others too once it was a code: there may be a card beside it, or another card. */
async function readPieces({ zxing, gate }: CascadeTools, pieces: readonly OpenPiece[]): Promise<string[]> {
	const texts: string[] = [];
	for (const [at, piece] of pieces.entries()) {
		if (!zxing || (at > 0 && texts.length === 0)) break;
		texts.push(...(await zxing.read(toPixels(piece.twice()), 'piece', gate)));
	}
	return texts;
}

interface OpenPiece {
	readonly piece: Piece;
	/** How much the place looks like a code (`Spot`). */
	readonly score: number;
	twice(): Grey;
	thrice(): Grey;
	/** The same place with more around it and sharpened more: what one cut just misses, the other often has. */
	wider(): OpenPiece;
	/** The same place with much around it and sharpened little: grain is not made stronger, and no corner is left out. */
	soft(): OpenPiece;
}

type Place = Pick<Spot, 'middleX' | 'middleY' | 'side' | 'score'>;

function openPiece(picture: Picture, place: Place, gain = SHARPEN_GAIN): OpenPiece {
	const { middleX, middleY, side, score } = place;
	const piece = picture.cut(middleX, middleY, side * MARGIN_SHARE + MARGIN_PX);
	let levels: Levels | undefined;
	let twice: Grey | undefined;
	return {
		piece,
		score,
		twice: () => (twice ??= enlargeTwice((levels ??= sharpen(piece, gain)))),
		thrice: () => enlargeThrice((levels ??= sharpen(piece, gain))),
		wider: () => openPiece(picture, { ...place, side: side * WIDER }, WIDER_GAIN),
		soft: () => openPiece(picture, { ...place, side: side * SOFT }, SOFT_GAIN)
	};
}

async function readWhole(tools: CascadeTools, picture: Picture, patience: Patience): Promise<string[]> {
	if (tools.zxing) return tools.zxing.read(picture.pixels(), patience === 'still' ? 'picture' : 'frame', tools.gate);
	// A reading at the first try, by the engine alone, is as good as the first engine's.
	return list(readPlainly(picture.grey()));
}

/** By the lattice at twice the size; then, where it is worth that (no module is large), softly, at thrice, and in a wider cut. */
async function lookPatiently(
	tools: CascadeTools,
	piece: OpenPiece,
	judge: Judge,
	isWorth: boolean
): Promise<string | null> {
	const read = readPatiently(piece.twice(), piece.piece, 2, judge);
	if (read !== null || !isWorth) return read;
	return (
		(await lookSoftly(tools, piece.soft())) ??
		(await lookAtThrice(tools, piece, judge)) ??
		lookWider(piece.wider(), judge)
	);
}

async function lookSoftly({ zxing, gate }: CascadeTools, piece: OpenPiece): Promise<string | null> {
	const [text] = zxing ? await zxing.read(toPixels(piece.twice()), 'noisy', gate) : [];
	return text ?? null;
}

/** By the lattice as it is, and with the light made even, where the edge of a shadow or a gleam lies across the code. */
function lookWider(piece: OpenPiece, judge: Judge): string | null {
	const read = readPatiently(piece.twice(), piece.piece, 2, judge);
	if (read !== null) return read;
	const even = evenOut(piece.piece);
	return readPatiently(enlargeTwice(sharpen(even, SOFT_GAIN)), even, 2, judge);
}

async function lookAtThrice({ zxing, gate }: CascadeTools, piece: OpenPiece, judge: Judge): Promise<string | null> {
	const thrice = piece.thrice();
	const [text] = zxing ? await zxing.read(toPixels(thrice), 'piece', gate) : [];
	return text ?? readPatiently(thrice, piece.piece, 3, judge);
}

/** A picture that will not come again: its middle, all of it sharpened, by the other engines, in even light, and halved. */
async function readStill({ zxing, gate, last }: CascadeTools, picture: Picture, judge: Judge): Promise<string[]> {
	const shorter = Math.min(picture.width, picture.height);
	const middle = openPiece(picture, {
		middleX: picture.width / 2,
		middleY: picture.height / 2,
		side: (shorter * MIDDLE_SHARE - MARGIN_PX) / MARGIN_SHARE,
		score: 0
	});
	const means: (() => Promise<string[]> | string[])[] = [
		() => zxing?.read(toPixels(middle.twice()), 'picture', gate) ?? [],
		() => zxing?.read(toPixels(toBytes(sharpen(picture.grey(), SHARPEN_GAIN))), 'picture', gate) ?? [],
		() => list(readPlainly(picture.grey())),
		() => list(readPatiently(middle.twice(), middle.piece, 2, judge)),
		() => zxing?.read(toPixels(evenOut(picture.grey())), 'picture', gate) ?? [],
		() => zxing?.read(toPixels(halve(picture.grey())), 'picture', gate) ?? [],
		async () => list((await last?.decode(picture.pixels())) ?? null)
	];
	for (const read of means) {
		const texts = await read();
		if (texts.length > 0) return texts;
	}
	return [];
}

function list(text: string | null): string[] {
	return text === null ? [] : [text];
}

function findHint({ data, step, offset }: Brightness, spot: Spot | undefined): Hint | null {
	if (spot && (spot.side * CODE_SHARE) / USUAL_MODULES < SMALL_MODULE_PX) return 'nearer';
	let sum = 0;
	let count = 0;
	for (let i = offset; i < data.length; i += SKIP * step, count++) sum += data[i]!;
	return sum < count * DARK_LEVEL ? 'light' : null;
}
