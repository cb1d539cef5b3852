// Pressed: the build replaces this file by its value (press.ts).

import type { Pack } from '../lib/domain/content.ts';
import { VIETNAMESE } from './edition.ts';

export const pressed: Pack = VIETNAMESE;
