// The order in which decoders look at one picture: the first on the picture as it is, then on its prepared middle; the
// second one on every few misses, or on every picture when the first could not be loaded.

import type { Decoder, Pixels } from './decoder.ts';
import { prepareMiddle } from './prepare.ts';

/** The second decoder costs more than the first with preparation and seldom reads what that could not. */
const SECOND_EVERY_MISSES = 4;

export interface CascadeRead {
	readonly text: string | null;
	/** Who read it, or who looked last. */
	readonly decoder: string;
}

export interface Cascade {
	decode(image: Pixels): Promise<CascadeRead>;
}

/** `first` is null where it could not be loaded; then the second one works alone. */
export function openCascade(first: Decoder | null, second: Decoder): Cascade {
	let misses = 0;
	return {
		async decode(image) {
			const read = first ? await readTwice(first, image) : await readWith(second, image);
			if (read.text !== null) {
				misses = 0;
				return read;
			}
			misses++;
			return first && misses % SECOND_EVERY_MISSES === 0 ? readWith(second, image) : read;
		}
	};
}

async function readTwice(decoder: Decoder, image: Pixels): Promise<CascadeRead> {
	const plain = await readWith(decoder, image);
	if (plain.text !== null) return plain;
	return { text: await decoder.decode(prepareMiddle(image)), decoder: `${decoder.name}+middle` };
}

async function readWith(decoder: Decoder, image: Pixels): Promise<CascadeRead> {
	return { text: await decoder.decode(image), decoder: decoder.name };
}
