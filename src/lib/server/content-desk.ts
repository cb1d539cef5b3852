// What staff do with the ward's content: look what should be checked again, edit words and dates of one item, see what
// would be published and with which faults, publish it, and keep the ward's own book.

import { checkPack } from '../contract/content-check.ts';
import { parsePack } from '../contract/content.ts';
import { decideBanner, type Article, type Guide, type Pack } from '../domain/content.ts';
import { dayAt, daysBetween, type Day } from '../domain/day.ts';
import {
	decideDue,
	type EditionRow,
	type ItemEdit,
	type ItemFault,
	type ItemPlace,
	type ItemPreview,
	type ItemRow,
	type ItemSheet
} from '../domain/desk-content.ts';
import type { Staff } from '../domain/desk.ts';
import type { WardId } from '../domain/id.ts';
import { listItemTexts, setItemLife, setItemTexts } from '../domain/item-text.ts';
import { LIMIT } from '../domain/limit.ts';
import type { Manifest } from '../domain/manifest.ts';
import { fail, succeed, type Result } from '../domain/problem.ts';

import { writeAudit } from './audit.ts';
import { CONTENT_LANGUAGES, isContentLanguage, readBaseManifest, writeEdition, type Content } from './content.ts';
import type { Reader } from './db/open-store.ts';
import type { Films } from './films.ts';
import { inWard } from './db/ward-store.ts';
import { answerWithTrouble, type Site } from './site.ts';
import { isAllowed } from './staff.ts';
import { readWardBook, writeWardBook } from './ward-book.ts';
import type { ContentDesk } from './ward-desk.ts';

export function openContentDesk(site: Site, content: Content, films: Films, staff: Staff): ContentDesk {
	const { ward } = staff;
	const { db } = site.store;
	const today = () => dayAt(site.clock());
	return {
		canPublish: isAllowed(staff.role, 'content'),
		get today() {
			return today();
		},
		async listItems() {
			const rows = await Promise.all(
				CONTENT_LANGUAGES.map((language) => listRows(db, content, ward, language, today()))
			);
			return rows.flat();
		},
		readItem: (place) => readSheet(db, content, ward, place, today()),
		previewItem: (edit) => answerWithTrouble(preview(content, ward, edit, today())),
		publishItem: (edit) =>
			answerWithTrouble(
				publish(site, content, staff, edit, async () => {
					const previewed = await preview(content, ward, edit, today());
					if (!previewed.ok) return previewed;
					const [fault] = previewed.value.faults;
					if (fault) return fail('content.faulty', fault.place);
					return succeed({ item: previewed.value.item, drops: previewed.value.dropsTranslation });
				})
			),
		restoreItem: (place) =>
			answerWithTrouble(
				publish(site, content, staff, place, () => {
					if (!isContentLanguage(place.language)) return Promise.resolve(fail('field.badChoice', 'language'));
					const item = findItem(content.shipped(place.language).pack, place);
					return Promise.resolve(item ? succeed({ item, drops: false }) : fail('field.badChoice', 'id'));
				})
			),
		listEditions: () => listEditions(db, ward),
		listUses: () => listUses(db, content, ward),
		readBook: () => readWardBook(db, ward),
		async writeBook(book) {
			if (!isAllowed(staff.role, 'content')) return fail('staff.notAllowed');
			return answerWithTrouble(writeWardBook(site, staff, book));
		},
		async addFilm(part) {
			if (!isAllowed(staff.role, 'content')) return fail('staff.notAllowed');
			return answerWithTrouble(films.take(staff, part));
		}
	};
}

function findItem(pack: Pack, { kind, id }: ItemPlace): Guide | Article | null {
	return (kind === 'guide' ? pack.guides : pack.articles).find((item) => item.id === id) ?? null;
}

function hashOf(manifest: Manifest, { kind, id }: ItemPlace): string | undefined {
	return manifest.items.find((row) => row.kind === kind && row.id === id)?.hash;
}

async function listRows(
	db: Reader,
	content: Content,
	ward: WardId,
	language: (typeof CONTENT_LANGUAGES)[number],
	today: Day
): Promise<ItemRow[]> {
	const { pack, manifest } = await content.read(ward, language);
	const shipped = content.shipped(language).manifest;
	const newer = await listOutdatedEdits(db, ward, language, shipped);
	const toRow = (item: Guide | Article, kind: ItemPlace['kind']): ItemRow => {
		const place = { language, kind, id: item.id };
		const isEdited = hashOf(manifest, place) !== hashOf(shipped, place);
		return {
			...place,
			title: item.title,
			sort: 'kind' in item ? item.kind : null,
			checkedOn: item.checkedOn,
			banner: decideBanner(item, today),
			isEdited,
			hasNewer: isEdited && newer.has(item.id),
			due: decideDue(item, today),
			ageDays: daysBetween(item.checkedOn, today)
		};
	};
	return [...pack.guides.map((item) => toRow(item, 'guide')), ...pack.articles.map((item) => toRow(item, 'article'))];
}

