// A unit file of systemd, as far as a script without systemd can do what it says: who, where, with what environment and
// rights, what may be written. What is left over is named, so that nobody takes it for tried.

/** What a unit says, each key with its values in order. */
export type Unit = ReadonlyMap<string, readonly string[]>;

export function readUnit(text: string): Unit {
	const unit = new Map<string, string[]>();
	for (const line of text.split('\n')) {
		const [, key, value] = /^([A-Za-z]+)=(.*)$/.exec(line) ?? [];
		if (key) unit.set(key, [...(unit.get(key) ?? []), value!.trim()]);
	}
	return unit;
}

/** Keys that say when and how often a service runs, which whoever calls the script decides. */
const WHEN = [
	...['Description', 'Documentation', 'After', 'Requires', 'Wants', 'WantedBy', 'Alias', 'Type', 'ExecReload'],
	...['Restart', 'RestartSec', 'TimeoutStopSec']
];
const DONE = [
	...['ExecStart', 'User', 'Group', 'WorkingDirectory', 'Environment', 'EnvironmentFile', 'UMask', 'LimitNOFILE'],
	...['NoNewPrivileges', 'CapabilityBoundingSet', 'AmbientCapabilities', 'PrivateTmp', 'ProtectHome'],
	...['ProtectSystem', 'ReadWritePaths']
];

/** Keys of a unit that the script below does nothing for. */
export function listLeftOver(unit: Unit): string[] {
	return [...unit.keys()].filter((key) => !WHEN.includes(key) && !DONE.includes(key));
}

/** PATH as systemd gives it. */
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const SYSTEM_FOLDERS = ['usr', 'boot', 'etc'];

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
const toCap = (name: string) => `+${name.replace(/^CAP_/, '').toLowerCase()}`;

/**
 * A shell script for a mount space of its own that becomes the service: folders as the unit wants them, then into the
 * root, to the user, with these rights and this environment alone.
 */
export function writeStart(unit: Unit, root: string, readFile: (path: string) => string | null): string {
	const one = (key: string) => unit.get(key)?.at(-1);
	const isOn = (key: string) => /^(yes|true|1|strict|full)$/.test(one(key) ?? '');
	const words = (key: string) => (unit.get(key) ?? []).flatMap((value) => value.split(/\s+/)).filter(Boolean);
	const user = one('User') ?? 'root';
	const files = (unit.get('EnvironmentFile') ?? []).map((path) => readFile(path.replace(/^-/, '')) ?? '');
	const pairs = [
		...[`PATH=${PATH}`, 'LANG=C.UTF-8', `USER=${user}`, `LOGNAME=${user}`],
		...words('Environment'),
		...files.flatMap((text) => text.split('\n').filter((line) => /^\w+=/.test(line)))
	];
	const ambient = words('AmbientCapabilities').map(toCap);
	const bounding = unit.has('CapabilityBoundingSet') ? ['-all', ...words('CapabilityBoundingSet').map(toCap)] : null;
	const openFiles = one('LimitNOFILE');
	const readOnly = one('ProtectSystem') === 'strict' ? [''] : isOn('ProtectSystem') ? SYSTEM_FOLDERS : [];
	return [
		'set -eu',
		`mount --rbind ${root} ${root}`,
		...(isOn('PrivateTmp')
			? ['tmp', 'var/tmp'].map((path) => `mount -t tmpfs -o mode=1777 tmpfs ${root}/${path}`)
			: []),
		...(isOn('ProtectHome') ? ['home', 'root'].map((path) => `mount -t tmpfs -o mode=0,ro tmpfs ${root}/${path}`) : []),
		...words('ReadWritePaths').map((path) => `mount --bind ${root}${path} ${root}${path}`),
		...readOnly.flatMap((folder) => [
			...(folder ? [`mount --bind ${root}/${folder} ${root}/${folder}`] : []),
			`mount -o remount,bind,ro ${folder ? `${root}/${folder}` : root}`
		]),
		`umask ${one('UMask') ?? '0022'}`,
		...(openFiles ? [`ulimit -n ${openFiles} || true`] : []),
		[
			`exec chroot ${root} setpriv --reuid ${user} --regid ${one('Group') ?? user} --init-groups`,
			...(isOn('NoNewPrivileges') ? ['--no-new-privs'] : []),
			...(ambient.length > 0 ? [`--inh-caps ${ambient.join()} --ambient-caps ${ambient.join()}`] : []),
			...(bounding ? [`--bounding-set ${bounding.join()}`] : []),
			`env -i -C ${one('WorkingDirectory') ?? '/'}`,
			...pairs.map(quote),
			...['sh -c', quote(`HOME=$(getent passwd ${user} | cut -d: -f6) exec ${one('ExecStart')}`)]
		].join(' ')
	].join('\n');
}
