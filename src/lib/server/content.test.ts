// The life of content at the ward: what phones are given, what staff may change, and that nothing broken gets out.

import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { eachEngine, joinPhone, KHANG, type TestPhone, type TestWard } from '../../../tests/fixtures/ward.ts';
import { compress } from './compress.ts';
import { readPack } from '../../content/packs.ts';
import { parsePack } from '../contract/content.ts';
import type { ContentAnswer } from '../contract/edition.ts';
import { PROTOCOL } from '../contract/version.ts';
import type { Article, Guide, Pack } from '../domain/content.ts';
import { dayAt } from '../domain/day.ts';
import type { ItemEdit, ItemPlace } from '../domain/desk-content.ts';
import { joinPack, listMissing, type Manifest } from '../domain/manifest.ts';
import { openStoreAsIs } from './db/open-store.ts';
import { GET } from '../../routes/api/v1/content/+server.ts';

const P5: ItemPlace = { language: 'vi', kind: 'guide', id: 'P5' };

interface Held {
	readonly pack: Pack;
	readonly manifest: Manifest;
	readonly tag: string;
}

async function ask(phone: TestPhone, changes: object = {}): Promise<ContentAnswer> {
	const body = { protocol: PROTOCOL, language: 'vi', edition: null, version: 0, book: null, ...changes };
	const said = await phone.send('/api/v1/content', JSON.stringify(body));
	expect(said.status, JSON.stringify(said.body)).toBe(200);
	return said.body as unknown as ContentAnswer;
}

/** As a phone does it: the list, what is lacking, and both joined. */
async function fetchPack(phone: TestPhone, held: Held | null, language = 'vi'): Promise<Held & { wireBytes: number }> {
	const listed = await ask(phone, { language, edition: held?.tag ?? null, version: held?.pack.version ?? 0 });
	const manifest = listed.manifest as Manifest;
	const missing = listMissing(manifest, held?.manifest ?? null);
	const fetched = await ask(phone, { language, items: missing.map((row) => row.hash) });
	const items = { guides: [] as Guide[], articles: [] as Article[] };
	for (const [at, row] of missing.entries())
		if (row.kind === 'guide') items.guides.push(fetched.items?.[at] as Guide);
		else items.articles.push(fetched.items?.[at] as Article);
	const joined = joinPack(manifest, items, held?.pack ?? { guides: [], articles: [] });
	if ('lacks' in joined) throw new Error(joined.lacks);
	const wireBytes = [listed, fetched].reduce((sum, answer) => sum + gzipSync(JSON.stringify(answer)).byteLength, 0);
	return { pack: joined.pack, manifest, tag: listed.edition, wireBytes };
}

async function editOf(test: TestWard, username: string, texts: Record<string, string>, place = P5): Promise<ItemEdit> {
	const desk = await test.desk(username);
	const sheet = (await desk.content.readItem(place))!;
	const { checkedOn, validFrom, validTo, status, successor } = sheet.item;
	const life = { checkedOn, validFrom, status, validTo: validTo ?? null, successor: successor ?? null };
	return { ...place, hash: sheet.hash, texts, life };
}

