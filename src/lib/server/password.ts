// Passwords that the program makes: for the demo ward and for accounts that an operator opens.

import { encodeJoinChars } from '../contract/join.ts';
import type { RandomBytes } from '../domain/id.ts';

const GROUPS = 4;
const GROUP_CHARS = 4;

/** `k7mq-2vxd-9c4t-hb3n`: 80 bits, no letter that is taken for a digit, easy to read out and to type. */
export function makePassword(randomBytes: RandomBytes): string {
	const group = () => encodeJoinChars(randomBytes(GROUP_CHARS)).toLowerCase();
	return Array.from({ length: GROUPS }, group).join('-');
}
