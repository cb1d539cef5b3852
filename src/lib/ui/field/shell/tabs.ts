// The tabs of the open app, and where they stand back: inside a visit and a guide the one main action has the thumb alone.

export interface TabWords {
	readonly today: string;
	readonly doors: string;
	readonly guide: string;
	readonly me: string;
}

const ICONS = {
	today: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
	doors: 'M5 21V4h10v17M3 21h18M15 8h4v13M11 12v1',
	guide: 'M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2zM12 6v14',
	me: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4 21c0-5 4-7 8-7s8 2 8 7'
};

/** The tabs for this path, or null where there are none. */
export function listTabs(path: string, words: TabWords) {
	if (path.startsWith('/visit') || /^\/guide\/./.test(path)) return null;
	const under = (root: string) => path === root || path.startsWith(`${root}/`);
	return [
		// what is sent to the ward is reached from the line on top and belongs to the day's work
		{ href: '/', label: words.today, icon: ICONS.today, isHere: path === '/' || under('/sync') },
		{ href: '/doors', label: words.doors, icon: ICONS.doors, isHere: under('/doors') },
		{ href: '/guide', label: words.guide, icon: ICONS.guide, isHere: under('/guide') || under('/handbook') },
		{ href: '/me', label: words.me, icon: ICONS.me, isHere: under('/me') }
	];
}