/** Items that the ward changed on top of a shipped text which is another one by now. */
async function listOutdatedEdits(
	db: Reader,
	ward: WardId,
	language: string,
	shipped: Manifest
): Promise<ReadonlySet<string>> {
	const edits = await db
		.selectFrom('content_edition')
		.select(['base', 'changed'])
		.where('ward_id', '=', ward)
		.where('language', '=', language)
		.where('staff_id', 'is not', null)
		.orderBy('version')
		.execute();
	const baseOf = new Map<string, string>();
	for (const edit of edits) for (const id of JSON.parse(edit.changed) as string[]) baseOf.set(id, edit.base);
	const bases = new Map<string, Manifest | null>();
	for (const tag of new Set(baseOf.values())) bases.set(tag, await readBaseManifest(db, ward, tag));
	const hashIn = (manifest: Manifest | null | undefined, id: string) =>
		manifest?.items.find((row) => row.id === id)?.hash;
	return new Set(
		[...baseOf].filter(([id, tag]) => hashIn(bases.get(tag), id) !== hashIn(shipped, id)).map(([id]) => id)
	);
}

async function readSheet(
	db: Reader,
	content: Content,
	ward: WardId,
	place: ItemPlace,
	today: Day
): Promise<ItemSheet | null> {
	const { language } = place;
	if (!isContentLanguage(language)) return null;
	const { pack, manifest } = await content.read(ward, language);
	const item = findItem(pack, place);
	const hash = hashOf(manifest, place);
	if (!item || !hash) return null;
	const rows = await listRows(db, content, ward, language, today);
	const row = rows.find((one) => one.kind === place.kind && one.id === place.id);
	if (!row) return null;
	const editions = await listEditions(db, ward);
	const history = editions.filter((edition) => edition.language === language && edition.changed.includes(place.id));
	return { language, kind: place.kind, id: place.id, item, hash, row, history };
}

async function preview(content: Content, ward: WardId, edit: ItemEdit, today: Day): Promise<Result<ItemPreview>> {
	if (!isContentLanguage(edit.language)) return fail('field.badChoice', 'language');
	const { pack, manifest } = await content.read(ward, edit.language);
	const before = findItem(pack, edit);
	if (!before) return fail('field.badChoice', 'id');
	if (hashOf(manifest, edit) !== edit.hash) return fail('content.changedSince', edit.id);
	const tooLong = Object.entries(edit.texts).find(([, text]) => text.length > LIMIT.itemTextChars);
	if (tooLong) return fail('field.tooLong', tooLong[0]);
	const item = setItemLife(setItemTexts(before, edit.texts), edit.life);
	const old = new Map(listItemTexts(before).map(({ path, text }) => [path, text]));
	const changes = listItemTexts(item).flatMap(({ path, text }) =>
		old.get(path) === text ? [] : [{ path, before: old.get(path) ?? '', after: text }]
	);
	const words = changes.some((change) => !change.path.startsWith('keywords'));
	const isTranslated =
		edit.language === 'vi' && findItem((await content.read(ward, 'en')).pack, { ...edit, language: 'en' }) !== null;
	return succeed({
		item,
		changes,
		faults: await findFaults(content, ward, edit, pack, item, today),
		dropsTranslation: words && isTranslated
	});
}

/** Faults that the edit brings: what the pack had before it (a date that has passed meanwhile) does not hold it up. */
async function findFaults(
	content: Content,
	ward: WardId,
	place: ItemPlace,
	pack: Pack,
	item: Guide | Article,
	today: Day
): Promise<ItemFault[]> {
	// A translation links to items that only the Vietnamese pack holds.
	const whole = (await content.read(ward, 'vi')).pack;
	const around = (own: Pack): Pack => ({
		...own,
		plannedGuides: [...whole.guides, ...whole.articles].map((one) => one.id)
	});
	const edited = around(replaceItem(pack, place, item));
	const parsed = parsePack(JSON.parse(JSON.stringify(edited)));
	if (!parsed.ok) return [{ place: parsed.problem.at ?? '', kind: 'shape' }];
	const key = (fault: ItemFault) => `${fault.place} ${fault.kind} ${fault.found ?? ''}`;
	const had = new Set(checkPack(around(pack), today).map(key));
	return checkPack(edited, today).filter((fault) => !had.has(key(fault)));
}

