// Every limit in one place, with its unit in its name. What passes a limit gets a clear error, never a cut.

export const LIMIT = {
	/** Text that a person types. */
	nameChars: 80,
	addressChars: 120,
	/** Where somebody put a door or a lane in the walk: a key of a long address, and room for many moves. */
	placeChars: 600,
	noteChars: 500,
	commentChars: 300,
	/** What a volunteer asks the ward, and the ward's answer; answers for everybody that come down with the areas. */
	difficultyChars: 500,
	replyChars: 1_000,
	commonAnswers: 50,
	reasonChars: 200,
	searchChars: 60,
	/** A card's text: 97 to 212 bytes seen (shared study of the card QR), with room for longer addresses. */
	cardChars: 512,
	/** People in one household record, boarding houses included. */
	householdPeople: 60,
	barriersPerVisit: 3,
	/** How long "nobody home" can be taken back. */
	takeBackMs: 5_000,
	/** An agreed hour to report back: late after so long, forgotten after a shift, and never further ahead than this. */
	checkInLateMs: 10 * 60_000,
	checkInForgetMs: 12 * 3600_000,
	checkInAheadMs: 3 * 3600_000,
	/** Words of the ward on one record that travel down with it. */
	decisionsKept: 10,

	/** Sync (sync.md 2.4 and 2.8). */
	batchEntries: 100,
	batchBytes: 64 * 1024,
	entryBytes: 16 * 1024,
	/** A sealed payload in base64url: an entry of the longest kind, its tag, and a third more for the letters. */
	sealedChars: 22 * 1024,
	bodyBytes: 256 * 1024,
	pageRows: 500,
	/** Pages that the ward makes and packs at a time, and requests for one that wait. */
	pagesAtOnce: 4,
	pagesWaiting: 1_000,
	firstByteWaitMs: 20_000,
	answerWaitMs: 60_000,
	retryFirstMs: 2_000,
	retryMaxMs: 5 * 60_000,
	syncPerMinute: 60,
	/** A locked phone that is looked at asks no more often whether it is still let in, and not while it is being opened. */
	knockEveryMs: 15 * 60_000,
	knockAfterMs: 10_000,
	clockSkewMs: 5 * 60_000,
	openEntries: 20_000,
	/** How long an acknowledged entry stays sealed on the phone, in case the ward is restored from an older copy. */
	retainMs: 30 * 24 * 3600_000,
	/** Ids in one question after a new epoch. */
	reconcileIds: 1_000,
	/** A phone that was shut out may still hand in what it had written. */
	depositLifeMs: 7 * 24 * 3600_000,
	depositEntries: 2_000,
	/** Copies of phone and ward are compared once a day. */
	digestEveryMs: 24 * 3600_000,
	/** Where some areas could not be compared, they are after so long. */
	digestAgainMs: 10 * 60_000,
	digestBuckets: 16,
	/** Rows that one answer about differing copies lists; areas beyond wait for the next question. */
	digestRows: 5_000,
	scopeAreas: 500,
	/** Lanes of which the ward has said something, and who may walk one. */
	scopeLanes: 2_000,
	laneHolders: 8,
	areaAliases: 20,
	/** A lane or an area is lent for at most so long; what was written there comes in for some days more. */
	holdDays: 366,
	holdGraceDays: 14,

	/** A badge (feature F004): how long it may hold, and its photo, a small portrait that a phone keeps and a page shows. */
	badgeDays: 366,
	badgePhotoBytes: 24 * 1024,
	badgePhotoMinPx: 96,
	badgePhotoMaxPx: 480,
	/** Checks by one address in a quarter of an hour (many residents share one), and of them such as find no badge. */
	badgeChecksPerQuarterHour: 600,
	badgeMissesPerQuarterHour: 60,

	/** Rescue without a network: bundles in one file, so that it stays below the largest request that a server reads. */
	rescueBundles: 10,
	/** A longer file is none of ours and is not read at all. */
	rescueFileBytes: 900 * 1024,
	/** Entries in one row of QR pictures, so that two people stand together for two minutes and no longer. */
	pictureEntries: 200,
	/** Pictures in one row: what 200 entries of the longest kind need, and a bound for what a crafted one may ask for. */
	rowPictures: 2_000,
	/** A lane that goes on to another phone: its doors, and how long its pictures may be filmed after they were made. */
	relayDoors: 400,
	relayTakeMs: 30 * 60_000,
	/** Days for which the ward gives out one key per area for such lanes; phones hold that of now and the next. */
	relayKeyDays: 7,
	/** Bundles of other phones that wait on one phone; more go with another carrier or straight to the desk. */
	cargoBundles: 100,

	/** Joining (security.md 5.1). */
	inviteLifeMs: 10 * 60_000,
	joinTriesPerQuarterHour: 10,
	devicesPerVolunteer: 2,

	/** Unlocking (security.md 5.2). */
	pinMinDigits: 6,
	pinMaxDigits: 12,
	/** So many wrong PINs in a row take away what can be read. */
	pinTriesBeforeErase: 10,
	hiddenLockMs: 2 * 60_000,
	idleLockMs: 5 * 60_000,
	/** Without contact for so long, a phone gives up its copy of the ward's records. */
	leaseMs: 7 * 24 * 3600_000,

	/** Desk (security.md 5.1 and 5.3). */
	signInTriesPerQuarterHour: 5,
	sessionLifeMs: 12 * 3600_000,
	sessionIdleMs: 30 * 60_000,
	passwordMinChars: 12,
	/** A longer one is refused, so that hashing it costs no more; it is never cut. */
	passwordMostChars: 1_024,
	/** The second step of signing in. */
	codeTriesPerQuarterHour: 5,
	codeWaitMs: 5 * 60_000,
	recoveryCodes: 8,
	/** Of one account. */
	passkeys: 10,
	/** How long the password counts as just given, for exports and for many whole numbers. */
	freshMs: 5 * 60_000,
	/** Whole personal numbers for one member of staff; after so many in an hour the password is asked again. */
	revealsBeforeFresh: 5,
	revealsPerHour: 30,
	revealsPerDay: 100,
	listRows: 50,
	/** Rows of a list are counted up to here; beyond it there are "more than" so many. */
	countedRows: 1_000,
	/** Filters that one account keeps. */
	savedFilters: 20,
	/** Pairs of records that may be one person, on one page; and so many are looked for, as many groups at a time. */
	twinPairs: 20,
	twinGroups: 100,
	/** A visit that is older when it arrives, or that follows another door faster, is not approved together with others. */
	plainAgeMs: 7 * 24 * 3600_000,
	plainPaceMs: 60_000,
	/** So many other visits of a day that say the same are worth a look. */
	copiesLeast: 5,

	/** Lists that the ward brings in: a file comes in pieces, as a film does, and lies in memory alone. */
	listBytes: 24 * 1024 * 1024,
	listPartBytes: 512 * 1024,
	/** What a workbook may unpack to. */
	listUnpackedBytes: 256 * 1024 * 1024,
	listFileRows: 100_000,
	listColumns: 60,
	/** What of a cell is read: more than any of its fields may hold, so that one that is too long is told of. */
	listCellChars: 400,
	/** Findings that the page of a dry run shows, and those that its file holds; the others are counted. */
	listFindings: 200,
	listFindingsKept: 500_000,
	/** So long may a file wait in memory for somebody to go on. */
	listLifeMs: 30 * 60_000,
	/** So long is whoever works on a list believed to be there without a word. */
	listLeaseMs: 60_000,

	/** Content: the ward's own book, and what a search shows. */
	bookChars: 200,
	bookRows: 60,
	/** A film that the ward keeps itself; its pieces stay under the server's limit for any request. */
	filmBytes: 50_000_000,
	filmPartBytes: 512 * 1024,
	searchHits: 5,
	contentItems: 1_000,
	/** Days after which an item of content should be looked at again, and days before its end in which it is told. */
	recheckDays: 90,
	expirySoonDays: 30,
	itemTextChars: 2_000,

	/** Campaigns, targets and figures as reported; a count above is a slip of the finger. */
	campaigns: 100,
	figureMost: 10_000_000,
	/** A phone that was not heard for longer is asked after (the desk's overview). */
	silentDays: 3,
	/** Bars of a trend; a longer time is told by weeks, and a still longer one by months. */
	trendBars: 45,
	/** Of a table of causes: each bar is a column of numbers. */
	causeBars: 14,
	/** Reports: each text part, and how far back a period may lie. */
	reportTextChars: 4_000,
	reportRows: 200,
	reports: 2_000,
	/** Rows of one list that leaves the desk as a file. */
	listExportRows: 20_000,
	/** What counts fewer people is not shown in open figures (feature F100). */
	openCellLeast: 5,

	/** Mobile sessions: a slot's length, people received at once, sessions ahead, and appointments shown to choose from. */
	slotMinMinutes: 5,
	slotMaxMinutes: 120,
	perSlot: 20,
	sessions: 200,
	appointmentRows: 100,
	/** Of those who wait for a slot so many are counted: a session has far fewer slots. */
	countedAppointments: 300,
	/** Days after which an appointment that was not kept is planned no more. */
	appointmentDays: 30,

	/** Outreach events on one page. */
	outreachEvents: 500,
	/** The largest whole number of a small column of PostgreSQL. */
	integerMost: 2 ** 31 - 1,

	/** A program that fetches figures with a token (`/api/v1/export`). */
	exportsPerHour: 60,
	exportRows: 500,
	tokenDays: 365,

	/** What a province sees of its wards: counted so often, kept so long, and doubted when it is older. */
	summaryEveryMs: 10 * 60_000,
	summaryDays: 400,
	summaryStaleMs: 24 * 3600_000,

	/** Scanning. */
	scanFailuresBeforeManual: 3,
	repeatCardMs: 5_000
} as const;
