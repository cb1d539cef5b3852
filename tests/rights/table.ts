// Who may do what: every way into the server, with who may go it. The test beside this file finds the ways on disk, so
// that a new one without a line here fails, and tries each of them as everybody.

import type { StaffRole } from '../../src/lib/domain/desk.ts';

/** Everybody signed in or not; whoever is signed in; phones that joined; or these roles. */
export type Who = 'anybody' | 'staff' | 'phone' | readonly StaffRole[];

/** A program with a token of its own (export.test.ts): none of those who are tried here. */
const PROGRAM = [] as const;

const REVIEWERS = ['areaPolice', 'civilStatus', 'oneStop', 'leader'] as const;
const LEADERS = ['areaPolice', 'leader', 'administrator'] as const;
const PUBLISHERS = ['areaPolice', 'oneStop', 'leader', 'administrator'] as const;
const OVERSEERS = ['leader', 'administrator'] as const;
const KEEPER = ['administrator'] as const;

/** By way: the route, and `load`, a method, or the act of a form. */
export const RIGHTS: Readonly<Record<string, Who>> = {
	'/healthz GET': 'anybody',
	'/badge/[...code] load': 'anybody',
	'/films/[name] GET': 'anybody',
	'/api/v1/content GET': 'anybody',
	'/api/v1/openapi.json GET': 'anybody',
	// this machine, or whoever has the token (metrics.test.ts); to everybody else it is not there
	'/metrics GET': 'anybody',
	'/api/v1/join POST': 'anybody',
	'/api/v1/join/look POST': 'anybody',
	'/api/v1/content POST': 'phone',
	'/api/v1/sync/carry POST': 'phone',
	'/api/v1/sync/deposit POST': 'phone',
	'/api/v1/sync/digest POST': 'phone',
	'/api/v1/sync/pull POST': 'phone',
	'/api/v1/sync/push POST': 'phone',
	'/api/v1/sync/reconcile POST': 'phone',

	'/api/v1/export/figures GET': PROGRAM,
	'/api/v1/export/visits GET': PROGRAM,

	// what is shown asks for the key (province.test.ts)
	'/province layout': 'anybody',
	'/province load': 'anybody',
	'/province ?/in': 'anybody',
	'/province ?/out': 'anybody',

	'/ward layout': 'anybody',
	'/ward/status load': KEEPER,
	'/ward/status ?/check': KEEPER,
	'/ward/sign-in load': 'anybody',
	'/ward/sign-in ?/in': 'anybody',
	'/ward/sign-in ?/code': 'anybody',
	'/ward/sign-in ?/ask': 'anybody',
	'/ward/sign-in ?/passkey': 'anybody',
	'/ward/sign-in ?/out': 'anybody',
	'/ward load': 'staff',
	'/ward/[...rest] load': 'staff',
	'/ward/account load': 'staff',
	'/ward/account ?/password': 'staff',
	'/ward/account ?/offer': 'staff',
	'/ward/account ?/code': 'staff',
	'/ward/account ?/drop': 'staff',
	'/ward/account ?/ask': 'staff',
	'/ward/account ?/passkey': 'staff',
	'/ward/account ?/forget': 'staff',
	'/ward/account ?/end': 'staff',
	'/ward/confirm load': 'staff',
	'/ward/confirm ?/password': 'staff',
	'/ward/confirm ?/ask': 'staff',
	'/ward/confirm ?/passkey': 'staff',

	'/ward/review load': 'staff',
	'/ward/review ?/approve': REVIEWERS,
	'/ward/review ?/plain': REVIEWERS,
	'/ward/review ?/return': REVIEWERS,
	'/ward/review ?/correct': REVIEWERS,
	// of one's own account
	'/ward/review ?/keep': 'staff',
	'/ward/review ?/drop': 'staff',
	'/ward/review ?/rule': OVERSEERS,
	'/ward/review ?/reveal': ['areaPolice', 'civilStatus'],
	'/ward/conflicts load': 'staff',
	'/ward/conflicts ?/choose': REVIEWERS,
	'/ward/twins load': 'staff',
	'/ward/twins ?/merge': REVIEWERS,
	'/ward/twins ?/apart': REVIEWERS,
	'/ward/twins ?/undo': REVIEWERS,
	'/ward/aside load': 'staff',
	'/ward/aside ?/replay': REVIEWERS,
	'/ward/aside ?/correct': REVIEWERS,
	'/ward/aside ?/dismiss': REVIEWERS,
	'/ward/referrals load': 'staff',
	'/ward/referrals ?/answer': REVIEWERS,
	'/ward/referrals/routes load': 'staff',
	'/ward/referrals/routes ?/save': OVERSEERS,
	'/ward/difficulties load': 'staff',
	'/ward/difficulties ?/answer': REVIEWERS,
	'/ward/sessions load': 'staff',
	'/ward/sessions ?/add': REVIEWERS,
	'/ward/sessions/[session] load': 'staff',
	'/ward/sessions/[session] ?/book': REVIEWERS,
	'/ward/sessions/[session] ?/move': REVIEWERS,
	'/ward/sessions/[session] ?/free': REVIEWERS,
	'/ward/sessions/[session] ?/cancel': REVIEWERS,
	'/ward/households load': 'staff',
	'/ward/households/[household] load': 'staff',
	'/ward/households/[household] ?/move': ['areaPolice', 'leader'],
	'/ward/areas load': 'staff',
	'/ward/areas ?/add': LEADERS,
	'/ward/areas ?/write': LEADERS,
	'/ward/areas ?/move': LEADERS,
	'/ward/areas/[area] load': 'staff',
	'/ward/areas/[area] ?/way': LEADERS,
	'/ward/areas/[area] ?/lane': LEADERS,
	'/ward/areas/[area] ?/door': LEADERS,
	'/ward/areas/[area] ?/reset': LEADERS,
	'/ward/areas/[area] ?/callers': ['areaPolice', 'leader'],
	'/ward/areas/[area] ?/hold': LEADERS,
	'/ward/areas/[area] ?/drop': LEADERS,
	'/ward/volunteers load': 'staff',
	'/ward/volunteers ?/invite': LEADERS,
	'/ward/volunteers ?/revoke': LEADERS,
	'/ward/volunteers/[volunteer] load': 'staff',
	'/ward/volunteers/[volunteer] ?/assign': LEADERS,
	'/ward/volunteers/[volunteer] ?/leave': LEADERS,
	'/ward/volunteers/[volunteer]/badge load': 'staff',
	'/ward/volunteers/[volunteer]/badge ?/issue': LEADERS,
	'/ward/volunteers/[volunteer]/badge ?/revoke': LEADERS,
	'/ward/rescue load': 'staff',
	'/ward/rescue ?/take': 'staff',
	'/ward/content load': 'staff',
	'/ward/content/book load': 'staff',
	'/ward/content/book ?/save': PUBLISHERS,
	'/ward/content/book ?/film': PUBLISHERS,
	'/ward/content/[language]/[kind]/[id] load': 'staff',
	'/ward/content/[language]/[kind]/[id] ?/preview': 'staff',
	'/ward/content/[language]/[kind]/[id] ?/publish': PUBLISHERS,
	'/ward/content/[language]/[kind]/[id] ?/checked': PUBLISHERS,
	'/ward/content/[language]/[kind]/[id] ?/restore': PUBLISHERS,

	'/ward/import load': 'staff',
	// of what nobody else brought
	'/ward/import ?/drop': 'staff',
	'/ward/import ?/part': ['areaPolice', 'administrator'],
	'/ward/import ?/plan': ['areaPolice', 'administrator'],
	'/ward/import ?/start': ['areaPolice', 'administrator'],
	'/ward/import ?/stop': 'staff',
	'/ward/import ?/undo': ['areaPolice', 'administrator'],
	'/ward/import/findings GET': ['areaPolice', 'administrator'],
	'/ward/campaigns load': 'staff',
	'/ward/campaigns ?/save': OVERSEERS,
	'/ward/reported load': 'staff',
	'/ward/reported ?/add': REVIEWERS,
	'/ward/reported ?/withdraw': REVIEWERS,
	// to the administrator an empty list
	'/ward/reports load': 'staff',
	'/ward/reports ?/make': REVIEWERS,
	'/ward/reports/[report] load': REVIEWERS,
	'/ward/reports/[report] ?/save': REVIEWERS,
	'/ward/reports/[report]/file POST': REVIEWERS,
	'/ward/lists load': 'staff',
	'/ward/lists/file POST': REVIEWERS,
	// counts that name nobody
	'/ward/lists/open GET': 'staff',
	// counts that name nobody
	'/ward/briefing load': 'staff',
	'/ward/outreach load': 'staff',
	'/ward/outreach ?/add': REVIEWERS,
	'/ward/outreach ?/withdraw': REVIEWERS,
	'/ward/help load': 'staff',
	'/ward/help ?/add': REVIEWERS,
	'/ward/help ?/withdraw': REVIEWERS,
	'/ward/incidents load': 'staff',
	'/ward/audit load': 'staff',
	'/ward/audit/week load': OVERSEERS,
	'/ward/audit/export GET': OVERSEERS,
	'/ward/privacy load': 'staff',
	'/ward/privacy ?/add': 'staff',
	'/ward/privacy/[request] load': 'staff',
	'/ward/privacy/[request] ?/answer': REVIEWERS,
	'/ward/privacy/consents load': 'staff',
	'/ward/privacy/retention load': 'staff',
	'/ward/privacy/retention ?/rule': KEEPER,
	'/ward/privacy/retention ?/run': KEEPER,
	'/ward/privacy/breach load': 'staff',
	'/ward/privacy/breach ?/open': 'staff',
	'/ward/privacy/breach ?/mark': 'staff',
	'/ward/privacy/registry load': 'staff',
	'/ward/staff load': KEEPER,
	'/ward/staff ?/add': KEEPER,
	'/ward/staff ?/role': KEEPER,
	'/ward/staff ?/disable': KEEPER,
	'/ward/staff ?/enable': KEEPER,
	'/ward/staff ?/reset': KEEPER,
	'/ward/staff ?/code': KEEPER,
	'/ward/staff ?/require': KEEPER,
	// one's own session may be ended from anywhere
	'/ward/staff ?/end': 'staff'
};

/** Ways on which a page says that nothing is there, also to whoever may go them. */
export const NOWHERE = ['/ward/[...rest] load'];

/** Ways that ask for the password again. */
export const FRESH = ['/ward/audit/export GET', '/ward/lists/file POST', '/ward/reports/[report]/file POST'];
