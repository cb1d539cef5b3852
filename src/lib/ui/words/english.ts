// English for the field app, as one file of its own: kept on a phone where somebody chose it. What only the desk says is
// left out; the desk imports its words itself.

const parts = import.meta.glob<Record<string, unknown>>(
	[
		'./en/*.ts',
		'!./en/{acts,briefing,cases,content,desk,figures,inbox,lanes,list,outreach,people,plan,privacy,province,status}.ts'
	],
	{ eager: true }
);

/** The words of each part under its name. */
export const english: Readonly<Record<string, unknown>> = Object.fromEntries(
	Object.entries(parts).map(([path, words]) => {
		const part = path.slice('./en/'.length, -'.ts'.length);
		return [part, words[part]];
	})
);
