// Where the field app gets English from. A file of its own, which only the layout imports: it names a file that changes
// with every English sentence.

import type { AllWords } from './language.svelte.ts';

export const loadEnglish = (): Promise<AllWords> => import('./words/english.ts').then(({ english }) => english);
