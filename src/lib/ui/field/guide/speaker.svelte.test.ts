import { expect, test } from 'vitest';
import { Speaker } from './speaker.svelte.ts';

interface Said {
	text: string;
	lang: string;
	onend: (() => void) | null;
}

function makePhone(voices: { lang: string; localService: boolean }[]) {
	const said: Said[] = [];
	let cancels = 0;
	const synthesis = {
		getVoices: () => voices as SpeechSynthesisVoice[],
		speak: (utterance: SpeechSynthesisUtterance) => void said.push(utterance as unknown as Said),
		cancel: () => void cancels++,
		addEventListener: () => undefined,
		removeEventListener: () => undefined
	};
	const speaker = new Speaker(synthesis as never, (text) => ({ text }) as SpeechSynthesisUtterance);
	return { speaker, said, cancels: () => cancels };
}

test('F065 is offered only where the phone has a voice for the language', () => {
	expect(new Speaker(null).canSpeak('vi')).toBe(false);
	const { speaker, said } = makePhone([{ lang: 'en-US', localService: true }]);
	expect([speaker.canSpeak('vi'), speaker.canSpeak('en')]).toEqual([false, true]);
	speaker.speak(['Bấm đăng nhập'], 'vi');
	expect(said, 'no other voice reads Vietnamese').toEqual([]);
});

test('F065 reads the lines with a voice of the phone itself, and stops', () => {
	const { speaker, said, cancels } = makePhone([
		{ lang: 'vi-VN', localService: false },
		{ lang: 'vi-VN', localService: true }
	]);
	speaker.speak(['Bước một', '', 'Bấm đăng nhập'], 'vi');
	expect(said).toMatchObject([{ text: 'Bước một. Bấm đăng nhập', voice: { localService: true } }]);
	expect(speaker.isSpeaking).toBe(true);
	said[0]?.onend?.();
	expect(speaker.isSpeaking).toBe(false);
	speaker.speak(['A'], 'vi');
	speaker.stop();
	expect([speaker.isSpeaking, cancels()]).toEqual([false, 3]);
});
