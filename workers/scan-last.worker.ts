// The last path of the scanner, in a worker of its own so that its 88 kB are loaded only where nothing else has helped:
// html5-qrcode's decoder on a picture that all the rest could not read. Kept on phones where WebAssembly does not run.

import { expose } from 'comlink';
import { takePicture, type Frame } from './decoders/frame.ts';
import { openHtml5 } from './decoders/html5.ts';

const decoder = openHtml5();

const api = {
	/** Answers once this worker is there. */
	hello: () => true,

	/** Reads one picture, which must be transferred; it is closed when this returns. */
	async decode(frame: Frame): Promise<string | null> {
		return decoder.decode((await takePicture(frame)).pixels());
	}
};

export type LastApi = typeof api;

expose(api);
