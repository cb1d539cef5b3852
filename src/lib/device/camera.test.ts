import { expect, test } from 'vitest';
import { cameraProblem } from './camera.ts';

test.each([
	['NotAllowedError', 'camera.denied'],
	['SecurityError', 'camera.denied'],
	['NotFoundError', 'camera.absent'],
	['OverconstrainedError', 'camera.absent'],
	['NotReadableError', 'camera.busy'],
	['AbortError', 'camera.busy'],
	['', 'camera.busy']
])('%s is %s', (name, code) => expect(cameraProblem(name).code).toBe(code));
