// Long work in this process stops now and then for everybody else: SQLite answers without ever leaving the turn of the
// loop, so `await` alone lets nobody in.

/** So long may work go on before others come in; a push of a phone takes about as long. */
const TURN_MS = 10;

/** Lets requests of others in. */
export function takeBreath(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

/** Work that may be asked often whether it is time to stop. */
export class Breather {
	#began = performance.now();

	async rest(): Promise<void> {
		if (performance.now() - this.#began < TURN_MS) return;
		await takeBreath();
		this.#began = performance.now();
	}
}
