// Any browser, also an old one and one without scripts, gets the answer as a page.
export const csr = false;
