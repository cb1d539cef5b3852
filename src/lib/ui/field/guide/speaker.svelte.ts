// Reading aloud with the voice that the phone brings (feature F065). Offered only where there is a voice for the language:
// another one would read Vietnamese as noise. Nothing is sent anywhere by us; whether the voice works offline is the phone's.

import { createSubscriber } from 'svelte/reactivity';

type Synthesis = Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel' | 'addEventListener' | 'removeEventListener'>;

export class Speaker {
	readonly #synthesis: Synthesis | null;
	readonly #makeUtterance: (text: string) => SpeechSynthesisUtterance;
	readonly #listen: () => void;
	#isSpeaking = $state(false);

	constructor(
		synthesis: Synthesis | null = typeof speechSynthesis === 'undefined' ? null : speechSynthesis,
		makeUtterance = (text: string) => new SpeechSynthesisUtterance(text)
	) {
		this.#synthesis = synthesis;
		this.#makeUtterance = makeUtterance;
		// Voices come late: the list is empty at first.
		this.#listen = createSubscriber((update) => {
			synthesis?.addEventListener('voiceschanged', update);
			return () => synthesis?.removeEventListener('voiceschanged', update);
		});
	}

	get isSpeaking(): boolean {
		return this.#isSpeaking;
	}

	/** Whether this phone can read this language. */
	canSpeak(language: string): boolean {
		this.#listen();
		return this.#findVoice(language) !== undefined;
	}

	/** Reads the lines; what was being read stops. */
	speak(lines: readonly string[], language: string): void {
		const voice = this.#findVoice(language);
		if (!this.#synthesis || !voice) return;
		this.stop();
		const utterance = this.#makeUtterance(lines.filter(Boolean).join('. '));
		utterance.voice = voice;
		utterance.lang = voice.lang;
		// slower than a newsreader: it is heard at a door, by somebody who looks for a button meanwhile
		utterance.rate = 0.9;
		utterance.onend = () => (this.#isSpeaking = false);
		utterance.onerror = () => (this.#isSpeaking = false);
		this.#isSpeaking = true;
		this.#synthesis.speak(utterance);
	}

	stop(): void {
		this.#synthesis?.cancel();
		this.#isSpeaking = false;
	}

	#findVoice(language: string): SpeechSynthesisVoice | undefined {
		const voices = this.#synthesis?.getVoices() ?? [];
		const own = voices.filter((voice) => voice.lang.toLowerCase().startsWith(language));
		return own.find((voice) => voice.localService) ?? own[0];
	}
}
