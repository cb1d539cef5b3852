import { expect, test } from 'vitest';
import { packRows, takePicture } from './frame.ts';

test('rows are packed: what lies between them is left out, and nothing is copied where nothing does', () => {
	const bytes = Uint8Array.from([9, 1, 2, 0, 3, 4, 0, 5, 6, 0, 7, 7]);
	expect([...packRows(bytes, 1, 3, 2, 3)]).toEqual([1, 2, 3, 4, 5, 6]);
	const whole = packRows(bytes, 1, 2, 2, 2);
	expect([...whole]).toEqual([1, 2, 0, 3]);
	expect(whole.buffer).toBe(bytes.buffer);
});

test('of a camera frame the grey plane alone is taken, and the frame is closed, even when it breaks', async () => {
	let closed = 0;
	const frame = (copyTo: () => Promise<PlaneLayout[]>) =>
		({
			format: 'NV12',
			codedWidth: 2,
			codedHeight: 2,
			visibleRect: { width: 2, height: 2 },
			allocationSize: () => 6,
			copyTo,
			close: () => closed++
		}) as unknown as VideoFrame;
	const picture = await takePicture(frame(async () => [{ offset: 0, stride: 2 }]));
	expect([picture.width, picture.height, picture.grey().data.length]).toEqual([2, 2, 4]);
	await expect(takePicture(frame(() => Promise.reject(new Error('gone'))))).rejects.toThrow('gone');
	expect(closed).toBe(2);
});
