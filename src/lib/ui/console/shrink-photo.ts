// A portrait made small before it leaves the desk's browser: cut to three by four, drawn anew as a JPEG. What the camera
// wrote beside the picture does not survive the drawing.

import { LIMIT } from '$lib/domain/limit.ts';

const WIDTH = 240;
const HEIGHT = 320;
const QUALITIES = [0.85, 0.7, 0.55, 0.4];

/** Null when it is no picture that this browser reads. */
export async function shrinkPhoto(file: Blob): Promise<File | null> {
	const bitmap = await createImageBitmap(file).catch(() => null);
	if (!bitmap) return null;
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [WIDTH, HEIGHT];
	const context = canvas.getContext('2d');
	if (!context) return null;
	// the largest part of that shape, from the middle; of a tall picture from its upper third, where the face is
	const scale = Math.max(WIDTH / bitmap.width, HEIGHT / bitmap.height);
	const [width, height] = [bitmap.width * scale, bitmap.height * scale];
	context.fillStyle = '#fff';
	context.fillRect(0, 0, WIDTH, HEIGHT);
	context.drawImage(bitmap, (WIDTH - width) / 2, (HEIGHT - height) / 3, width, height);
	bitmap.close();
	for (const quality of QUALITIES) {
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
		if (blob && blob.size <= LIMIT.badgePhotoBytes) return new File([blob], 'photo.jpg', { type: 'image/jpeg' });
	}
	return null;
}
