// What former profiles of this phone left sealed, and what they carried: seen off to the ward once the vault is open.

import type { PhoneState } from '../sync/phone-port.ts';
import type { CourierTools } from './courier.ts';
import type { Directory } from './directory.ts';
import type { OpenLink } from './link.ts';
import { loadCourier } from './phone-tools.ts';

export class FormerPost {
	readonly #directory: Directory;
	readonly #tools: CourierTools;
	/** Not seen off since the vault was opened. */
	#isDue = false;

	constructor(directory: Directory, tools: CourierTools) {
		this.#directory = directory;
		this.#tools = tools;
	}

	/** The vault was opened. */
	noteOpen(): void {
		this.#isDue = true;
	}

	/**
	 * Sends what is due by whatever way there is, once more if it was lost. Where the way was only out of reach, or the vault
	 * closed meanwhile, which rejects, the next good round tries again. `readState`: null once it is closed.
	 */
	async send(link: OpenLink, readState: () => PhoneState | null): Promise<void> {
		if (!this.#isDue) return;
		this.#isDue = false;
		try {
			const all = await this.#directory.listFormer();
			if (all.length === 0) return;
			const { deliverCargo, sendFormer } = await loadCourier();
			for (const former of all) {
				const state = readState();
				const done = [
					...(state ? [await deliverCargo(former.id, state, link, this.#tools)] : []),
					await sendFormer(former, link, this.#tools)
				];
				if (done.some((one) => !one.ok && one.problem.retry)) this.#isDue = true;
			}
		} catch (error) {
			this.#isDue = true;
			throw error;
		}
	}
}
