import { describe, expect, it } from 'vitest';
import { readPack } from '../../content/packs.ts';
import { parsePack } from './content.ts';

/** A pack of one guide as it comes off the wire, changed by the test at will. */
function wirePack(): any {
	const pack = readPack('vi');
	return structuredClone({ ...pack, articles: [], guides: pack.guides.filter((guide) => guide.id === 'P5') });
}

function faultOf(change: (pack: any) => void): string | undefined {
	const pack = wirePack();
	change(pack);
	const read = parsePack(pack);
	return read.ok ? 'read' : read.problem.at;
}

describe('a pack off the wire', () => {
	it('keeps the fields of a newer format, at every depth', () => {
		const pack = wirePack();
		pack.signature = 'x';
		pack.guides[0].steps[0].animation = { frames: 3 };
		pack.guides[0].steps[0].branches[0].colour = 'green';
		expect(parsePack(pack)).toEqual({ ok: true, value: pack });
	});

	it.each([
		['a tag', 'Bấm <b>Kích hoạt</b>'],
		['a closing tag', 'xong</p>'],
		['a script', '<script>alert(1)</script>'],
		['a comment', '<!-- x -->'],
		['an entity', 'Bấm &lt;đây&gt;'],
		['a numbered entity', '&#60;'],
		['a Markdown link', '[bấm đây](https://vneid.gov.vn)'],
		['strong words', 'Bấm **ngay**'],
		['code', 'gõ `123`'],
		['nothing', '   ']
	])('refuses text with %s, and says where', (_, text) => {
		expect(faultOf((pack) => (pack.guides[0].steps[1].say = text))).toBe('guides.0.steps.1.say');
	});

	it('leaves signs alone that are no markup', () => {
		expect(faultOf((pack) => (pack.guides[0].steps[1].say = 'Tuổi < 14, 3 > 2, ! @ # $ % ^ & * ( ) _ và A&B'))).toBe(
			'read'
		);
	});

	it.each<[string, (pack: any) => void, string]>([
		['a version that is no number', (pack) => (pack.version = '2'), 'version'],
		['a date that is none', (pack) => (pack.publishedOn = '2026-02-30'), 'publishedOn'],
		['an unknown state', (pack) => (pack.guides[0].entry.states[0] = 'l3Active'), 'guides.0.entry.states.0'],
		['a step without words', (pack) => delete pack.guides[0].steps[2].say, 'guides.0.steps.2.say'],
		['no guides', (pack) => delete pack.guides, 'guides']
	])('refuses %s', (_, change, at) => {
		expect(faultOf(change)).toBe(at);
	});

	it('refuses an effect that the ladder, the barriers or the receivers do not know', () => {
		for (const effect of [
			{ kind: 'ladder', state: 'rich', evidence: 'declared' },
			{ kind: 'barrier', code: 'B9.9', change: 'opened' },
			{ kind: 'referral', receiver: 'uncle', words: 'x' },
			{ kind: 'payment', words: 'x' }
		]) {
			expect(faultOf((pack) => (pack.guides[0].steps[0].effects = [effect]))).toMatch(
				/^guides\.0\.steps\.0\.effects\.0/
			);
		}
	});

	it('refuses a guide that points nowhere', () => {
		expect(faultOf((pack) => (pack.guides[0].steps[1].branches[0].to = 'nowhere'))).toBe('guides.P5.open -> nowhere');
		expect(faultOf((pack) => (pack.guides[0].start = 'nowhere'))).toBe('guides.P5.start -> nowhere');
	});

	it.each([null, 1, 'pack', [], {}])('refuses %j without throwing', (value) => {
		expect(parsePack(value).ok).toBe(false);
	});
});
