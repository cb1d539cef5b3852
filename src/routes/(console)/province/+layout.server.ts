import type { LayoutServerLoad } from './$types.js';

export const load: LayoutServerLoad = ({ cookies }) => ({
	language: cookies.get('language') === 'en' ? ('en' as const) : ('vi' as const)
});
