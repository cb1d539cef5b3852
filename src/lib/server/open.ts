// Opens the ward once per process: store, keys and, in an empty store, the demo ward. Routes get nothing else.

import type { WardId } from '../domain/id.ts';
import type { Config } from './config.ts';
import { answerContent } from './content-phone.ts';
import { Content, isContentLanguage } from './content.ts';
import { openDesk } from './desk.ts';
import { join, readDevice } from './device.ts';
import { describeStart } from './greeting.ts';
import { makeDemo } from './demo/make-demo.ts';
import { HealthCheck } from './health.ts';
import { lookAtInvitation } from './invite.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { Report } from './report.ts';
import { makeDecoyHash, readSession, signIn, signOut } from './session.ts';
import { answerWithTrouble, openSite, type SiteTools } from './site.ts';
import type { Ward } from './ward.ts';

export async function openWard(config: Config, tools: SiteTools = {}): Promise<Ward> {
	const site = await openSite(config, tools);
	if (config.isDemo) await makeDemo(site, config.dataDir);
	const report = new Report(site);
	const content = new Content(site);
	const health = new HealthCheck(site);
	const decoyHash = await makeDecoyHash(site);
	return {
		checkHealth: () => health.read(),
		async listWards() {
			const rows = await site.store.db.selectFrom('ward').select(['id', 'name']).orderBy('name').execute();
			return rows.map((row) => ({ id: row.id as WardId, name: row.name }));
		},
		signIn: (input) => answerWithTrouble(signIn(site, input, decoyHash)),
		async openDesk(token) {
			const staff = await readSession(site, token);
			return staff ? openDesk(site, report, content, staff) : null;
		},
		signOut: (token) => signOut(site, token),
		lookAtInvitation: (code, address) => answerWithTrouble(lookAtInvitation(site, code, address)),
		join: (input, address) => answerWithTrouble(join(site, input, address)),
		readDevice: (request) => answerWithTrouble(readDevice(site, request)),
		push: (device, batch) => answerWithTrouble(push(site, device, batch)),
		pull: (device, request) => answerWithTrouble(pull(site, device, request)),
		answerContent: (device, request) => answerWithTrouble(answerContent(site, content, device, request)),
		async readPublished(asked, language) {
			const wards = site.store.db.selectFrom('ward').select('id').orderBy('created_at').limit(1);
			const row = await (asked === null ? wards : wards.where('id', '=', asked)).executeTakeFirst();
			if (!row) return null;
			const { pack, tag } = await content.read(row.id as WardId, isContentLanguage(language) ? language : 'vi');
			return { text: JSON.stringify(pack), etag: `"${tag}"` };
		},
		describeStart: () => describeStart(site, config),
		close: () => site.store.close()
	};
}