eachEngine('content of the ward', (test) => {
	it('gives a phone everything once, by list and by item, and then only what changed', async () => {
		const phone = await joinPhone(test, KHANG);
		const first = await fetchPack(phone, null);
		const shipped = readPack('vi');
		expect(first.pack.guides).toEqual(shipped.guides);
		expect(first.pack.articles).toEqual(shipped.articles);
		expect((await ask(phone, { edition: first.tag })).manifest).toBeUndefined();

		const huy = await test.desk('huy');
		const edit = await editOf(test, 'huy', { 'steps/0/say': 'Tìm tin nhắn trên máy của bác.' });
		const published = await huy.content.publishItem(edit);
		expect(published).toEqual({ ok: true, value: { version: shipped.version + 1 } });

		const second = await fetchPack(phone, first);
		expect(second.pack.version).toBe(shipped.version + 1);
		expect(second.pack.publishedOn).toBe(dayAt(test.now()));
		expect(second.pack.guides.find((guide) => guide.id === 'P5')?.steps[0]?.say).toBe('Tìm tin nhắn trên máy của bác.');
		expect(listMissing(second.manifest, first.manifest).map((row) => row.id)).toEqual(['P5']);
		expect(parsePack(JSON.parse(JSON.stringify(second.pack)))).toMatchObject({ ok: true });
	});

	it('publishes nothing with a fault, and says where it is', async () => {
		const huy = await test.desk('huy');
		for (const [text, kind] of [
			['Bấm vào capnhat-dinhdanh.com để cập nhật.', 'forbiddenDomain'],
			['Gọi 0999 000 001 để được giúp.', 'forbiddenNumber'],
			['Bấm “Chữ không có trên màn hình nào”.', 'unknownLabel'],
			['', 'shape'],
			['Đọc <b>kỹ</b> nhé.', 'shape']
		] as const) {
			const edit = await editOf(test, 'huy', { 'steps/0/say': text });
			const preview = await huy.content.previewItem(edit);
			expect(preview.ok && preview.value.faults.map((fault) => fault.kind), text).toEqual([kind]);
			expect(await huy.content.publishItem(edit)).toMatchObject({ ok: false, problem: { code: 'content.faulty' } });
		}
		expect((await huy.content.listEditions()).filter((row) => row.language === 'vi')).toHaveLength(1);
	});

	it('shows before and after, and takes no edit of a text that is another one by now', async () => {
		const huy = await test.desk('huy');
		const leader = await test.desk('son');
		const [one, other] = [
			await editOf(test, 'huy', { title: 'Kích hoạt' }),
			await editOf(test, 'son', { title: 'Khác' })
		];
		expect(await huy.content.previewItem(one)).toMatchObject({
			ok: true,
			value: { changes: [{ path: 'title', after: 'Kích hoạt' }], faults: [] }
		});
		expect(await huy.content.publishItem(one)).toMatchObject({ ok: true });
		expect(await leader.content.publishItem(other)).toMatchObject({ problem: { code: 'content.changedSince' } });
		const sheet = await leader.content.readItem(P5);
		expect(sheet?.row.isEdited).toBe(true);
		expect(sheet?.history).toMatchObject([{ staffName: 'Đặng Quốc Huy', changed: ['P5'] }]);
		const [line] = (await huy.listAudit()).filter((one) => one.act === 'content.publish');
		expect(line).toMatchObject({ actorName: 'Đặng Quốc Huy', subject: 'P5' });

		const restored = await leader.content.restoreItem({ ...P5, hash: sheet!.hash });
		expect(restored).toMatchObject({ ok: true });
		expect((await leader.content.readItem(P5))?.row.isEdited).toBe(false);
	});

	it('is published by those whose work it is', async () => {
		const cuc = await test.desk('cuc');
		expect(cuc.content.canPublish).toBe(false);
		const edit = await editOf(test, 'huy', { title: 'Kích hoạt' });
		expect(await cuc.content.publishItem(edit)).toMatchObject({ problem: { code: 'staff.notAllowed' } });
		expect(await cuc.content.writeBook({ facts: {}, contacts: [], videos: [] })).toMatchObject({
			problem: { code: 'staff.notAllowed' }
		});
	});

	it('withdraws a translation of words that no longer stand, and keeps it where only a date changed', async () => {
		const phone = await joinPhone(test, KHANG);
		const before = await fetchPack(phone, null, 'en');
		expect(before.pack.guides.map((guide) => guide.id)).toContain('P5');
		const huy = await test.desk('huy');
		const dated = await editOf(test, 'huy', {});
		await huy.content.publishItem({ ...dated, life: { ...dated.life, checkedOn: dayAt(test.now()) } });
		expect((await fetchPack(phone, null, 'en')).tag).toBe(before.tag);
		const edit = await editOf(test, 'huy', { 'steps/0/title': 'Tìm tin nhắn' });
		expect(await huy.content.previewItem(edit)).toMatchObject({ value: { dropsTranslation: true } });
		await huy.content.publishItem(edit);
		expect((await fetchPack(phone, null, 'en')).pack.guides.map((guide) => guide.id)).not.toContain('P5');
	});

	it('knows which edition each phone uses, and what it refused', async () => {
		const phone = await joinPhone(test, KHANG);
		const { tag } = await fetchPack(phone, null);
		await ask(phone, { edition: tag, version: 2 });
		const huy = await test.desk('huy');
		expect(await huy.content.listUses()).toMatchObject([
			{ volunteerName: KHANG, version: 2, isCurrent: true, refused: null }
		]);
		await ask(phone, { edition: 'another', version: 1, refused: { version: 2, at: 'guides.P5.start' } });
		expect(await huy.content.listUses()).toMatchObject([
			{ version: 1, isCurrent: false, refused: { version: 2, place: 'guides.P5.start' } }
		]);
	});

	it('hands on the book of the ward, and only a good one', async () => {
		const phone = await joinPhone(test, KHANG);
		const huy = await test.desk('huy');
		const empty = await ask(phone);
		expect(empty.book?.value).toMatchObject({ contacts: [], facts: { wardName: expect.stringContaining('Hòa An') } });
		const book = {
			facts: { deskHours: '7:30–11:30' },
			contacts: [{ name: 'Một cửa', phone: '0999 000 010' }],
			videos: []
		};
		expect(await huy.content.writeBook(book)).toEqual({ ok: true, value: undefined });
		const said = await ask(phone, { book: empty.book!.hash });
		expect(said.book?.value).toMatchObject({ facts: { deskHours: '7:30–11:30' }, contacts: book.contacts });
		expect((await ask(phone, { book: said.book!.hash })).book).toBeUndefined();
		const bad = { ...book, contacts: [{ name: 'X', phone: 'không có' }] };
		expect(await huy.content.writeBook(bad)).toMatchObject({
			problem: { code: 'field.badPhone', at: 'contacts.0.phone' }
		});
	});

	it('has one name for all of it on the last page of rows, another one after each change and only then', async () => {
		const phone = await joinPhone(test, KHANG);
		const nameIt = async () => (await phone.pull(0)).body as { content?: string; more: boolean };
		await ask(phone);
		await ask(phone, { language: 'en' });
		const { content: first } = await nameIt();
		expect(first).toMatch(/^[0-9a-f]{32}$/);
		await ask(phone, { edition: 'another', version: 1 });
		expect((await nameIt()).content).toBe(first);
		const huy = await test.desk('huy');
		await huy.content.writeBook({ facts: { deskHours: '7:30–11:30' }, contacts: [], videos: [] });
		const { content: second } = await nameIt();
		expect(second).not.toBe(first);
		const published = await huy.content.publishItem(await editOf(test, 'huy', { title: 'Kích hoạt (phường sửa)' }));
		expect(published.ok).toBe(true);
		const { content: third } = await nameIt();
		expect([first, second]).not.toContain(third);
		expect((await nameIt()).content).toBe(third);
		const cut = (await phone.pull(0, { limit: 1 })).body as { content?: string; more: boolean };
		expect(cut).toMatchObject({ more: true });
		expect(cut.content).toBeUndefined();
	});

	it('a new version of the app brings its texts; what the ward wrote stays, and is told apart', async () => {
		const huy = await test.desk('huy');
		await huy.content.publishItem(await editOf(test, 'huy', { title: 'Tên của phường' }));
		// The same store after an update: the edition below stood on another shipped one, in which two items differed.
		const store = openStoreAsIs({ dataDir: test.config.dataDir, databaseUrl: test.config.databaseUrl });
		const rows = await store.db.selectFrom('content_edition').selectAll().where('language', '=', 'vi').execute();
		const latest = rows.sort((a, b) => b.version - a.version)[0]!;
		const manifest = JSON.parse(latest.manifest) as Manifest;
		const older = {
			...manifest,
			items: manifest.items.map((row) => (row.id === 'P5' ? { ...row, hash: 'f'.repeat(16) } : row))
		};
		await store.transact(async (trx) => {
			await trx
				.insertInto('content_base')
				.values({ ward_id: latest.ward_id, tag: 'older', manifest: JSON.stringify(older) })
				.execute();
			await trx.updateTable('content_edition').set({ base: 'older' }).where('language', '=', 'vi').execute();
		});
		await store.close();
		await test.reopen();
		const after = await (await test.desk('huy')).content.readItem(P5);
		expect(after?.item.title).toBe('Tên của phường');
		expect(after?.row).toMatchObject({ isEdited: true, hasNewer: true });
		const editions = (await (await test.desk('huy')).content.listEditions()).filter((row) => row.language === 'vi');
		expect(editions[0]).toMatchObject({ version: latest.version + 1, staffName: '' });
	});

	it('is there for everybody, and sent once', async () => {
		const get = (headers: Record<string, string> = {}) => {
			const request = new Request('http://localhost:3000/api/v1/content?language=vi', { headers });
			return GET({
				request,
				url: new URL(request.url),
				locals: { ward: test.ward, desk: null }
			} as never) as Promise<Response>;
		};
		const whole = await get();
		expect(((await whole.json()) as Pack).guides).toEqual(readPack('vi').guides);
		const etag = whole.headers.get('etag')!;
		expect((await get({ 'if-none-match': etag })).status).toBe(304);
		// as the hook sends it
		const asker = new Request('http://localhost:3000', { headers: { 'accept-encoding': 'br, gzip' } });
		const packed = await compress(asker, await get());
		expect(packed.headers.get('content-encoding')).toBe('br');
		expect(packed.headers.get('etag')).toBe(etag);
	});

	it('one changed article costs at most 10 kB on the wire', async () => {
		const phone = await joinPhone(test, KHANG);
		const first = await fetchPack(phone, null);
		const huy = await test.desk('huy');
		const rows = (await huy.content.listItems()).filter((row) => row.language === 'vi' && row.kind === 'article');
		const place = rows[0] ?? P5;
		await huy.content.publishItem(await editOf(test, 'huy', { title: 'Một chữ khác' }, place));
		const second = await fetchPack(phone, first);
		expect(second.pack.version).toBe(first.pack.version + 1);
		expect(second.wireBytes).toBeLessThanOrEqual(10_000);
	});
});
