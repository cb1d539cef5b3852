// How the screens look on this phone: nothing about any person, needed before the vault is open, and therefore kept in
// the clear, apart from the records.

export const THEMES = ['auto', 'sun', 'night'] as const;
export type Theme = (typeof THEMES)[number];

export const TEXT_PERCENTS = [100, 125, 150, 200] as const;
export type TextPercent = (typeof TEXT_PERCENTS)[number];

export interface Look {
	/** `auto` follows the phone. */
	readonly theme: Theme;
	readonly textPercent: TextPercent;
	readonly tongue: 'vi' | 'en';
}

export const FIRST_LOOK: Look = { theme: 'auto', textPercent: 100, tongue: 'vi' };

const KEY = 'go-cua.look';

/** What was chosen, or the first look where nothing (or nothing readable) was kept. */
export function readLook(): Look {
	try {
		const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as { [Key in keyof Look]?: unknown };
		return {
			theme: THEMES.find((theme) => theme === kept.theme) ?? FIRST_LOOK.theme,
			textPercent: TEXT_PERCENTS.find((percent) => percent === kept.textPercent) ?? FIRST_LOOK.textPercent,
			tongue: kept.tongue === 'en' ? 'en' : 'vi'
		};
	} catch {
		return FIRST_LOOK; // storage is blocked or was written by somebody else: looks are not worth a question
	}
}

/** Kept where the browser allows it; without it the choice holds until the app is closed. */
export function writeLook(look: Look): void {
	try {
		localStorage.setItem(KEY, JSON.stringify(look));
	} catch {
		// blocked or full: see above
	}
}
