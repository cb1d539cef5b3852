// Where the app's version is named. Kit has it as a constant in a script that nearly all others import: a phone would
// fetch every one of them anew for an update that changes a single line. So pages read it from a line of their document,
// and only that document, the service worker and version.json are different in every build.

/** What `$app/environment` exports as `version`, in pages and on the server. The plugin for vite.config.ts. */
export function nameVersion(version: string) {
	return {
		name: 'name-version',
		enforce: 'pre' as const,
		transform(this: { environment?: { name: string } }, code: string, id: string) {
			if (!id.replaceAll('\\', '/').endsWith('@sveltejs/kit/src/runtime/app/env/internal.js')) return null;
			if (!code.includes(KITS)) throw new Error('Kit names its version elsewhere now');
			return code.replace(KITS, this.environment?.name === 'client' ? READ_PAGE : JSON.stringify(version));
		}
	};
}

const KITS = '__SVELTEKIT_APP_VERSION__';
const READ_PAGE = `document.querySelector('meta[name="version"]')?.getAttribute('content') ?? ''`;
