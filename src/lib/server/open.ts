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
import { join } from './join.ts';
import { digest } from './digest.ts';
import { pullFigures, pullVisits } from './export.ts';
import { describeStart } from './greeting.ts';
import { makeDemo } from './demo/make-demo.ts';
import { HealthCheck } from './health.ts';
import { lookAtInvitation } from './invite.ts';
import { ListShelf } from './list-desk.ts';
import { Metrics } from './metrics.ts';
import { enterProvince, leaveProvince, readProvince } from './province.ts';
import { pull } from './pull.ts';
import { askAnybody } from './passkey.ts';
import { push } from './push.ts';
import { ProvedChains } from './proved-chains.ts';
import { reconcile } from './reconcile.ts';
import { Report } from './report.ts';
import { makeDecoyHash, proveCode, readSession, signIn, signInByPasskey, signOut } from './session.ts';
import { answerWithTrouble, openSite, siteOf, type SiteTools } from './site.ts';
import { StatusBoard } from './status.ts';
import { keepSummaries } from './summary.ts';
import type { SignedRequest, Ward } from './ward.ts';

export async function openWard(config: Config, tools: SiteTools = {}): Promise<Ward> {
	const site = await openSite(config, tools);
	if (config.isDemo) await makeDemo(site, config.dataDir);
	const report = new Report(site);
	const content = new Content(site);
	const films = new Films(site, config.dataDir);
	const lists = new ListShelf();
	const chains = new ProvedChains();
	const health = new HealthCheck(site);
	const board = new StatusBoard(site, config, health);
	const metrics = new Metrics(site, board, config.metricsToken);
	const decoyHash = await makeDecoyHash(site);
	// phones and sessions say whose they are before anybody has looked at them: whoever lies sees another ward's nothing
	const ofPhone = (request: SignedRequest) => siteOf(site, cutWard(request.device ?? ''));
	const ofToken = (token: string) => siteOf(site, cutWard(token));
	return {
		checkHealth: () => health.read(),
		readMetrics: async (watcher) => (metrics.mayRead(watcher) ? metrics.read() : null),
		countAnswer: (route, status, ms) => metrics.countAnswer(route, status, ms),
		keepSummaries: () => keepSummaries(site, report),
		resumeLists: () => lists.jobs.resume(site),
		enterProvince: (input) => answerWithTrouble(enterProvince(site, input)),
		readProvince: (token) => readProvince(site, token),
		leaveProvince: (token) => leaveProvince(site, token),
		async listWards() {
			const rows = await site.store.db.selectFrom('ward').select(['id', 'name']).orderBy('name').execute();
			return rows.map((row) => ({ id: row.id as WardId, name: row.name }));
		},
		signIn: (input) => answerWithTrouble(signIn(site, input, decoyHash)),
		async openDesk(token) {
			const signedIn = await readSession(ofToken(token), token);
			return signedIn ? openDesk(site, { report, content, films, lists, board, chains }, signedIn) : null;
		},
		proveCode: (token, code) => answerWithTrouble(proveCode(ofToken(token), token, code)),
		askPasskey: (origin) => askAnybody(site, origin),
		signInByPasskey: (input) => answerWithTrouble(signInByPasskey(site, input)),
		signOut: (token) => signOut(ofToken(token), token),
		lookAtInvitation: (code, address) => answerWithTrouble(lookAtInvitation(site, code, address)),
		join: (input, address) => answerWithTrouble(join(site, input, address)),
		push: async (request, batch) => metrics.countPush(await answerWithTrouble(push(ofPhone(request), request, batch))),
		pull: (request, page) => answerWithTrouble(pull(ofPhone(request), content, request, page)),
		reconcile: (request, question) => answerWithTrouble(reconcile(ofPhone(request), request, question)),
		deposit: (request, batch) => answerWithTrouble(deposit(ofPhone(request), request, batch)),
		carry: (request, carried) => answerWithTrouble(carry(ofPhone(request), request, carried)),
		digest: (request, question) => answerWithTrouble(digest(ofPhone(request), request, question)),
		answerContent: (request, asked) => answerWithTrouble(answerContent(ofPhone(request), content, request, asked)),
		async readPublished(asked, language) {
			const wards = site.store.db.selectFrom('ward').select('id').orderBy('created_at').limit(1);
			const row = await (asked === null ? wards : wards.where('id', '=', asked)).executeTakeFirst();
			if (!row) return null;
			const { pack, tag } = await content.read(row.id as WardId, isContentLanguage(language) ? language : 'vi');
			return { text: JSON.stringify(pack), etag: `"${tag}"` };
		},
		pullFigures: (token) => answerWithTrouble(pullFigures(site, report, token)),
		pullVisits: (token, after) => answerWithTrouble(pullVisits(site, token, after)),
		openFilm: (name, range) => films.open(name, range),
		checkBadge: (code, address) => answerWithTrouble(checkBadge(site, code, address)),
		describeStart: () => describeStart(site, config),
		async close() {
			await lists.jobs.close();
			await site.store.close();
		}
	};
}

/** The ward before the first dot of a name; anything else is a ward that is not there. */
function cutWard(name: string): string {
	return name.slice(0, Math.max(0, name.indexOf('.')));
}
