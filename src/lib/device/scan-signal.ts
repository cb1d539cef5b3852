// That a card was read, told to ear and hand: the eye is on the card. Where the browser allows neither, the screen tells.

const BUZZ_MS = 80;
const TONE = { hertz: 1480, seconds: 0.12, loudness: 0.2 };

/** One short tone and one short buzz. Never fails: a phone that is muted or cannot is no reason to stop. */
export function signalRead(): void {
	try {
		navigator.vibrate?.(BUZZ_MS);
		const audio = new AudioContext();
		const tone = audio.createOscillator();
		const loudness = audio.createGain();
		tone.frequency.value = TONE.hertz;
		loudness.gain.value = TONE.loudness;
		loudness.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + TONE.seconds);
		tone.connect(loudness).connect(audio.destination);
		tone.onended = () => void audio.close();
		tone.start();
		tone.stop(audio.currentTime + TONE.seconds);
	} catch {
		// no sound on this phone, or not allowed: see above
	}
}
