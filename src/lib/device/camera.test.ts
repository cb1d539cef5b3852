import { describe, expect, test } from 'vitest';
import { cameraProblem, chooseLens, listZooms } from './camera.ts';

test.each([
	['NotAllowedError', 'camera.denied'],
	['SecurityError', 'camera.denied'],
	['NotFoundError', 'camera.absent'],
	['OverconstrainedError', 'camera.absent'],
	['NotReadableError', 'camera.busy'],
	['AbortError', 'camera.busy'],
	['', 'camera.busy']
])('%s is %s', (name, code) => expect(cameraProblem(name).code).toBe(code));

describe('chooseLens', () => {
	const lens = (deviceId: string, label: string) => ({ deviceId, label, kind: 'videoinput' as const });
	const android = [
		lens('front', 'camera2 1, facing front'),
		lens('wide', 'camera2 2, facing back'),
		lens('main', 'camera2 0, facing back')
	];
	test('Android opened another lens at the back, or the front: the lowest number at the back is the main one', () => {
		expect(chooseLens(android, 'camera2 2, facing back')).toBe('main');
		expect(chooseLens(android, 'camera2 1, facing front')).toBe('main');
		expect(chooseLens(android, 'camera2 0, facing back')).toBeNull();
	});
	test('iOS names its lenses; wide and long ones are left', () => {
		const ios = [
			lens('ultra', 'Back Ultra Wide Camera'),
			lens('tele', 'Back Telephoto Camera'),
			lens('dual', 'Back Dual Wide Camera'),
			lens('main', 'Back Camera'),
			lens('front', 'Front Camera')
		];
		expect(chooseLens(ios, 'Back Ultra Wide Camera')).toBe('main');
		expect(chooseLens(ios, 'Back Camera')).toBeNull();
	});
	test('nothing to choose: no labels, one camera, a camera of unknown name', () => {
		expect(chooseLens([lens('a', '')], '')).toBeNull();
		expect(chooseLens([lens('a', 'Integrated Webcam')], 'Integrated Webcam')).toBeNull();
		expect(chooseLens([], 'USB Camera')).toBeNull();
	});
});

test('zoom is offered in the steps that the camera reaches', () => {
	expect(listZooms(undefined)).toEqual([1]);
	expect(listZooms({ min: 1, max: 8 })).toEqual([1, 1.5, 2, 3]);
	expect(listZooms({ min: 1, max: 1.6 })).toEqual([1, 1.5]);
	expect(listZooms({ min: 100, max: 400 })).toEqual([1]);
});
