// Log lines hold names of errors, codes and places in our code; never a message, which may quote what somebody typed.

const FRAMES = 5;

/** One line for the log about a bug or trouble: kind, code, route, and where it was thrown. */
export function describeError(error: unknown, route: string | null): string {
	if (!(error instanceof Error)) return `error ${typeof error} at ${route}`;
	const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
	// a message may have lines that look like places in our code
	const frames = (error.stack ?? '')
		.replace(error.message, '')
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.slice(0, FRAMES)
		.map((line) => line.trim());
	const cause = error.cause === undefined ? '' : ` <- ${describeError(error.cause, null)}`;
	return `error ${error.name}${code} at ${route} ${frames.join(' ')}${cause}`;
}
