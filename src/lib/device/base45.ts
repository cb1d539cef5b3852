// Bytes as the 45 signs that a QR code packs tightest (RFC 9285): two bytes in three signs, three signs in 16.5 bits. What
// a decoder gives back is then plain text, whatever it thinks of other bytes.

const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const BASE = SIGNS.length;

export function encodeBase45(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 2) {
		const isPair = at + 1 < bytes.length;
		let value = isPair ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!;
		for (let sign = 0; sign < (isPair ? 3 : 2); sign++) {
			text += SIGNS[value % BASE];
			value = Math.floor(value / BASE);
		}
	}
	return text;
}

/** Null where the text is none of ours. */
export function decodeBase45(text: string): Uint8Array<ArrayBuffer> | null {
	if (text.length % 3 === 1) return null;
	const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0));
	let to = 0;
	for (let at = 0; at < text.length; at += 3) {
		const [a, b, c] = [0, 1, 2].map((next) => (at + next < text.length ? SIGNS.indexOf(text[at + next]!) : 0));
		if (a! < 0 || b! < 0 || c! < 0) return null;
		const value = a! + b! * BASE + c! * BASE * BASE;
		const isPair = at + 2 < text.length;
		if (value > (isPair ? 0xffff : 0xff)) return null;
		if (isPair) bytes[to++] = value >> 8;
		bytes[to++] = value & 0xff;
	}
	return bytes;
}
