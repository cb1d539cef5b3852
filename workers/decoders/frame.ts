// From what the browser hands over to a picture: the grey plane of a camera's frame where it can be copied, which is
// a quarter of the bytes and needs no colours to be mixed; else pixels by way of a canvas.

import { fromGrey, fromPixels, type Picture } from './picture.ts';

export type Frame = ImageBitmap | VideoFrame | ImageData;

/** Formats whose first plane is one byte of brightness per pixel. */
const PLANAR = new Set<string | null>(['I420', 'I420A', 'I422', 'I444', 'NV12']);

let surface: OffscreenCanvas | null = null;
let planes = new Uint8Array(0);

/** The picture in a frame; the frame is closed, whatever happens. */
export async function takePicture(frame: Frame): Promise<Picture> {
	if ('data' in frame) return fromPixels(frame);
	try {
		const isVideo = 'copyTo' in frame;
		if (isVideo && PLANAR.has(frame.format)) return await copyGrey(frame);
		const width = isVideo ? frame.displayWidth : frame.width;
		const height = isVideo ? frame.displayHeight : frame.height;
		return fromPixels(draw(frame, width, height));
	} finally {
		frame.close();
	}
}

async function copyGrey(frame: VideoFrame): Promise<Picture> {
	const bytes = frame.allocationSize();
	if (planes.length < bytes) planes = new Uint8Array(bytes);
	const [plane] = await frame.copyTo(planes);
	const width = frame.visibleRect?.width ?? frame.codedWidth;
	const height = frame.visibleRect?.height ?? frame.codedHeight;
	if (!plane) throw new Error('a frame without planes');
	const data = packRows(planes, plane.offset, plane.stride, width, height);
	return fromGrey({ data, width, height });
}

/** Rows of `width` bytes without what lies between them; the bytes themselves where nothing does. */
export function packRows(bytes: Uint8Array, offset: number, stride: number, width: number, height: number): Uint8Array {
	if (stride === width) return bytes.subarray(offset, offset + width * height);
	const packed = new Uint8Array(width * height);
	for (let y = 0; y < height; y++) {
		const from = offset + y * stride;
		packed.set(bytes.subarray(from, from + width), y * width);
	}
	return packed;
}

function draw(frame: CanvasImageSource, width: number, height: number): ImageData {
	if (surface?.width !== width || surface.height !== height) surface = new OffscreenCanvas(width, height);
	const context = surface.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no 2d context in the worker');
	context.drawImage(frame, 0, 0, width, height);
	return context.getImageData(0, 0, width, height);
}
