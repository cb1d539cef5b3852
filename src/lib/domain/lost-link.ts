// Whether a pack points nowhere. `checkPack` says more, but weighs more: this runs on phones before a pack is taken.

import type { Pack } from './content.ts';
import { listTargets } from './guide.ts';

/** The first link, successor, glossary word or step without its target, as a place; null where all holds together. */
export function findLostLink(pack: Pack): string | null {
	const known = new Set([...pack.articles, ...pack.guides].map((item) => item.id));
	for (const planned of pack.plannedGuides ?? []) known.add(planned);
	for (const article of pack.articles) {
		const links = [...(article.links ?? []).map((link) => link.to), ...(article.successor ? [article.successor] : [])];
		const lost = links.find((to) => !known.has(to));
		if (lost !== undefined) return `articles.${article.id} -> ${lost}`;
	}
	for (const guide of pack.guides) {
		const steps = new Set(guide.steps.map((step) => step.id));
		for (const step of guide.steps) {
			const target = listTargets(step).find((to) => !steps.has(to));
			if (target !== undefined) return `guides.${guide.id}.${step.id} -> ${target}`;
			const links = [...(step.links ?? []).map((link) => link.to), ...(step.terms ?? [])];
			const lost = links.find((to) => !known.has(to));
			if (lost !== undefined) return `guides.${guide.id}.${step.id} -> ${lost}`;
		}
	}
	return null;
}
