// Every guide, in the order of the shelf.

import type { Guide } from '../../lib/domain/content.ts';
import { P5 } from './p5-activation.ts';

export const GUIDES: readonly Guide[] = [P5];
