// Editions of what phones read, and badges.

import type { Migration } from 'kysely';
import { createIndex, createTable } from './create-table.ts';

export const content: Migration = {
	async up(db) {
		await createTable(db, 'content_item', ['ward_id', 'hash'], { ward_id: 'text', hash: 'text', body: 'text' });
		await createTable(db, 'content_edition', ['ward_id', 'language', 'version'], {
			ward_id: 'text',
			language: 'text',
			version: 'integer',
			tag: 'text',
			manifest: 'text',
			base: 'text',
			published_at: 'bigint',
			staff_id: 'text?',
			staff_name: 'text',
			changed: 'text'
		});
		await createTable(db, 'content_base', ['ward_id', 'tag'], { ward_id: 'text', tag: 'text', manifest: 'text' });
		await createTable(db, 'content_use', ['ward_id', 'device_id', 'language'], {
			ward_id: 'text',
			device_id: 'text',
			language: 'text',
			version: 'integer',
			tag: 'text?',
			at: 'bigint',
			refused_version: 'integer?',
			refused_place: 'text?'
		});
		await createTable(db, 'ward_book', ['ward_id'], {
			ward_id: 'text',
			hash: 'text',
			body: 'text',
			changed_at: 'bigint',
			staff_name: 'text'
		});
	}
};

export const badge: Migration = {
	async up(db) {
		await createTable(db, 'badge', ['ward_id', 'id'], {
			ward_id: 'text',
			id: 'text',
			number: 'integer',
			volunteer_id: 'text',
			name: 'text',
			role: 'text',
			quarter: 'text',
			valid_from: 'text',
			valid_to: 'text',
			photo: 'text?',
			photo_sum: 'text',
			signature: 'text',
			issued_at: 'bigint',
			issued_by: 'text',
			revoked_at: 'bigint?'
		});
		await createIndex(db, 'badge', ['ward_id', 'number'], true);
		await createIndex(db, 'badge', ['ward_id', 'volunteer_id']);
	}
};
