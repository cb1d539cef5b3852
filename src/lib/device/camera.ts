// The rear camera in a <video>: opened, given back whenever the page is hidden, and closed for good. No picture is
// taken or kept here (feature F027). What goes wrong is told as a Problem, and the next `resume` may mend it.

import { problem, type Problem } from '../domain/problem.ts';

export interface CameraListener {
	/** Pictures are coming. Called again after each return to the page. */
	onReady(camera: { readonly hasTorch: boolean }): void;
	onProblem(problem: Problem): void;
}

export interface Camera {
	/** Switches the torch; answers whether it is on now, which is false where there is none. */
	setTorch(on: boolean): Promise<boolean>;
	/** Asks for the camera anew, after the person has allowed it or closed the other app. */
	resume(): void;
	/** Gives the camera back. Nothing is called afterwards. */
	close(): void;
}

/** `torch` and `focusMode` stand in the image capture draft and not yet in TypeScript's library. */
type TrackCapabilities = MediaTrackCapabilities & { torch?: boolean; focusMode?: string[] };
type TrackConstraintSet = MediaTrackConstraintSet & { torch?: boolean; focusMode?: string };

/** 1280 x 720 gives a card's code 3 to 5 pixels per module; more costs time and reads little more (study, A1 and B5). */
const CONSTRAINTS: MediaStreamConstraints = {
	audio: false,
	video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 }, height: { ideal: 720 } }
};

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
		if (mine === turn) listener.onReady({ hasTorch: capabilities.torch === true });
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
		return { stream: await navigator.mediaDevices.getUserMedia(CONSTRAINTS) };
	} catch (error) {
		return { problem: cameraProblem(error instanceof Error ? error.name : '') };
	}
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
