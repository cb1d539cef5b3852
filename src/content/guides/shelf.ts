// Every guide, in the order of the shelf.

import type { Guide } from '../../lib/domain/content.ts';
import { P0 } from './p0-readiness.ts';
import { P1 } from './p1-install.ts';
import { P15_NUMBER } from './p15-change-number.ts';
import { P15_PASSCODE, P15_PASSWORD } from './p15-forgot.ts';
import { P15_LOCK } from './p15-lock.ts';
import { P15_NEW_PHONE } from './p15-new-phone.ts';
import { P16 } from './p16-scam.ts';
import { P2 } from './p2-app-account.ts';
import { P3 } from './p3-level1.ts';
import { P4 } from './p4-level2.ts';
import { P5 } from './p5-activation.ts';
import { P6 } from './p6-portal-sign-in.ts';

export const GUIDES: readonly Guide[] = [
	P0,
	P1,
	P2,
	P4,
	P5,
	P3,
	P15_NEW_PHONE,
	P15_PASSWORD,
	P15_PASSCODE,
	P15_NUMBER,
	P15_LOCK,
	P16,
	P6
];
