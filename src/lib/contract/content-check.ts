// The checker of content: what a pack may not do although its shape is right. It answers with every fault, each with
// its place, so that whoever edits sees all at once. Nothing is published while one is left.

import { ARTICLE_KINDS, type FactShape } from '../domain/article-kind.ts';
import {
	decideBanner,
	type Article,
	type Guide,
	type GuideStep,
	type Item,
	type Life,
	type Pack
} from '../domain/content.ts';
import type { Day } from '../domain/day.ts';
import { findLostStep, listTargets } from '../domain/guide.ts';
import type { Fault } from './content-fault.ts';
import { checkLabel, checkWords } from './content-words.ts';

/** Every fault of a pack that has the right shape; empty when it may be published. Dates are judged as of `asOf`. */
export function checkPack(pack: Pack, asOf: Day = pack.publishedOn): Fault[] {
	const found: Fault[] = [];
	const items = [
		...pack.articles.map((item) => ({ item: item as Item, at: `articles/${item.id}` })),
		...pack.guides.map((item) => ({ item: item as Item, at: `guides/${item.id}` }))
	];
	const known = new Set([...items.map(({ item }) => item.id), ...(pack.plannedGuides ?? [])]);
	const seen = new Set<string>();
	for (const { item, at } of items) {
		if (seen.has(item.id)) found.push({ place: at, kind: 'doubledId', found: item.id });
		seen.add(item.id);
		if (item.sources.length === 0) found.push({ place: at, kind: 'noSources' });
		found.push(...checkLife(item, item, at, asOf, known));
	}
	for (const article of pack.articles) {
		const at = `articles/${article.id}`;
		const { body, ...head } = article;
		found.push(...checkLinks(article, at, known), ...checkWords(head, article, at), ...checkKind(article, at));
		for (const [row, block] of body.entries()) {
			const place = `${at}/body/${row}`;
			const life = { ...article, ...block };
			found.push(...checkLife(block, article, place, asOf, known), ...checkWords(block, life, place));
			if (block.kind === 'label') found.push(...checkLabel(block.label.text, life, place));
		}
	}
	for (const guide of pack.guides) {
		const at = `guides/${guide.id}`;
		found.push(...checkGraph(guide, at), ...checkLinks(guide, at, known));
		if (guide.topic === undefined) found.push({ place: at, kind: 'noTopic' });
		const { steps, ...head } = guide;
		found.push(...checkWords(head, guide, at));
		for (const step of steps) {
			const place = `${at}/${step.id}`;
			found.push(...checkLife(step, guide, place, asOf, known), ...checkLinks(step, place, known));
			found.push(...checkStep(step, guide, place), ...checkWords(step, { ...guide, ...step }, place));
		}
	}
	return found;
}

function checkLife(life: Partial<Life>, item: Life, at: string, asOf: Day, known: ReadonlySet<string>): Fault[] {
	const found: Fault[] = [];
	const successor = life.successor;
	if (successor !== undefined && !known.has(successor)) found.push({ place: at, kind: 'brokenLink', found: successor });
	if (decideBanner(life, asOf)?.kind === 'expired' && successor === undefined)
		found.push({ place: at, kind: 'noSuccessor' });
	const unsure = life.sources?.find((source) => source.confidence !== 'C');
	if (unsure && (life.status ?? item.status) === 'current')
		found.push({ place: at, kind: 'notMarked', found: unsure.place });
	return found;
}

function checkLinks(
	{ links, terms }: { links?: GuideStep['links']; terms?: GuideStep['terms'] },
	at: string,
	known: ReadonlySet<string>
): Fault[] {
	return [...(links ?? []).map((link) => link.to), ...(terms ?? [])]
		.filter((to) => !known.has(to))
		.map((to): Fault => ({ place: at, kind: 'brokenLink', found: to }));
}

/** Most words of a card that is read out at the door (feature F063). */
const PITCH_WORDS = 60;

