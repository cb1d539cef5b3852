// An empty Debian in a folder that stands for an office's machine: commands are typed in it by somebody who may use sudo;
// services run as their units say, with a network of their own, where the ward's name leads to it and ports are free.

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
	appendFileSync,
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { listLeftOver, readUnit, writeStart } from './unit.ts';

const RELEASE = 'trixie';
/** What an office's machine has before anybody installs something on it. */
const INCLUDED = 'sudo,ca-certificates,systemd-sysv';
const OFFICER = 'officer';
const UNIT_FOLDERS = ['etc/systemd/system', 'usr/lib/systemd/system'];
/**
 * There is no systemd in a folder to talk to: in the place of its tool this one switches units on and off with the real
 * one, and leaves starting to whoever plays systemd (`start`).
 */
const WITHOUT_SYSTEMD = `#!/bin/sh
for word do
	shift
	[ "$word" = --now ] || set -- "$@" "$word"
done
SYSTEMD_OFFLINE=1 exec /usr/bin/systemctl "$@"
`;
const JOURNAL = 'var/log/journal.txt';
/** Which steps a machine has behind it. */
const DONE = '.steps';
/** The commands of an installation, not a bound: whoever waits longer has no network. */
const STEP_MS = 40 * 60_000;

/** A room for one run: sticks, the empty system, machines. */
export interface Room {
	readonly folder: string;
	/** Name of the network that machines and phones share. */
	readonly network: string;
}

/** `name` leads to the machine that stands in the room. */
export function makeRoom(folder: string, network: string, name: string): Room {
	const room = { folder, network };
	for (const stick of ['stick', 'safe']) mkdirSync(join(folder, stick), { recursive: true });
	if (existsSync(join('/etc/netns', network))) return room;
	run('ip', ['netns', 'add', room.network]);
	run('ip', ['-n', room.network, 'link', 'set', 'lo', 'up']);
	const names = join('/etc/netns', room.network);
	mkdirSync(names, { recursive: true });
	writeFileSync(join(names, 'hosts'), `127.0.0.1 localhost ${name}\n`);
	return room;
}

export function closeRoom(room: Room): void {
	rmSync(join('/etc/netns', room.network), { recursive: true, force: true });
	run('ip', ['netns', 'delete', room.network]);
	for (const rest of ['stick', 'safe', 'phone']) rmSync(join(room.folder, rest), { recursive: true, force: true });
}

/** Runs a command with the network of the room and answers what it printed. */
export function runInRoom(room: Room, command: string, args: readonly string[]): string {
	return run('ip', ['netns', 'exec', room.network, command, ...args]);
}

function run(command: string, args: readonly string[]): string {
	return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: STEP_MS });
}

/** The empty system, fetched once; each machine is a copy of it. */
function prepareBase(room: Room): string {
	const base = process.env['DEBIAN_BASE'] || join(room.folder, RELEASE);
	if (existsSync(join(base, '.ready'))) return base;
	rmSync(base, { recursive: true, force: true });
	run('debootstrap', ['--variant=minbase', `--include=${INCLUDED}`, RELEASE, base]);
	writeFileSync(join(base, '.ready'), '');
	return base;
}

export class Machine {
	readonly root: string;
	readonly #room: Room;
	readonly #services = new Map<string, ChildProcess>();
	private constructor(room: Room, root: string) {
		this.#room = room;
		this.root = root;
	}

	/** A new machine that nobody has installed anything on, with the program's repository somewhere in reach. */
	static make(room: Room, name: string, repository: string): Machine {
		const base = prepareBase(room);
		const machine = new Machine(room, join(room.folder, name));
		const { root } = machine;
		if (process.env['TRY_KEEP'] && existsSync(join(root, DONE))) return machine;
		machine.lose();
		run('cp', ['-a', '--reflink=auto', base, root]);
		run('git', ['clone', '--quiet', '--bare', repository, join(root, 'srv/go-cua.git')]);
		run('chroot', [root, 'useradd', '--create-home', '--shell', '/bin/bash', OFFICER]);
		writeFileSync(join(root, 'etc/sudoers.d', OFFICER), `${OFFICER} ALL=(ALL:ALL) NOPASSWD: ALL\n`, { mode: 0o440 });
		writeFileSync(join(root, 'usr/local/sbin/systemctl'), WITHOUT_SYSTEMD, { mode: 0o755 });
		writeFileSync(join(root, 'etc/hosts'), `127.0.0.1 localhost ${hostname()}\n`);
		writeFileSync(join(root, 'etc/resolv.conf'), readFileSync('/etc/resolv.conf'));
		run('mount', ['-t', 'proc', 'proc', join(root, 'proc')]);
		for (const stick of ['stick', 'safe']) {
			mkdirSync(join(root, 'media', stick));
			run('mount', ['--bind', join(room.folder, stick), join(root, 'media', stick)]);
		}
		writeFileSync(join(root, DONE), '');
		return machine;
	}

