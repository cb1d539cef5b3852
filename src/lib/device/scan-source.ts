// Where the scanner's pictures come from, by what the browser can do: the camera's own stream, handed to the worker as a
// whole; else one frame of the video at a time; else its pixels.

import type { Frame } from '../../../workers/scan.worker.ts';

/** In Chrome since 94; not in TypeScript's library. */
interface TrackProcessorClass {
	new (options: { track: MediaStreamTrack; maxBufferSize?: number }): { readonly readable: ReadableStream<VideoFrame> };
}

/** A picture from a file is made no larger than this: a card's code is legible far below. */
const PICTURE_MAX_PX = 4096;

/** The camera's frames as a stream that keeps the newest only; null where the browser has none, or no camera is on. */
export function openStream(video: HTMLVideoElement): ReadableStream<VideoFrame> | null {
	const Processor = (globalThis as { MediaStreamTrackProcessor?: TrackProcessorClass }).MediaStreamTrackProcessor;
	const source = video.srcObject;
	const track = source instanceof MediaStream ? source.getVideoTracks()[0] : undefined;
	if (!Processor || track?.readyState !== 'live') return null;
	return new Processor({ track, maxBufferSize: 1 }).readable;
}

/** Calls back when the video shows another picture; where that cannot be known, when the screen is drawn next. */
export function onNextPicture(video: HTMLVideoElement, then: () => void): void {
	if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(then);
	else requestAnimationFrame(then);
}

/** The picture as something that can be handed over without a copy; pixels where workers cannot draw (Safari 16.3). */
export async function takeFrame(video: HTMLVideoElement): Promise<Frame> {
	if (typeof OffscreenCanvas === 'undefined') return readPixels(video, video.videoWidth, video.videoHeight);
	if (typeof VideoFrame !== 'undefined') return new VideoFrame(video);
	return createImageBitmap(video);
}

/** The picture in a file, as the scanner takes it. Rejects for a file that is none. */
export async function openPictureFile(file: Blob): Promise<Frame> {
	const whole = await createImageBitmap(file);
	const scale = PICTURE_MAX_PX / Math.max(whole.width, whole.height);
	if (typeof OffscreenCanvas !== 'undefined' && scale >= 1) return whole;
	const share = Math.min(1, scale);
	const pixels = readPixels(whole, Math.round(whole.width * share), Math.round(whole.height * share));
	whole.close();
	return pixels;
}

export function transferable(frame: Frame): Transferable {
	return frame instanceof ImageData ? frame.data.buffer : frame;
}

function readPixels(source: CanvasImageSource, width: number, height: number): ImageData {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height;
	const context = canvas.getContext('2d', { willReadFrequently: true });
	if (!context) throw new Error('no 2d context');
	context.drawImage(source, 0, 0, width, height);
	return context.getImageData(0, 0, width, height);
}
