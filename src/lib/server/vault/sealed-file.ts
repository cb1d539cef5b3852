// A backup that only the ward's keys open: the sheet in the safe and this file give the ward back, this file alone gives
// nothing. Pieces of one size, each with its number and whether it is the last, so that none can be left out, moved or cut off.

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

const MARK = Buffer.from('GOCUA-BACKUP-1\n');
const SALT_BYTES = 32;
const PIECE = 1024 * 1024;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const CIPHER = 'aes-256-gcm';

/** Whether a file begins as one that `sealFile` wrote. */
export function isSealedFile(path: string): boolean {
	const file = openSync(path, 'r');
	try {
		return readAt(file, 0, MARK.length).equals(MARK);
	} finally {
		closeSync(file);
	}
}

/** Writes `from` sealed to `to`, which must not be there yet; a key of its own for each file comes from `secret`. */
export function sealFile(from: string, to: string, secret: Buffer): void {
	const salt = randomBytes(SALT_BYTES);
	const key = makeKey(secret, salt);
	copy(from, to, (source, target) => {
		writeSync(target, Buffer.concat([MARK, salt]));
		const size = fstatSync(source).size;
		for (let at = 0, number = 0; number === 0 || at < size; at += PIECE, number++) {
			const cipher = createCipheriv(CIPHER, key, nonceOf(number, at + PIECE >= size));
			const text = readAt(source, at, PIECE);
			writeSync(target, Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]));
		}
	});
}

/** Writes what `sealFile` sealed to `to`. False when the keys are others or anything in it was changed or is missing. */
export function openSealedFile(from: string, to: string, secret: Buffer): boolean {
	return copy(from, to, (source, target) => {
		const head = MARK.length + SALT_BYTES;
		const key = makeKey(secret, readAt(source, MARK.length, SALT_BYTES));
		const size = fstatSync(source).size;
		if (size < head + TAG_BYTES) return false;
		for (let at = head, number = 0; at < size; at += PIECE + TAG_BYTES, number++) {
			const piece = readAt(source, at, PIECE + TAG_BYTES);
			if (piece.length < TAG_BYTES) return false;
			const cipher = createDecipheriv(CIPHER, key, nonceOf(number, at + PIECE + TAG_BYTES >= size));
			cipher.setAuthTag(piece.subarray(-TAG_BYTES));
			try {
				writeSync(target, Buffer.concat([cipher.update(piece.subarray(0, -TAG_BYTES)), cipher.final()]));
			} catch {
				return false; // Node says no more than that it does not fit
			}
		}
		return true;
	});
}

function copy<Result>(from: string, to: string, work: (source: number, target: number) => Result): Result {
	const source = openSync(from, 'r');
	try {
		const target = openSync(to, 'wx', 0o600);
		try {
			return work(source, target);
		} finally {
			closeSync(target);
		}
	} finally {
		closeSync(source);
	}
}

function readAt(file: number, position: number, length: number): Buffer {
	const buffer = Buffer.alloc(length);
	return buffer.subarray(0, readSync(file, buffer, 0, length, position));
}

function makeKey(secret: Buffer, salt: Buffer): Buffer {
	return Buffer.from(hkdfSync('sha256', secret, salt, 'go-cua backup', 32));
}

function nonceOf(number: number, isLast: boolean): Buffer {
	const nonce = Buffer.alloc(NONCE_BYTES);
	nonce.writeUInt32BE(number, NONCE_BYTES - 5);
	nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
	return nonce;
}
