// Tier 0: the browser's own BarcodeDetector, where there is one (Chrome on Android with Play services). It gives no bytes
// and guesses how a card's text is written, so only what cannot be such a guess gone wrong is believed.

/** The part of the draft standard that is used; TypeScript's library does not have it yet. */
interface BarcodeDetectorLike {
	detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface BarcodeDetectorClass {
	new (options: { formats: string[] }): BarcodeDetectorLike;
	getSupportedFormats(): Promise<string[]>;
}

export interface Native {
	/** A text that is written in Vietnamese letters throughout, or null. The frame stays open. */
	read(frame: ImageBitmapSource): Promise<string | null>;
}

/** How often in a row it may fail before it is left alone: its service may be missing or broken. */
const MOST_FAILURES = 3;

/** Null where the browser has none, or has it without QR codes. */
export async function openNative(scope: object = globalThis): Promise<Native | null> {
	const Detector = (scope as { BarcodeDetector?: BarcodeDetectorClass }).BarcodeDetector;
	if (!Detector || !(await Detector.getSupportedFormats()).includes('qr_code')) return null;
	const detector = new Detector({ formats: ['qr_code'] });
	let failures = 0;
	return {
		async read(frame) {
			if (failures >= MOST_FAILURES) return null;
			try {
				const [code] = await detector.detect(frame);
				failures = 0;
				return code && isVietnamese(code.rawValue) ? code.rawValue : null;
			} catch {
				failures++; // the other engines look at the same picture
				return null;
			}
		}
	};
}

const LETTERS = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
const VIETNAMESE = new RegExp(`^[\\x20-\\x7e${LETTERS}${LETTERS.toUpperCase()}]*$`, 'u');

/**
 * Every way to misread the bytes of a Vietnamese letter, as Latin-1, Windows, Big5 or Shift-JIS, leaves at least one sign
 * that is neither plain nor a letter of this alphabet. Names of other peoples may fail this too: other engines read them.
 */
export function isVietnamese(text: string): boolean {
	return VIETNAMESE.test(text.normalize('NFC'));
}
