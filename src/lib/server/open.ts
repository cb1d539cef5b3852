// Opens the ward once per process: store, keys and, in an empty store, the demo ward. Routes get nothing else.

import type { WardId } from '../domain/id.ts';
import { checkBadge } from './badge-check.ts';
import { carry } from './carry.ts';
import type { Config } from './config.ts';
import { answerContent } from './content-phone.ts';
import { Content, isContentLanguage } from './content.ts';
import { openDesk } from './desk.ts';
import { Films } from './films.ts';
import { deposit } from './deposit.ts';
import { join } from './device.ts';
import { digest } from './digest.ts';
import { describeStart } from './greeting.ts';
import { makeDemo } from './demo/make-demo.ts';
import { HealthCheck } from './health.ts';
import { lookAtInvitation } from './invite.ts';
import { Metrics } from './metrics.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { reconcile } from './reconcile.ts';
import { Report } from './report.ts';
import { makeDecoyHash, proveCode, readSession, signIn, signOut } from './session.ts';
import { answerWithTrouble, openSite, type SiteTools } from './site.ts';
import type { Ward } from './ward.ts';

export async function openWard(config: Config, tools: SiteTools = {}): Promise<Ward> {
	const site = await openSite(config, tools);
	if (config.isDemo) await makeDemo(site, config.dataDir);
	const report = new Report(site);
	const content = new Content(site);
	const films = new Films(site, config.dataDir);
	const health = new HealthCheck(site);
	const metrics = new Metrics(site, config.metricsToken);
	const decoyHash = await makeDecoyHash(site);
	return {
		checkHealth: () => health.read(),
		readMetrics: async (watcher) => (metrics.mayRead(watcher) ? metrics.read() : null),
		countAnswer: (route, status, ms) => metrics.countAnswer(route, status, ms),
		async listWards() {
			const rows = await site.store.db.selectFrom('ward').select(['id', 'name']).orderBy('name').execute();
			return rows.map((row) => ({ id: row.id as WardId, name: row.name }));
		},
		signIn: (input) => answerWithTrouble(signIn(site, input, decoyHash)),
		async openDesk(token) {
			const signedIn = await readSession(site, token);
			return signedIn ? openDesk(site, report, content, films, signedIn) : null;
		},
		proveCode: (token, code) => answerWithTrouble(proveCode(site, token, code)),
		signOut: (token) => signOut(site, token),
		lookAtInvitation: (code, address) => answerWithTrouble(lookAtInvitation(site, code, address)),
		join: (input, address) => answerWithTrouble(join(site, input, address)),
		push: async (request, batch) => metrics.countPush(await answerWithTrouble(push(site, request, batch))),
		pull: (request, page) => answerWithTrouble(pull(site, content, request, page)),
		reconcile: (request, question) => answerWithTrouble(reconcile(site, request, question)),
		deposit: (request, batch) => answerWithTrouble(deposit(site, request, batch)),
		carry: (request, carried) => answerWithTrouble(carry(site, request, carried)),
		digest: (request, question) => answerWithTrouble(digest(site, request, question)),
		answerContent: (request, asked) => answerWithTrouble(answerContent(site, content, request, asked)),
		async readPublished(asked, language) {
			const wards = site.store.db.selectFrom('ward').select('id').orderBy('created_at').limit(1);
			const row = await (asked === null ? wards : wards.where('id', '=', asked)).executeTakeFirst();
			if (!row) return null;
			const { pack, tag } = await content.read(row.id as WardId, isContentLanguage(language) ? language : 'vi');
			return { text: JSON.stringify(pack), etag: `"${tag}"` };
		},
		openFilm: (name, range) => films.open(name, range),
		checkBadge: (code, address) => answerWithTrouble(checkBadge(site, code, address)),
		describeStart: () => describeStart(site, config),
		close: () => site.store.close()
	};
}
