// English, for the guides that are in force: everything else stays Vietnamese and says so.

import type { Translation } from '../translate.ts';
import { GLOSSES } from './glosses.ts';
import { KEEPING } from './keeping.ts';
import { OF } from './of.ts';
import { P5 } from './p5-activation.ts';
import { PHRASES } from './phrases.ts';
import { STARTING } from './starting.ts';

export const ENGLISH: Translation = {
	language: 'en',
	glosses: GLOSSES,
	phrases: PHRASES,
	of: OF,
	guides: { ...STARTING, P5, ...KEEPING }
};
