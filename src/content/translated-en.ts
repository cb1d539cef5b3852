// Pressed: the build replaces this file by its value (press.ts).

import type { Guide } from '../lib/domain/content.ts';
import { ENGLISH_GUIDES } from './edition.ts';

export const pressed: readonly Guide[] = ENGLISH_GUIDES;
