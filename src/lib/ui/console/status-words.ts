// Words of the page about the server, in the desk's language, and how sizes are written.

import { formatNumber } from '../words.ts';
import { status as english } from '../words/en/status.ts';
import { status as vietnamese, type StatusWords } from '../words/vi/status.ts';
import { getDeskWords } from './desk-words.ts';

export function getStatusWords(): () => StatusWords {
	const desk = getDeskWords();
	return () => (desk().language === 'en' ? english : vietnamese);
}

/** `1.234 MB`, or from ten thousand of them on `12,3 GB`. */
export function formatBytes(bytes: number): string {
	const mega = bytes / 1e6;
	return mega < 10_000 ? `${formatNumber(Math.round(mega))} MB` : `${formatNumber(Math.round(mega / 100) / 10)} GB`;
}