function replaceItem(pack: Pack, { kind, id }: ItemPlace, item: Guide | Article | null): Pack {
	const swap = <Kind extends { readonly id: string }>(items: readonly Kind[]): Kind[] =>
		// the item is of the list's own kind: it was found there
		items.flatMap((one) => (one.id !== id ? [one] : item === null ? [] : [item as unknown as Kind]));
	return kind === 'guide' ? { ...pack, guides: swap(pack.guides) } : { ...pack, articles: swap(pack.articles) };
}

async function publish(
	site: Site,
	content: Content,
	staff: Staff,
	place: ItemPlace & { readonly hash: string },
	decide: () => Promise<Result<{ readonly item: Guide | Article; readonly drops: boolean }>>
): Promise<Result<{ readonly version: number }>> {
	if (!isAllowed(staff.role, 'content')) return fail('staff.notAllowed');
	if (!isContentLanguage(place.language)) return fail('field.badChoice', 'language');
	const decided = await decide();
	if (!decided.ok) return decided;
	const edition = await content.read(staff.ward, place.language);
	const english = await content.read(staff.ward, 'en');
	const version = edition.pack.version + 1;
	const now = site.clock();
	return inWard(site.store, staff.ward, now, async ({ trx }) => {
		const latest = await trx
			.selectFrom('content_edition')
			.select('version')
			.where('ward_id', '=', staff.ward)
			.where('language', '=', place.language)
			.orderBy('version', 'desc')
			.limit(1)
			.executeTakeFirst();
		if (latest?.version !== edition.pack.version || hashOf(edition.manifest, place) !== place.hash)
			return fail('content.changedSince', place.id);
		const pack = { ...replaceItem(edition.pack, place, decided.value.item), version };
		const base = (language: (typeof CONTENT_LANGUAGES)[number]) => content.shipped(language).tag;
		const language = edition.pack.language === 'en' ? 'en' : 'vi';
		await writeEdition(trx, staff.ward, pack, base(language), now, staff, edition.manifest);
		if (decided.value.drops) {
			const rest = { ...replaceItem(english.pack, place, null), version: english.pack.version + 1 };
			await writeEdition(trx, staff.ward, rest, base('en'), now, staff, english.manifest);
		}
		await writeAudit(trx, site, {
			ward: staff.ward,
			actor: staff,
			act: 'content.publish',
			subject: place.id,
			reason: `${place.language} ${version}`
		});
		return succeed({ version });
	});
}

async function listEditions(db: Reader, ward: WardId): Promise<EditionRow[]> {
	const rows = await db
		.selectFrom('content_edition')
		.select(['language', 'version', 'published_at', 'staff_name', 'changed'])
		.where('ward_id', '=', ward)
		.orderBy('published_at', 'desc')
		.orderBy('version', 'desc')
		.execute();
	return rows.map((row) => ({
		language: row.language,
		version: row.version,
		publishedAt: row.published_at,
		staffName: row.staff_name,
		changed: JSON.parse(row.changed) as string[]
	}));
}

async function listUses(db: Reader, content: Content, ward: WardId): ReturnType<ContentDesk['listUses']> {
	const rows = await db
		.selectFrom('content_use as u')
		.innerJoin('device as d', (on) => on.onRef('d.ward_id', '=', 'u.ward_id').onRef('d.id', '=', 'u.device_id'))
		.innerJoin('volunteer as v', (on) => on.onRef('v.ward_id', '=', 'd.ward_id').onRef('v.id', '=', 'd.volunteer_id'))
		.select(['v.name', 'u.language', 'u.version', 'u.tag', 'u.at', 'u.refused_version', 'u.refused_place'])
		.where('u.ward_id', '=', ward)
		.where('d.revoked_at', 'is', null)
		.orderBy('u.at', 'desc')
		.execute();
	const tags = new Map<string, string>();
	for (const language of CONTENT_LANGUAGES) tags.set(language, (await content.read(ward, language)).tag);
	return rows.map((row) => ({
		volunteerName: row.name,
		language: row.language,
		version: row.version,
		at: row.at,
		isCurrent: row.tag === tags.get(row.language),
		refused: row.refused_version === null ? null : { version: row.refused_version, place: row.refused_place ?? '' }
	}));
}
