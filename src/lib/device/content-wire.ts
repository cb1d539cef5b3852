// What a phone says about content on the wire, and how it reads what came or was kept.

import type { ContentRequest } from '../contract/edition.ts';
import type { Pack } from '../domain/content.ts';
import { encodeItem, ITEM_HASH_CHARS, type PackItem } from '../domain/manifest.ts';
import { hashHex } from './vault.ts';

/** An edition by its name, as far as a request tells it. */
interface Named {
	readonly tag: string;
	readonly pack: Pack;
}

/** Asks for the items that are missing beside what is held. */
export function requestFor(
	language: string,
	held: Named,
	missing: readonly { readonly hash: string }[]
): ContentRequest {
	return {
		language,
		edition: held.tag,
		version: held.pack.version,
		book: null,
		items: missing.map((row) => row.hash)
	};
}

/** The name of an item by what it says. */
export async function hashItem(item: PackItem): Promise<string> {
	return (await hashHex(encodeItem(item))).slice(0, ITEM_HASH_CHARS);
}

/** The version that a list claims, whatever else is wrong with it. */
export function versionOf(list: unknown): number {
	const version = typeof list === 'object' && list !== null && 'version' in list ? list.version : undefined;
	return typeof version === 'number' && Number.isSafeInteger(version) && version >= 0 ? version : 0;
}

/** What a text holds, or null where it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
