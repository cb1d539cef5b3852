// The description of the API for other programs, made once: it changes only with the program.

import { describeApi } from '../contract/openapi.ts';

let made: object | null = null;

export function readApiText(): object {
	return (made ??= describeApi());
}
