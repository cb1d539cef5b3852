// Content to a phone: the list of the ward's edition, the items that the phone lacks, the ward's book, the volunteer's
// badge; and what the phone says about the edition that it uses.

import type { ContentAnswer, ContentRequest } from '../contract/edition.ts';
import { LIMIT } from '../domain/limit.ts';
import { succeed, type Result } from '../domain/problem.ts';
import { nameBadge, readBadgeOf } from './badge.ts';
import { isContentLanguage, readItems, type Content } from './content.ts';
import { readActiveDevice } from './device.ts';
import type { Site } from './site.ts';
import { readWardBook } from './ward-book.ts';
import type { KnownDevice, SignedRequest } from './ward.ts';

export async function answerContent(
	site: Site,
	content: Content,
	signed: SignedRequest,
	request: ContentRequest
): Promise<Result<ContentAnswer>> {
	const known = await readActiveDevice(site, signed);
	if (!known.ok) return known;
	const device = known.value;
	const now = site.clock();
	const { ward } = device;
	// A language that we do not publish gets the Vietnamese pack, which is always complete.
	const language = isContentLanguage(request.language) ? request.language : 'vi';
	const { manifest, tag } = await content.read(ward, language);
	if (request.items) {
		const bodies = await readItems(site.store.db, ward, request.items);
		const items = request.items.map((hash): unknown => JSON.parse(bodies.get(hash) ?? 'null'));
		return succeed({ now, edition: tag, items });
	}
	await noteUse(site, device, language, request, now);
	const kept = await readWardBook(site.store.db, ward);
	return succeed({
		now,
		edition: tag,
		...(request.edition === tag ? {} : { manifest }),
		...(request.book === kept.hash ? {} : { book: { hash: kept.hash, value: kept.book } }),
		...(request.badge === undefined ? {} : await answerBadge(site, device, request.badge))
	});
}

/** The volunteer's badge, where it is another one than the phone holds. */
async function answerBadge(
	site: Site,
	{ ward, volunteer }: KnownDevice,
	held: string | null
): Promise<Pick<ContentAnswer, 'badge'>> {
	const value = await readBadgeOf(site.store.db, ward, volunteer);
	const hash = value && nameBadge(value);
	if (hash === held) return {};
	return { badge: value && hash ? { hash, value } : null };
}

async function noteUse(
	site: Site,
	device: KnownDevice,
	language: string,
	{ version, edition, refused }: ContentRequest,
	now: number
): Promise<void> {
	const use = {
		// what a phone says of itself; PostgreSQL refuses what is larger than its column
		version: Math.min(version, LIMIT.integerMost),
		tag: edition,
		at: now,
		refused_version: refused ? Math.min(refused.version, LIMIT.integerMost) : null,
		refused_place: refused?.at ?? null
	};
	await site.store.transact((trx) =>
		trx
			.insertInto('content_use')
			.values({ ward_id: device.ward, device_id: device.device, language, ...use })
			.onConflict((conflict) => conflict.columns(['ward_id', 'device_id', 'language']).doUpdateSet(use))
			.execute()
	);
}
