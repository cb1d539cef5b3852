// Rows of a list as few bytes as they are: a hundred thousand of them lie in memory for half an hour while somebody looks
// at them. Cells are cleaned on their way in, so that nothing in them can be taken for an end.

import { LIMIT } from '../domain/limit.ts';
import { cleanCell } from '../domain/list-row.ts';

const ROWS_IN_A_BLOCK = 500;
const CELL_END = '\u001f';
const ROW_END = '\u001e';

export class PackedRows {
	readonly #blocks: Buffer[] = [];
	#fresh: string[] = [];
	#bytes = 0;
	#count = 0;

	get count(): number {
		return this.#count;
	}

	/** Takes a row; false when there is no room for it. */
	add(cells: readonly string[]): boolean {
		const kept = cells.slice(0, LIMIT.listColumns).map((cell) => cleanCell(cell.slice(0, LIMIT.listCellChars)));
		this.#count += 1;
		this.#fresh.push(kept.join(CELL_END));
		if (this.#fresh.length >= ROWS_IN_A_BLOCK) this.#pack();
		return this.#bytes <= LIMIT.listBytes;
	}

	*[Symbol.iterator](): Generator<readonly string[]> {
		this.#pack();
		for (const block of this.#blocks)
			for (const row of block.toString('utf8').split(ROW_END)) yield row.split(CELL_END);
	}

	#pack(): void {
		if (this.#fresh.length === 0) return;
		const block = Buffer.from(this.#fresh.join(ROW_END), 'utf8');
		this.#blocks.push(block);
		this.#bytes += block.length;
		this.#fresh = [];
	}
}
