// The commands of docs/install.md, as they stand there: fenced blocks whose first line names a step.

/** Steps of a first machine on a LAN, in the order of the page. */
export const FIRST_MACHINE = ['packages', 'program', 'unit', 'start', 'https-lan', 'ward'] as const;
/** What goes onto the sticks. */
export const ONTO_STICKS = ['safe', 'safe-lan', 'backup'] as const;
/** Steps of the machine that comes after a lost one. */
export const NEXT_MACHINE = ['packages', 'program', 'unit', 'put-back', 'put-back-lan', 'start', 'https-lan'] as const;
/** The lines that somebody fills in before all others. */
export const SETTINGS = 'settings';

/** Every block with a step by its name; a name that is there twice, or a block of another language, is an error. */
export function readSteps(page: string): ReadonlyMap<string, string> {
	const steps = new Map<string, string>();
	for (const [, language, name, lines] of page.matchAll(/^```(\w*) step=(\S+)\n(.*?)^```$/gms)) {
		if (language !== 'sh') throw new Error(`step ${name} is not marked as sh`);
		if (steps.has(name!)) throw new Error(`there are two steps ${name}`);
		steps.set(name!, lines!);
	}
	return steps;
}

/** The lines of the settings with the values that somebody has put in; a name that is not among them is an error. */
export function fillIn(settings: string, values: Readonly<Record<string, string>>): string {
	let filled = settings;
	for (const [name, value] of Object.entries(values)) {
		const line = new RegExp(`^${name}=\\S+`, 'm');
		if (!line.test(filled)) throw new Error(`there is no ${name} among the settings`);
		filled = filled.replace(line, `${name}=${value}`);
	}
	return filled;
}
