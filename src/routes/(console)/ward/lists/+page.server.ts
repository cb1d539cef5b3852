import { requireDesk } from '$lib/server/require-desk.ts';
import { parseListAddress, readProblem } from '$lib/domain/figure-form.ts';
import { figures as words } from '$lib/ui/words/vi/figures.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => {
	const desk = requireDesk(locals);
	const { kind, area } = parseListAddress(url.searchParams);
	const [areas, counts, open] = await Promise.all([
		desk.readAreas(),
		desk.figures.may.list ? desk.figures.countLists(area) : {},
		desk.figures.readOpenFigures(words.whole)
	]);
	return {
		kind,
		area,
		areas,
		counts,
		open,
		mayExport: desk.figures.may.list,
		isWhole: desk.figures.isWhole,
		problem: readProblem(url.searchParams),
		isBack: desk.people.isFresh && url.searchParams.has('again')
	};
};
