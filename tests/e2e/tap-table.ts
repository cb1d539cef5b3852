// Taps of the commonest jobs at a door: counted by the tests that do them, which fail when a count is another, and
// printed beside what other canvassing apps need. `docs/taps.md` is made of this table (tests/walls/tap-page.test.ts).

/** Exactly so many taps, from the screen on which the volunteer stands to "saved". */
export const TAPS = {
	nobodyHome: { job: 'Nobody home, from the list; the next door of the lane the same', taps: 1 },
	severalDoors: { job: 'Nobody home at all doors of a floor that the list shows', taps: 3 },
	nobodyHomeWithDay: { job: 'Nobody home, leaflet left, day to come back', taps: 4 },
	wholeHousehold: { job: 'A whole household informed, nobody by name', taps: 4 },
	activated: { job: 'A person activated, card read by QR, beside the taps of the guide itself', taps: 6 }
} as const satisfies Record<string, { readonly job: string; readonly taps: number }>;

export type TapJob = keyof typeof TAPS;

/** Nobody home elsewhere, read in their sources or manuals in 2026: first door, then the next one of the street or floor. */
export const PEERS = [
	{ name: 'turf-tools', first: '1 and 1 swipe for each resident', next: '1 swipe for each resident', basis: 'source' },
	{ name: 'HelloVoter', first: '3', next: '2', basis: 'source' },
	{ name: 'Qomon, “optimised”', first: '3', next: '2 to 3', basis: 'manual' },
	{ name: 'Zetkin', first: '6, and 1 for each further question', next: '3, and 1 for each', basis: 'source' },
	{ name: 'gruene-app', first: '3 to 4', next: '3 to 4', basis: 'source' },
	{ name: 'Ecanvasser', first: '4', next: '4', basis: 'manual' },
	{ name: 'changemaker.lite', first: '4, and a network', next: '4', basis: 'manual' }
] as const;

/** The page of `docs/taps.md`. */
export function writeTapPage(): string {
	const rows = Object.values(TAPS).map(({ job, taps }) => `| ${job} | ${taps} |`);
	const peers = PEERS.map(({ name, first, next, basis }) => `| ${name} | ${first} | ${next} | ${basis} |`);
	const { taps } = TAPS.nobodyHome;
	return `# Taps

What a volunteer presses for the commonest jobs. The tests that do them count each press and fail when it is another (\`tests/e2e/tap-table.ts\`); this page is made of the same table.

| job | taps |
|---|---|
${rows.join('\n')}

Nobody home in other canvassing apps, as their sources or manuals had it:

| app | first door | next door | read in |
|---|---|---|---|
| **Gõ Cửa** | **${taps}** | **${taps}** | test |
${peers.join('\n')}

No other app of these publishes seconds for each door.
`;
}
