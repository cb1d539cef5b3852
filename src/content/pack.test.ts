import { describe, expect, it } from 'vitest';
import { checkPack } from '../lib/contract/content-check.ts';
import { parsePack } from '../lib/contract/content.ts';
import type { Guide, Pack } from '../lib/domain/content.ts';
import { PACKS, readPack } from './packs.ts';

describe.each(PACKS.map((pack) => [`${pack.id} (${pack.language})`, pack] as const))('pack %s', (_, pack) => {
	it('has the shape of the format', () => {
		expect(parsePack(JSON.parse(JSON.stringify(pack)))).toEqual({ ok: true, value: pack });
	});

	it('has no fault', () => {
		expect(checkPack(pack)).toEqual([]);
	});
});

/** The graph without its words: languages must differ in nothing else. */
function graphOf(pack: Pack) {
	const bare = (guide: Guide) =>
		guide.steps.map(({ id, who, timer, next, redirects, limit, check, effects, branches, stop, sources }) => ({
			id,
			who,
			timer,
			next,
			redirects,
			limit,
			sources,
			check: check?.map((point) => point.id),
			outcome: stop?.outcome,
			effects: effects?.map((effect) => ({ ...effect, words: '' })),
			branches: branches?.map((branch) => ({
				...branch,
				words: '',
				screen: branch.screen?.text,
				effects: branch.effects?.map((effect) => ({ ...effect, words: '' }))
			}))
		}));
	return pack.guides.map((guide) => ({ id: guide.id, start: guide.start, steps: bare(guide) }));
}

it('every language tells the same steps', () => {
	expect(graphOf(readPack('en'))).toEqual(graphOf(readPack('vi')));
});

it('an unknown language gets the Vietnamese pack', () => {
	expect(readPack('xx').language).toBe('vi');
});
