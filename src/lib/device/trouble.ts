import { failWith, problem, succeed, type Problem, type ProblemCode, type Result } from '../domain/problem.ts';

/** An expected failure on its way up through code that cannot answer with a Result: a store inside a transaction. */
export class Trouble extends Error {
	readonly problem: Problem;

	constructor(code: ProblemCode, cause?: unknown) {
		super(code, { cause });
		this.name = 'Trouble';
		this.problem = problem(code);
	}
}

/** What the work answers, or the trouble that it met as a failed answer. A bug stays thrown. */
export async function catchTrouble<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
	try {
		return succeed(await work());
	} catch (error) {
		if (error instanceof Trouble) return failWith(error.problem);
		throw error;
	}
}
