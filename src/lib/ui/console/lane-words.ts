// Words of the pages about areas and lanes in the desk's language.

import { lanes as english } from '../words/en/lanes.ts';
import { sketch as englishSketch } from '../words/en/sketch.ts';
import { lanes as vietnamese, type LanesWords } from '../words/vi/lanes.ts';
import { sketch as vietnameseSketch, type SketchWords } from '../words/vi/sketch.ts';
import { getDeskWords } from './desk-words.ts';

export function getLaneWords(): () => LanesWords {
	const desk = getDeskWords();
	return () => (desk().language === 'en' ? english : vietnamese);
}

/** Words of the drawing, which are the phone's. */
export function getSketchWords(): () => SketchWords {
	const desk = getDeskWords();
	return () => (desk().language === 'en' ? englishSketch : vietnameseSketch);
}
