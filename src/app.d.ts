import type { Ward } from '$lib/server/ward.ts';
import type { Desk } from '$lib/server/ward-desk.ts';

declare global {
	namespace App {
		interface Locals {
			/** The one ward server of this process. */
			ward: Ward;
			/** Who is signed in at the desk; always null outside /ward. */
			desk: Desk | null;
		}

		/** What adapter-node hands over; absent in development. */
		interface Platform {
			readonly req?: { readonly socket: { readonly remoteAddress?: string } };
		}
	}
}

export {};
