// The rear camera in a <video>: opened, given back whenever the page is hidden, and closed for good. No picture is
// taken or kept here (feature F027). What goes wrong is told as a Problem, and the next `resume` may mend it.

import { problem, type Problem } from '../domain/problem.ts';

/** What this camera can do beyond showing a picture. */
export interface CameraMeans {
	readonly hasTorch: boolean;
	/** The steps of zoom that are worth offering, 1 first; that one alone where there is no zoom. */
	readonly zooms: readonly number[];
}

export interface CameraListener {
	/** Pictures are coming. Called again after each return to the page. */
	onReady(camera: CameraMeans): void;
	onProblem(problem: Problem): void;
}

export interface Camera {
	/** Switches the torch; answers whether it is on now, which is false where there is none. */
	setTorch(on: boolean): Promise<boolean>;
	/** Zooms to one of `zooms`; answers whether it did. */
	setZoom(zoom: number): Promise<boolean>;
	/** Makes what is at this place of the picture sharp, where the camera can be told; shares of width and height. */
	focusAt(x: number, y: number): Promise<void>;
	/** Asks for the camera anew, after the person has allowed it or closed the other app. */
	resume(): void;
	/** Gives the camera back. Nothing is called afterwards. */
	close(): void;
}

/** These stand in the image capture draft and not yet in TypeScript's library. */
type TrackCapabilities = MediaTrackCapabilities & {
	torch?: boolean;
	focusMode?: string[];
	zoom?: { min: number; max: number };
	pointsOfInterest?: unknown;
};
type TrackConstraintSet = MediaTrackConstraintSet & {
	torch?: boolean;
	focusMode?: string;
	zoom?: number;
	pointsOfInterest?: { x: number; y: number }[];
};

/** 1280 x 720 gives a card's code 3 to 5 pixels per module; more costs time and reads little more (study, A1 and B5). */
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 } };
const ZOOMS = [1, 1.5, 2, 3];

/** Opens the camera into `video`. Answers at once; what happens is told to the listener. */
export function openCamera(video: HTMLVideoElement, listener: CameraListener): Camera {
	let stream: MediaStream | null = null;
	let isClosed = false;
	// Each start has a number, so that a camera that comes late, after a stop, is given back at once.
	let turn = 0;

	function stop(): void {
		turn++;
		for (const track of stream?.getTracks() ?? []) {
			track.onended = null;
			track.stop();
		}
		stream = null;
		video.srcObject = null;
	}

	async function start(): Promise<void> {
		stop();
		const mine = turn;
		const opened = await requestStream();
		if (mine !== turn) {
			if ('stream' in opened) opened.stream.getTracks().forEach((track) => track.stop());
			return;
		}
		if ('problem' in opened) return listener.onProblem(opened.problem);
		stream = opened.stream;
		const [track] = stream.getVideoTracks();
		if (track) track.onended = () => listener.onProblem(problem('camera.busy'));
		video.srcObject = stream;
		// A start that is cut short by stop() rejects; there is nobody left to tell.
		await video.play().catch(() => undefined);
		if (mine !== turn || !track) return;
		const capabilities: TrackCapabilities = track.getCapabilities?.() ?? {};
		if (capabilities.focusMode?.includes('continuous')) await constrain(track, { focusMode: 'continuous' });
		if (mine === turn) listener.onReady({ hasTorch: capabilities.torch === true, zooms: listZooms(capabilities.zoom) });
	}

	function followVisibility(): void {
		if (document.visibilityState === 'hidden') stop();
		else if (!stream) void start();
	}

	document.addEventListener('visibilitychange', followVisibility);
	void start();

	return {
		async setTorch(on) {
			const [track] = stream?.getVideoTracks() ?? [];
			return track ? (await constrain(track, { torch: on })) && on : false;
		},
		async setZoom(zoom) {
			const [track] = stream?.getVideoTracks() ?? [];
			return track !== undefined && constrain(track, { zoom });
		},
		async focusAt(x, y) {
			const [track] = stream?.getVideoTracks() ?? [];
			const can: TrackCapabilities = track?.getCapabilities?.() ?? {};
			const once = can.focusMode?.includes('single-shot') ? { focusMode: 'single-shot' } : null;
			if (!track || !(once || can.pointsOfInterest)) return;
			await constrain(track, { ...once, ...(can.pointsOfInterest ? { pointsOfInterest: [{ x, y }] } : {}) });
			if (can.focusMode?.includes('continuous')) await constrain(track, { focusMode: 'continuous' });
		},
		resume() {
			if (!isClosed) void start();
		},
		close() {
			isClosed = true;
			document.removeEventListener('visibilitychange', followVisibility);
			stop();
		}
	};
}

