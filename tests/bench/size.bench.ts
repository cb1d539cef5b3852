// What a phone has to load: before the first screen, and to keep the whole app for use without network.
import { BUDGET, readFirstLoad, weighPrecache, weighScanPath } from '../walls/bundle.ts';

const kB = (bytes: number) => Math.round(bytes / 100) / 10;

export async function* run({ build }: { build(): Promise<string> }) {
	const folder = await build();
	const load = readFirstLoad(folder);
	yield { figure: 'first load, scripts', value: kB(load.scriptGzBytes), unit: 'kB gz', most: kB(BUDGET.scriptGzBytes) };
	yield { figure: 'first load, scripts', value: kB(load.scriptBrBytes), unit: 'kB br' };
	yield { figure: 'first load, styles', value: kB(load.styleGzBytes), unit: 'kB gz', most: kB(BUDGET.styleGzBytes) };
	yield { figure: 'first load, styles', value: kB(load.styleBrBytes), unit: 'kB br' };
	yield { figure: 'first load, files', value: load.scripts.length + load.styles.length, unit: 'files' };

	yield { figure: 'scan path, scripts', value: kB(weighScanPath(folder)), unit: 'kB gz', most: kB(BUDGET.scanGzBytes) };

	const kept = weighPrecache(folder);
	yield {
		figure: 'whole app kept on the phone',
		value: kB(kept.brBytes),
		unit: 'kB br',
		most: kB(BUDGET.wholeAppBrBytes)
	};
	yield { figure: 'whole app kept on the phone', value: kB(kept.rawBytes), unit: 'kB' };
	yield { figure: 'whole app kept on the phone', value: kept.files, unit: 'files' };
}
