import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkPack } from '../lib/contract/content-check.ts';
import { parsePack } from '../lib/contract/content.ts';
import type { Effect, Guide, Pack } from '../lib/domain/content.ts';
import { encodeItem, makeManifest } from '../lib/domain/manifest.ts';
import { ENGLISH } from './en/english.ts';
import { GUIDES } from './guides/shelf.ts';
import { listUntranslated, localizeGuide } from './translate.ts';
import { PACKS, readPack } from './packs.ts';

describe.each(PACKS.map((pack) => [`${pack.id} (${pack.language})`, pack] as const))('pack %s', (_, pack) => {
	it('has the shape of the format', () => {
		expect(parsePack(JSON.parse(JSON.stringify(pack)))).toEqual({ ok: true, value: pack });
	});

	it('has no fault', () => {
		expect(checkPack(pack)).toEqual([]);
	});
});

/** Guides that are Vietnamese only: residence filings on the portal, seals, and what is over. */
const NOT_TRANSLATED: readonly string[] = [
	...['P9-permanent-residence', 'P10-temporary-residence', 'P11-temporary-absence', 'split-household'],
	...['residence-confirmation', 'P8-answer', 'P13-seals', 'P6-portal-account-2022', 'P7-police-portal-account-2022']
];

const mute = (effect: Effect) => ({
	...effect,
	words: '',
	...('bring' in effect ? { bring: effect.bring?.length } : {})
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
			effects: effects?.map((effect) => mute(effect)),
			branches: branches?.map((branch) => ({
				...branch,
				words: '',
				screen: branch.screen?.text,
				effects: branch.effects?.map((effect) => mute(effect))
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

it('nothing is planned that is not written', () => {
	expect(PACKS.flatMap((pack) => pack.plannedGuides ?? [])).toEqual([]);
});

describe('languages', () => {
	const NOT_YET = new Set(NOT_TRANSLATED);

	it.each(GUIDES.filter((guide) => !NOT_YET.has(guide.id)).map((guide) => [guide.id, guide] as const))(
		'%s is English, word for word',
		(_, guide) => {
			expect(listUntranslated(guide, ENGLISH)).toEqual([]);
		}
	);

	it('what is not translated keeps its Vietnamese words and says so', () => {
		const english = readPack('en');
		const kept = english.guides.filter((guide) => guide.language !== undefined);
		expect(new Set(kept.map((guide) => guide.id))).toEqual(NOT_YET);
		for (const guide of kept)
			expect({ ...guide, language: undefined }).toEqual(readPack('vi').guides.find(({ id }) => id === guide.id));
		expect(english.articles.every((article) => article.language === 'vi')).toBe(true);
		expect(readPack('vi').guides.some((guide) => guide.language !== undefined)).toBe(false);
	});

	it('a Vietnamese word that was changed alone puts the guide back too; a new source does not', () => {
		const P5 = GUIDES.find((guide) => guide.id === 'P5')!;
		const [first, ...rest] = P5.steps;
		const changed = { ...P5, steps: [{ ...first!, say: 'Lời khác.' }, ...rest] };
		expect(localizeGuide(changed, ENGLISH)).toEqual({ ...changed, language: 'vi' });
		expect(localizeGuide({ ...P5, sources: [] }, ENGLISH).language).toBeUndefined();
	});

	it('a word that was added puts the whole guide back to Vietnamese', () => {
		const P5 = GUIDES.find((guide) => guide.id === 'P5')!;
		const [first, ...rest] = P5.steps;
		const more = { ...P5, steps: [{ ...first!, notes: [...(first!.notes ?? []), 'Một dòng mới.'] }, ...rest] };
		expect(listUntranslated(more, ENGLISH)).toEqual([
			expect.stringContaining('translate what changed'),
			'notice/notes/2'
		]);
		expect(localizeGuide(more, ENGLISH)).toEqual({ ...more, language: 'vi' });
	});
});

describe('on the wire', () => {
	const packed = (text: string) => brotliCompressSync(text).length;
	const hash = (text: string) => createHash('sha256').update(text).digest('hex');

	it.each(PACKS.map((pack) => [pack.language, pack] as const))('the pack (%s) is at most 200 kB', (_, pack) => {
		expect(packed(JSON.stringify(pack))).toBeLessThanOrEqual(200_000);
	});

	it('an update of one article is at most 10 kB: the manifest and the article', () => {
		const pack = readPack('vi');
		const manifest = packed(JSON.stringify(makeManifest(pack, hash)));
		const largest = Math.max(...pack.articles.map((article) => packed(encodeItem(article))));
		expect(manifest + largest).toBeLessThanOrEqual(10_000);
	});
});