/** The sentence's code for what getUserMedia threw, by the name of the error. */
export function cameraProblem(errorName: string): Problem {
	switch (errorName) {
		case 'NotAllowedError':
		case 'SecurityError':
			return problem('camera.denied');
		case 'NotFoundError':
		case 'OverconstrainedError':
			return problem('camera.absent');
		default:
			// NotReadableError and AbortError: another app or the system holds it. Anything newer: worth another try.
			return problem('camera.busy');
	}
}

async function requestStream(): Promise<{ stream: MediaStream } | { problem: Problem }> {
	if (!isSecureContext) return { problem: problem('camera.insecure') };
	// Typed as always there, but missing in some in-app browsers.
	if (!(navigator.mediaDevices as MediaDevices | undefined)) return { problem: problem('camera.absent') };
	try {
		return { stream: await takeMainLens(await ask({ facingMode: { ideal: 'environment' } })) };
	} catch (error) {
		return { problem: cameraProblem(error instanceof Error ? error.name : '') };
	}
}

function ask(which: MediaTrackConstraints): Promise<MediaStream> {
	return navigator.mediaDevices.getUserMedia({ audio: false, video: { ...which, ...PICTURE } });
}

/** The stream itself, or that of the main lens where the phone opened another one at the back. */
async function takeMainLens(stream: MediaStream): Promise<MediaStream> {
	const [track] = stream.getVideoTracks();
	try {
		const better = chooseLens(await navigator.mediaDevices.enumerateDevices(), track?.label ?? '');
		if (!better) return stream;
		// some phones give out one camera at a time
		for (const each of stream.getTracks()) each.stop();
		return await ask({ deviceId: { exact: better } });
	} catch {
		// What was opened first is better than nothing, unless it is stopped by now.
		return track?.readyState === 'live' ? stream : ask({ facingMode: { ideal: 'environment' } });
	}
}

const BACK = /back|rear|environment|sau/i;
/** Lenses that are no use here: the wide ones see a code too small, the long ones do not focus near. */
const ODD = /ultra|wide|tele|depth|macro|siêu rộng|xa/i;

/**
 * The device of the main lens at the back, if another one is open; null where the open one will do. Android numbers its
 * lenses (`camera2 0, facing back`), the main one first; iOS names them.
 */
export function chooseLens(
	devices: readonly Pick<MediaDeviceInfo, 'deviceId' | 'kind' | 'label'>[],
	openLabel: string
): string | null {
	if (openLabel === '') return null;
	const back = devices.filter(({ kind, label }) => kind === 'videoinput' && BACK.test(label) && !ODD.test(label));
	const numberOf = (label: string) => Number(/\bcamera2? (\d+)/i.exec(label)?.[1] ?? 0);
	const [main] = back.sort((a, b) => numberOf(a.label) - numberOf(b.label));
	if (!main || main.label === openLabel) return null;
	const isFine = BACK.test(openLabel) && !ODD.test(openLabel) && numberOf(openLabel) <= numberOf(main.label);
	return isFine ? null : main.deviceId;
}

/** The steps of zoom within what the camera can do. */
export function listZooms(range: { readonly min: number; readonly max: number } | undefined): number[] {
	return range ? ZOOMS.filter((zoom) => zoom === 1 || (zoom >= range.min && zoom <= range.max)) : [1];
}

/** Whether the camera took the setting. One that offers a setting may still refuse it: then all stays as it was. */
async function constrain(track: MediaStreamTrack, setting: TrackConstraintSet): Promise<boolean> {
	try {
		await track.applyConstraints({ advanced: [setting] });
		return true;
	} catch {
		return false;
	}
}
