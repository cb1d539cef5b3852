// The size of the paper, which can be said in no other place than a rule of the whole document.

export type Paper = 'A5' | 'A4';

/** Sets it for as long as something to be printed is on the screen; the answer takes it back. */
export function setPaper(paper: Paper): () => void {
	const style = document.createElement('style');
	style.textContent = `@page { size: ${paper}; margin: 12mm }`;
	document.head.append(style);
	return () => style.remove();
}