	/** What the network around asks for and no page can know: whom it trusts is what the machine around trusts. */
	fitNetwork(): void {
		const bundle = 'etc/ssl/certs/ca-certificates.crt';
		writeFileSync(join(this.root, bundle), readFileSync(join('/', bundle)));
		// root's own settings are read by Debian's npm and by the one that the page puts in its place
		writeFileSync(join(this.root, 'root/.npmrc'), `cafile=/${bundle}\n`);
	}

	/** Does a step once, and answers the minutes that it took then: a run that broke off may be taken up where it was. */
	once(step: string, work: () => void): number {
		const file = join(this.root, DONE);
		const known = readFileSync(file, 'utf8').match(new RegExp(`^${step} (.+)$`, 'm'));
		if (known) return Number(known[1]);
		const from = Date.now();
		work();
		const took = (Date.now() - from) / 60_000;
		appendFileSync(file, `${step} ${took}\n`);
		return took;
	}

	/** Types commands: stops at the first that fails, and answers what was printed. */
	type(commands: string): string {
		const script = join(this.root, 'tmp', 'typed.sh');
		writeFileSync(script, commands, { mode: 0o755 });
		const shell = ['runuser', '-u', OFFICER, '--', 'env', '-i', `HOME=/home/${OFFICER}`, 'LANG=C.UTF-8'];
		const path = 'PATH=/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin';
		try {
			return run('chroot', [this.root, ...shell, path, 'bash', '-eu', '/tmp/typed.sh']);
		} catch (error) {
			const { stdout, stderr } = error as { stdout?: string; stderr?: string };
			throw new Error(`this failed:\n${commands}\n${(stdout ?? '').slice(-4_000)}\n${(stderr ?? '').slice(-6_000)}`, {
				cause: error
			});
		}
	}

	/** Starts what is switched on for each boot, as its unit says; answers the keys that were not carried out. */
	start(name: string): readonly string[] {
		const wanted = join(this.root, 'etc/systemd/system/multi-user.target.wants', `${name}.service`);
		run('test', ['-L', wanted]);
		const file = UNIT_FOLDERS.map((folder) => join(this.root, folder, `${name}.service`)).find((path) =>
			existsSync(path)
		);
		if (!file) throw new Error(`there is no unit ${name}`);
		const unit = readUnit(readFileSync(file, 'utf8'));
		const script = writeStart(unit, this.root, (path) =>
			existsSync(join(this.root, path)) ? readFileSync(join(this.root, path), 'utf8') : null
		);
		const space = ['netns', 'exec', this.#room.network, 'unshare', '--mount', 'sh', '-c', script];
		// a file: while steps are typed nobody here would read from a pipe
		const journal = openSync(this.path(JOURNAL), 'a');
		this.#services.set(name, spawn('ip', space, { stdio: ['ignore', journal, journal] }));
		closeSync(journal);
		return listLeftOver(unit);
	}

	/** What services wrote, as a journal would have it. */
	get journal(): string {
		return readFileSync(this.path(JOURNAL), 'utf8');
	}

	/** Memory that a service held at most, in MB, and the user that it runs as. */
	look(name: string): { readonly peakMb: number; readonly uid: number } {
		const status = readFileSync(`/proc/${this.#services.get(name)!.pid}/status`, 'utf8');
		const [, peak] = /^VmHWM:\s+(\d+) kB/m.exec(status) ?? [];
		if (!peak) throw new Error(`${name} has ended: ${this.journal}`);
		const [, uid] = /^Uid:\s+(\d+)/m.exec(status)!;
		return { peakMb: Math.round(Number(peak) / 1024), uid: Number(uid) };
	}

	/** A file of the machine, as somebody sees it who takes its disk out. */
	path(path: string): string {
		return join(this.root, path);
	}

	/** Ends its services without a word, as when the power goes. */
	halt(): void {
		for (const child of this.#services.values()) child.kill('SIGKILL');
		this.#services.clear();
	}

	/** Burnt or stolen: no goodbye to any service, nothing left of the disk. */
	lose(): void {
		this.halt();
		if (!existsSync(this.root)) return;
		const mounted = readFileSync('/proc/self/mounts', 'utf8')
			.split('\n')
			.map((line) => line.split(' ')[1] ?? '')
			.filter((place) => place.startsWith(`${this.root}/`));
		for (const place of mounted.toReversed()) run('umount', [place]);
		rmSync(this.root, { recursive: true, force: true });
	}
}
