// The size of the paper, which can be said in no other place than a rule of the whole document. It is put into a style
// sheet that is there already: the policy of pages refuses style elements.

export type Paper = 'A5' | 'A4';

/** Sets it for as long as something to be printed is on the screen; the answer takes it back. */
export function setPaper(paper: Paper): () => void {
	const sheet = document.styleSheets[0];
	if (!sheet) return () => {};
	const at = sheet.insertRule(`@page { size: ${paper}; margin: 12mm }`, sheet.cssRules.length);
	const rule = sheet.cssRules[at];
	return () => {
		// others may have come and gone meanwhile
		const now = [...sheet.cssRules].findIndex((one) => one === rule);
		if (now >= 0) sheet.deleteRule(now);
	};
}