function checkKind({ kind, facts, body }: Article, at: string): Fault[] {
	const shapes: Readonly<Record<string, FactShape>> | undefined = Object.entries(ARTICLE_KINDS).find(
		([name]) => name === kind
	)?.[1];
	if (!shapes) return [{ place: at, kind: 'unknownKind', found: kind }];
	const found: Fault[] = [];
	for (const [name, shape] of Object.entries(shapes)) {
		const fact = facts?.[name];
		const is = shape === 'list' ? Array.isArray(fact) : typeof fact === (shape === 'text' ? 'string' : shape);
		if (!is) found.push({ place: at, kind: 'badFacts', found: name });
	}
	if (kind === 'pitch') {
		const spoken = body.flatMap((block) => ('text' in block ? block.text.split(/\s+/) : []));
		if (spoken.length > PITCH_WORDS) found.push({ place: at, kind: 'tooLong', found: `${spoken.length}` });
	}
	return found;
}

/** Names under which forms ask. The format has none of them; a pack that brings one is refused, not just ignored. */
const INPUTS = ['input', 'inputs', 'field', 'fields', 'form', 'prompt', 'question', 'ask', 'secret'];
const TYPES_SECRET = /(?<!\p{L})(nhập|gõ|đọc|ghi|type|enter|write)(?!\p{L})[^.:;]*?(OTP|passcode|mật khẩu|password)/iu;
const KEEPS_AWAY = /không|đừng|tự|chưa|never|do not|don't|themsel|own/iu;

function checkSecrets(step: GuideStep, at: string): Fault[] {
	const found: Fault[] = [];
	for (const key of Object.keys(step))
		if (INPUTS.includes(key)) found.push({ place: at, kind: 'asksForInput', found: key });
	if (step.who === 'resident') return found;
	for (const words of [step.say, ...(step.notes ?? [])]) {
		const hit = TYPES_SECRET.exec(words)?.[0];
		if (hit !== undefined && !KEEPS_AWAY.test(words)) found.push({ place: at, kind: 'secretInOtherHands', found: hit });
	}
	if (step.timer?.kind === 'otp') found.push({ place: at, kind: 'secretInOtherHands', found: 'OTP' });
	return found;
}

function checkStep(step: GuideStep, guide: Guide, at: string): Fault[] {
	const found: Fault[] = [];
	const life = { status: step.status ?? guide.status };
	for (const label of step.labels ?? []) found.push(...checkLabel(label.text, life, `${at}/labels`));
	for (const branch of step.branches ?? []) {
		if (branch.screen) found.push(...checkLabel(branch.screen.text, life, `${at}/${branch.id}`));
	}
	found.push(...checkSecrets(step, at));
	if (step.who === 'resident' && !step.residentText) found.push({ place: at, kind: 'noResidentText' });
	const days = (step.branches ?? []).flatMap((branch) => branch.day ?? []);
	const asksDay = step.timer?.kind === 'activation';
	if (asksDay ? !days.includes('inTime') || !days.includes('overdue') : days.length > 0) {
		found.push({ place: at, kind: 'badDayQuestion' });
	}
	return found;
}

function checkGraph(guide: Guide, at: string): Fault[] {
	const lost = findLostStep(guide);
	if (lost) return [{ place: at, kind: 'lostStep', found: lost }];
	const found: Fault[] = [];
	const steps = new Map(guide.steps.map((step) => [step.id, step]));
	const reached = new Set([guide.start]);
	for (const id of reached) for (const to of listTargets(steps.get(id)!)) reached.add(to);
	for (const step of guide.steps) {
		const place = `${at}/${step.id}`;
		if (!reached.has(step.id)) found.push({ place, kind: 'unreachable' });
		if (!step.stop && !step.next && !step.branches?.length) found.push({ place, kind: 'deadEnd' });
	}
	// Once every limited step has been used up it only leads to its way out. If nothing goes round then, every walk ends.
	const after = (id: string): string[] => {
		const step = steps.get(id)!;
		return step.limit ? [step.limit.to] : step.stop ? [] : listTargets(step);
	};
	const ring = findRing([...steps.keys()], after);
	if (ring) found.push({ place: `${at}/${ring}`, kind: 'endless' });
	return found;
}

/** A node from which a walk can come back to itself, or null. */
function findRing(nodes: readonly string[], after: (node: string) => readonly string[]): string | null {
	const done = new Set<string>();
	const open = new Set<string>();
	const visit = (node: string): string | null => {
		if (open.has(node)) return node;
		if (done.has(node)) return null;
		open.add(node);
		for (const next of after(node)) {
			const ring = visit(next);
			if (ring) return ring;
		}
		open.delete(node);
		done.add(node);
		return null;
	};
	for (const node of nodes) {
		const ring = visit(node);
		if (ring) return ring;
	}
	return null;
}
