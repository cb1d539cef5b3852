// The faults that this project promises to survive: what each must come to, and the tests that hold it. A world's fault is
// held by the test of that name, which fails when no seed had it. What only a real phone can show says so.

export interface Fault {
	readonly number: number;
	readonly fault: string;
	readonly expected: string;
	readonly held: readonly Holder[];
	/** Why a real phone is needed for the rest of it. */
	readonly phone?: string;
	/** What no test of ours holds yet. */
	readonly open?: string;
}

export interface Holder {
	readonly file: string;
	/** Title of the test, or its beginning. */
	readonly title: string;
}

const WORLD = 'tests/world/world.test.ts';
/** A fault of the world by its name in the tally. */
const world = (kind: string): Holder => ({ file: WORLD, title: `'${kind}'` });
const unit = (name: string, title: string): Holder => ({ file: `src/lib/${name}.test.ts`, title });
const e2e = (name: string, title: string): Holder => ({ file: `tests/e2e/${name}.e2e.ts`, title });
const store = (name: string, title: string): Holder => ({ file: `tests/storage/${name}.ts`, title });

type Row = [
	fault: string,
	expected: string,
	held: readonly Holder[],
	missing?: { readonly phone?: string; readonly open?: string }
];

const ROWS: readonly Row[] = [
	[
		'tab killed in the middle of a transaction',
		'all or nothing',
		[world('killedBeforeCommit'), unit('sync/phone-save', 'OB1 writes records and entries together or not at all')]
	],
	[
		'tab killed after the commit, before it said so',
		'the entry is there once',
		[world('killedAfterCommit'), e2e('tabs', 'the browser is killed right after a confirmed save')]
	],
	[
		'battery pulled right after "saved"',
		'it is there',
		[world('powerCut'), store('phone-laws', 'PS2 keeps what was committed when it is opened again')],
		{ phone: 'whether the flash keeps what the browser calls durable, only a battery that is pulled can tell' }
	],
	[
		'no room while saving',
		'nothing is called saved, the form stays',
		[
			world('quota'),
			store('dexie.test', 'says that the disk is full, and keeps nothing of what did not fit'),
			e2e('bad-input', 'a full phone: nothing is called saved, nothing is lost')
		]
	],
	[
		'the connection to the database is lost',
		'it is opened again',
		[store('dexie.test', 'opens the connection again when the browser has dropped it')],
		{ phone: 'iOS drops it in the background in its own way' }
	],
	[
		'the database is gone or damaged, the mirror is there',
		'a new client with the old entries',
		[
			world('loseDatabase'),
			unit('device/sealed', 'outlives the loss of its database'),
			unit('server/push', 'lets a phone that lost its store begin a new client')
		]
	],
	[
		'everything is evicted',
		'a new client; the ward writes down what was waiting',
		[world('evict'), unit('server/case', 'O5 a lost phone: shut out in one act')]
	],
	[
		'a tab of Safari and the app on the home screen do not share storage',
		'joining inside the installed app',
		[],
		{ phone: 'needs an iPhone: no other browser keeps two stores for one site' }
	],
	[
		'cookies are deleted',
		'the phone is known by its key',
		[unit('server/device', 'knows a phone by its key only, and not when its clock is off')]
	],
	[
		'the clock jumps',
		'saves go on, times rise, the ward clamps',
		[
			world('clockJump'),
			unit('sync/hlc', 'HL1 rises with every write, whatever the clock does'),
			e2e('bad-input', 'a clock wrong by seven hours: joins, says so, and its visits arrive')
		]
	],
	[
		'summer time, another zone',
		'only instants are kept, days are the ward’s',
		[
			unit('device/zone', 'fault 11: days and hours are the same in every zone'),
			unit('device/zone', 'fault 11: saves go on through the switch of %s'),
			unit('sync/hlc', 'HL1 rises with every write, whatever the clock does')
		]
	],
	['a request is lost', 'it is sent again', [world('lostRequest')]],
	[
		'an answer is lost',
		'the repeat gets the first receipt',
		[world('lostAnswer'), unit('sync/ward-verdict', 'WD2 repeats the receipt')]
	],
	['a request arrives twice', 'it takes effect once', [world('doubled'), world('pushedTwice')]],
	[
		'a late double, after the store was put back',
		'not heard by the phone, harmless to the ward',
		[
			world('zombie'),
			unit('sync/phone-history', 'HP3 hears no answer, and no refusal, that is about where it stood before')
		]
	],
	[
		'batches change places',
		'what comes before its parent is held and lands',
		[world('reordered'), unit('sync/ward-held', 'WD5 lets what was held land in the order in which it was written')]
	],
	['pages come late or change places', 'they are ignored', [world('reordered'), world('zombie')]],
	[
		'a body is cut',
		'it is no answer, and no request',
		[
			world('cutRequest'),
			world('cutAnswer'),
			unit('server/push', 'refuses what is no batch at all, each with its own word')
		]
	],
	[
		'a captive portal answers',
		'it acknowledges nothing',
		[world('captive'), e2e('bad-input', 'a network that answers nonsense: told by its kind')]
	],
	[
		'encryption fails, on the way or by the clock',
		'try again',
		[
			unit('device/certificate', 'fault 20: a certificate that is %s counts as no network'),
			unit('sync/backoff', 'BK1 status %s')
		]
	],
	[
		'401 in the middle',
		'all entries stay',
		[world('refused.net.unauthorized'), unit('sync/phone-send', 'OB5 keeps every entry after %s')]
	],
	[
		'the phone was shut out',
		'what can be read goes, what is sealed is deposited',
		[
			world('shutOut'),
			unit('server/standing', 'proves to a phone that it is shut out, and takes what it had written for a week'),
			e2e('lock', 'F007: staff withdraw the phone')
		]
	],
	[
		'408, 425, 429 with a time to wait',
		'wait as long, with jitter',
		[unit('sync/backoff', 'BK2'), unit('device/link', 'waits as long as it is told to')]
	],
	['413', 'halve, down to one, which is told', [world('tooLarge'), unit('sync/phone-send', 'OB7 halves step by step')]],
	[
		'426',
		'entries are still taken, pages wait',
		[world('oldApp'), unit('sync/phone-history', 'HP5 still sends when the ward asks for a newer app')]
	],
	[
		'500, 502, 503, 504',
		'try again, nothing twice',
		[world('refused.net.busy'), unit('sync/backoff', 'BK1 status %s')]
	],
	[
		'the server dies before its commit',
		'nothing was taken',
		[world('crash.beforeCommit'), store('kill.test', 'WS21 loses nothing and doubles nothing')]
	],
	[
		'the server dies after its commit',
		'the repeat is a repeat',
		[world('crash.afterCommit'), store('kill.test', 'WS21 loses nothing and doubles nothing')]
	],
	[
		'the server restarts in the middle of a batch',
		'a batch is one step',
		[store('kill.test', 'WS21 loses nothing and doubles nothing')]
	],
	[
		'the server’s disk is full',
		'503, reads go on',
		[unit('server/trouble', 'answers a full disk with 503, takes nothing, reads on')]
	],
	[
		'the store is busy',
		'the server tries again, then 503',
		[world('refused.store.failed'), unit('server/trouble', 'tries again after %s, three times, and then says so')]
	],
	['many writers at once', 'no row is passed over', [store('ward-laws', 'WS1')]],
	[
		'an old copy is put back, and the operator says so',
		'a new history, everything is offered again',
		[
			world('restore.declared'),
			unit(
				'server/backup',
				'puts a copy back, keeps what was there, tells the phones, and gets back what they retained'
			)
		]
	],
	[
		'an old copy is put back, and nobody says so',
		'the mark tells, a new history begins',
		[
			world('restore.undeclared'),
			unit('server/travel', 'begins a new epoch with the first phone that knows better'),
			e2e('sealed', 'a ward that was put back to an older copy of its store')
		]
	],
	['a replica that lags takes over', 'as after an old copy', [world('failover')]],
	[
		'two servers, on one store or on two copies of it',
		'on one: nothing twice; on two: as after an old copy, when a phone meets the other one',
		[
			store('kill.test', 'WS24 loses nothing and doubles nothing when two servers work on one store'),
			unit('server/two-copies', 'fault 36: a phone that meets both brings to each what the other has'),
			unit('server/travel', 'notices when it has grown past the lost steps again, by the head alone')
		]
	],
	['two tabs save and send', 'no number twice, nothing twice', [world('secondTab'), e2e('tabs', 'both tabs at once')]],
	[
		'a new version while something is sent',
		'it waits for a yes',
		[e2e('update', 'changes to a new version after a yes')]
	],
	[
		'a new version of the database with entries that wait',
		'their bytes are not touched',
		[{ file: 'tests/migrations/phone-db.test.ts', title: 'version 1: shows all, sends what waits as it was written' }]
	],
	[
		'an old tab holds the database',
		'both change together',
		[e2e('update', 'changes to a new version after a yes, in both tabs at once')]
	],
	[
		'back to an older version of the app',
		'it works on with what it knows, and what it does not know stays',
		[{ file: 'tests/migrations/phone-db.test.ts', title: 'works on with what it knows, and leaves the rest' }]
	],
	[
		'an entry that breaks its reader',
		'only that one is kept aside',
		[world('act.poison'), unit('sync/ward-verdict', 'WD4 keeps %s aside, alone')]
	],
	[
		'an entry about what was deleted, moved or left the areas',
		'a conflict or kept aside',
		[world('remove'), world('moveDoor'), unit('sync/ward-accept', 'WD14')]
	],
	[
		'several people change one door',
		'merged, or a human decides',
		[world('conflict'), e2e('conflict', 'two phones correct one name differently')]
	],
	[
		'deleted here, changed there',
		'a human decides',
		[world('remove'), unit('sync/desk', 'DK3 leaves a deleted record deleted')]
	],
	[
		'leaving with entries that wait',
		'they still arrive',
		[world('rejoin'), e2e('lock', 'fault 46: leaving says what waits')]
	],
	[
		'somebody else on the same phone',
		'a database of their own',
		[unit('device/erase', 'as somebody else gives that one a database of their own')]
	],
	[
		'ten wrong PINs',
		'nothing can be read, what is sealed stays',
		[unit('device/erase', 'erase what can be read, after the ninth still nothing'), e2e('lock', 'fault 48')]
	],
	[
		'a forgotten PIN',
		'a new code brings the list back',
		[unit('device/erase', 'after a forgotten PIN brings everything'), e2e('lock', 'fault 49')]
	],
	[
		'areas change while away',
		'out goes what left, in comes what was added, nothing else is seen',
		[world('scope'), world('fill')]
	],
	['copies differ', 'found and mended', [unit('sync/phone-repair', 'CP2 takes anew what differs')]],
	[
		'away for very long',
		'everything is read anew, entries first',
		[world('net.resync'), unit('server/standing', 'asks a phone that was away too long to read anew')]
	]
];

export const FAULTS: readonly Fault[] = ROWS.map(([fault, expected, held, missing], i) => {
	return { number: i + 1, fault, expected, held, ...missing };
});
