// Every guide, in the order of the shelf.

import type { Guide } from '../../lib/domain/content.ts';
import { P6_OLD, P7_OLD } from './archive.ts';
import { AFTER_MERGER, CARD_GUIDE } from './card-and-address.ts';
import { FROM_6, GUARDIANSHIP, UNDER_6 } from './children.ts';
import { P17, SIM, SOCIAL_BENEFIT, WEB_ACTIVATION } from './explained.ts';
import { FOREIGNERS } from './foreigners.ts';
import { P0 } from './p0-readiness.ts';
import { P1 } from './p1-install.ts';
import { P10 } from './p10-temporary-residence.ts';
import { P11 } from './p11-temporary-absence.ts';
import { P12 } from './p12-stay-notice.ts';
import { P13 } from './p13-seals.ts';
import { P14 } from './p14-health-insurance.ts';
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
import { P9 } from './p9-permanent-residence.ts';
import { ANSWER, CONFIRM, SPLIT } from './residence-others.ts';

export const GUIDES: readonly Guide[] = [
	...[P0, P1, P2, P4, CARD_GUIDE, P3],
	...[P5, WEB_ACTIVATION],
	...[P15_NEW_PHONE, P15_PASSWORD, P15_PASSCODE, P15_NUMBER, P15_LOCK, SIM],
	...[P16],
	...[P9, P10, P11, P12, SPLIT, CONFIRM, ANSWER],
	...[UNDER_6, FROM_6, GUARDIANSHIP, FOREIGNERS, AFTER_MERGER],
	...[P6, P14, SOCIAL_BENEFIT, P17],
	...[P13],
	...[P6_OLD, P7_OLD]
];
