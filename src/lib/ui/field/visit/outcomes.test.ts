import { expect, test } from 'vitest';
import { OUTCOMES } from '$lib/domain/visit.ts';
import { splitOutcomes } from './outcomes.ts';

test('two results are large, what the ladder proposes first; every other one is there once', () => {
	for (const proposed of OUTCOMES.filter((each) => each !== 'nobodyHome')) {
		const { main, others } = splitOutcomes(proposed);
		expect(main[0]).toBe(proposed);
		expect([...main, ...others].sort()).toEqual(OUTCOMES.filter((each) => each !== 'nobodyHome').sort());
	}
	expect(splitOutcomes('done').main).toEqual(['done', 'notDone']);
	expect(splitOutcomes('notDone').main).toEqual(['notDone', 'referred']);
});
