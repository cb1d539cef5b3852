// Findings of a dry run in six bytes each, so that all of them can be had as a file while the list lies in memory: a wrong
// column in a hundred thousand rows makes as many findings. Beside a batch they lie in the store as text, because the
// places of fields and codes may move from one version to the next.

import { LIST_FIELDS } from '../domain/list-column.ts';
import { LIST_CODES, type ListCode, type ListFinding } from '../domain/list-row.ts';
import { LIMIT } from '../domain/limit.ts';

const CODES = Object.keys(LIST_CODES) as ListCode[];
const BYTES = 6;
const IN_A_BLOCK = 5_000;

export class PackedFindings implements Iterable<ListFinding> {
	readonly #blocks: Buffer[] = [];
	readonly #most: number;
	#kept = 0;
	#count = 0;

	constructor(most: number = LIMIT.listFindingsKept) {
		this.#most = most;
	}

	/** How many there were, and how many of them are not kept. */
	get count(): number {
		return this.#count;
	}
	get left(): number {
		return this.#count - this.#kept;
	}

	add({ row, field, code }: ListFinding): void {
		this.#count += 1;
		if (this.#kept >= this.#most) return;
		const at = this.#kept % IN_A_BLOCK;
		if (at === 0) this.#blocks.push(Buffer.alloc(IN_A_BLOCK * BYTES));
		const block = this.#blocks.at(-1)!;
		block.writeUInt32LE(row, at * BYTES);
		block.writeUInt8(LIST_FIELDS.indexOf(field), at * BYTES + 4);
		block.writeUInt8(CODES.indexOf(code), at * BYTES + 5);
		this.#kept += 1;
	}

	*[Symbol.iterator](): Generator<ListFinding> {
		for (let index = 0; index < this.#kept; index++) {
			const block = this.#blocks[Math.floor(index / IN_A_BLOCK)]!;
			const at = (index % IN_A_BLOCK) * BYTES;
			yield {
				row: block.readUInt32LE(at),
				field: LIST_FIELDS[block.readUInt8(at + 4)]!,
				code: CODES[block.readUInt8(at + 5)]!
			};
		}
	}
}

/** Findings as a text of the store. */
export function writeFindings(findings: readonly ListFinding[]): string {
	return findings.map(({ row, field, code }) => `${row}.${field}.${code}`).join(' ');
}

/** What `writeFindings` wrote; what a version of before called otherwise is left out. */
export function readFindings(text: string): ListFinding[] {
	return text.split(' ').flatMap((part) => {
		const [row, fieldName, codeName] = part.split('.');
		const field = LIST_FIELDS.find((known) => known === fieldName);
		const code = CODES.find((known) => known === codeName);
		return field && code ? [{ row: Number(row), field, code }] : [];
	});
}
