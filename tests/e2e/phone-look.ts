// What a machine can say of a screen of the field app, in the sun, at night and with text at 200 %, and pictures of it for
// whoever looks at them. A new screen is one line in a walk: `await look(page, 'name')`.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The field app is read in the sun and in dark lanes: 7:1 (look.md), which axe looks for only when told to. */
const SEVEN_TO_ONE = 'color-contrast-enhanced';
const LARGE = { width: 360, height: 640 };
/** With LARGE=1 a third picture of each screen is left, with text at 200 %; the checks are made without it, too. */
const isLargeDrawn = Boolean(process.env.LARGE);

/**
 * Axe finds nothing in either theme, nothing is wider than the screen or cut off, and everything to press is large enough,
 * also with text at 200 % on the smallest phone. `file` is where the pictures go, without the ending.
 */
export async function lookAtPhone(page: Page, name: string, file: string): Promise<void> {
	const asBefore = page.viewportSize() ?? LARGE;
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
	expect.soft(await page.evaluate(findFaults), `to be seen and pressed: ${name}`).toEqual([]);
	await page.screenshot({ path: `${file}.png`, scale: 'css', fullPage: true });
	const light = new AxeBuilder({ page }).options({ rules: { [SEVEN_TO_ONE]: { enabled: true } } });
	expect.soft(await listViolations(light), `axe on ${name}`).toEqual([]);

	await page.emulateMedia({ colorScheme: 'dark' });
	await page.screenshot({ path: `${file}-dark.png`, scale: 'css', fullPage: isLargeDrawn });
	const dark = new AxeBuilder({ page }).withRules(['color-contrast', SEVEN_TO_ONE]);
	expect.soft(await listViolations(dark), `axe on ${name}, dark`).toEqual([]);
	await page.emulateMedia({ colorScheme: 'light' });

	await page.setViewportSize(LARGE);
	const scale = await page.evaluate(scaleText, '2');
	expect.soft(await page.evaluate(findFaults), `to be seen and pressed at 200 %: ${name}`).toEqual([]);
	if (isLargeDrawn) await page.screenshot({ path: `${file}-large.png`, scale: 'css', fullPage: true });
	await page.evaluate(scaleText, scale);
	await page.setViewportSize(asBefore);
}

async function listViolations(axe: AxeBuilder): Promise<string[]> {
	// without a second page, which would hide the one that is looked at
	const { violations } = await axe.setLegacyMode().analyze();
	return violations.flatMap(({ id, help, nodes }) =>
		nodes.map((node) => `${id}: ${help}: ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`)
	);
}

/** As the setting "Cỡ chữ" does; answers what stood there. */
async function scaleText(scale: string): Promise<string> {
	const { style } = document.documentElement;
	const before = style.getPropertyValue('--text-scale');
	style.setProperty('--text-scale', scale);
	await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
	return before;
}

/** In the page: what is moved sideways, what is cut off or stands over its edge, and what is too small for a thumb. */
function findFaults(): string[] {
	const TARGET_PX = 48;
	const SLACK_PX = 1.5;
	/** A line may stand closer than its letters are high. */
	const LINE_SLACK_PX = 6;
	const faults: string[] = [];
	const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
	const name = (part: Element) =>
		`${part.tagName.toLowerCase()}.${part.className} "${part.textContent?.trim().slice(0, 40)}"`;
	const isSeen = (part: Element) => {
		const { width, height, right, bottom } = part.getBoundingClientRect();
		// what stands outside the page waits there for the Tab key
		return (
			width > 1 &&
			height > 1 &&
			right > 0 &&
			bottom + scrollY > 0 &&
			part.checkVisibility({ visibilityProperty: true, opacityProperty: true })
		);
	};
	const isInside = (part: Element, test: (style: CSSStyleDeclaration) => boolean) => {
		for (let above: Element | null = part; above; above = above.parentElement) {
			if (test(getComputedStyle(above))) return true;
		}
		return false;
	};
	const scrolls = ({ overflowX }: CSSStyleDeclaration) => overflowX === 'auto' || overflowX === 'scroll';
	/** For screen readers alone. */
	const isUnseen = ({ clipPath }: CSSStyleDeclaration) => clipPath !== 'none';

	// rows of buttons that are moved sideways on purpose say `auto`; these may not
	for (const part of [
		document.documentElement,
		...document.querySelectorAll('dialog[open], dialog[open] .body, dialog[open] .fields')
	]) {
		if (part.scrollWidth > part.clientWidth + SLACK_PX) faults.push(`${part.scrollWidth} px wide: ${name(part)}`);
	}
	for (const part of top.querySelectorAll<HTMLElement>('*')) {
		if (!isSeen(part) || part.closest('svg, canvas, video')) continue;
		const style = getComputedStyle(part);
		// a second line may end in "…", a name may not
		if (style.textOverflow === 'ellipsis' && !part.matches('strong, b, h1, h2, h3')) continue;
		const isCut = /hidden|clip/.test(style.overflowX) && part.scrollWidth > part.clientWidth + SLACK_PX;
		if (isCut && part.textContent.trim() && !isInside(part, isUnseen)) faults.push(`cut off: ${name(part)}`);
		const words = [...part.childNodes].filter(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim());
		if (words.length === 0) continue;
		let box: Element = part;
		while (getComputedStyle(box).display === 'inline' && box.parentElement) box = box.parentElement;
		const edge = box.getBoundingClientRect();
		const isOver = words.some((node) => {
			const range = document.createRange();
			range.selectNode(node);
			const text = range.getBoundingClientRect();
			const isWide = text.right > edge.right + SLACK_PX || text.left < edge.left - SLACK_PX;
			return isWide || text.bottom > edge.bottom + LINE_SLACK_PX || text.top < edge.top - LINE_SLACK_PX;
		});
		if (isOver && !isInside(part, isUnseen) && !isInside(part, scrolls)) faults.push(`over its edge: ${name(part)}`);
	}
	// words of one part that stand on words of the part beside it: neither can be read
	const isInFlow = (part: Element) => /static|relative/.test(getComputedStyle(part).position);
	/** What cuts off words that do not fit, from the words up to the part itself. */
	const findWindow = (from: Element, part: Element) => {
		for (let above: Element | null = from; above; above = above === part ? null : above.parentElement) {
			if (getComputedStyle(above).overflowY !== 'visible') return above.getBoundingClientRect();
		}
		return null;
	};
	/** Whether it is laid over the page: it covers what is below it on purpose. */
	const isLaidOver = (from: Element, part: Element) => {
		for (let above: Element | null = from; above && above !== part; above = above.parentElement) {
			if (/fixed|absolute|sticky/.test(getComputedStyle(above).position)) return true;
		}
		return false;
	};
	/** Around all words of a part that are shown: what is folded or scrolled away has a place, too. Null without words. */
	const boxOfWords = (part: Element) => {
		const words = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
		const rects: { top: number; bottom: number; left: number; right: number }[] = [];
		for (let node = words.nextNode(); node; node = words.nextNode()) {
			if (!node.nodeValue?.trim() || !node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
			if (isLaidOver(node.parentElement, part)) continue;
			const range = document.createRange();
			range.selectNode(node);
			const whole = range.getBoundingClientRect();
			const pane = findWindow(node.parentElement, part) ?? whole;
			const rect = {
				top: Math.max(whole.top, pane.top),
				bottom: Math.min(whole.bottom, pane.bottom),
				left: Math.max(whole.left, pane.left),
				right: Math.min(whole.right, pane.right)
			};
			if (rect.top < rect.bottom && rect.left < rect.right) rects.push(rect);
		}
		const edge = (of: (rect: (typeof rects)[number]) => number, far: (...all: number[]) => number) =>
			far(...rects.map(of));
		return rects.length === 0
			? null
			: {
					top: edge((rect) => rect.top, Math.min),
					bottom: edge((rect) => rect.bottom, Math.max),
					left: edge((rect) => rect.left, Math.min),
					right: edge((rect) => rect.right, Math.max)
				};
	};
	for (const box of top.querySelectorAll<HTMLElement>('*')) {
		if (!/grid|flex/.test(getComputedStyle(box).display) || !isSeen(box)) continue;
		const parts = [...box.children].filter((part) => isSeen(part) && isInFlow(part) && part.textContent?.trim());
		for (const [at, part] of parts.entries()) {
			const one = boxOfWords(part);
			for (const other of parts.slice(at + 1)) {
				const two = boxOfWords(other);
				if (!one || !two) continue;
				const high = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
				const wide = Math.min(one.right, two.right) - Math.max(one.left, two.left);
				if (high > LINE_SLACK_PX && wide > LINE_SLACK_PX && !isInside(part, isUnseen) && !isInside(other, isUnseen))
					faults.push(`on top of each other: ${name(part)} and ${name(other)}`);
			}
		}
	}
	const PRESSED = 'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=button]';
	for (const part of top.querySelectorAll<HTMLElement>(PRESSED)) {
		// a word within a sentence is pressed where it stands
		if (
			(part instanceof HTMLInputElement ? !part.checkVisibility() : !isSeen(part)) ||
			(part.tagName === 'A' && getComputedStyle(part).display === 'inline')
		)
			continue;
		const label = part instanceof HTMLInputElement && /radio|checkbox|file/.test(part.type) ? part.labels?.[0] : null;
		const { width, height } = (label ?? part).getBoundingClientRect();
		if (isInside(part, isUnseen) && !label) continue;
		if (Math.min(width, height) < TARGET_PX - 0.5)
			faults.push(`${Math.round(width)}x${Math.round(height)} px to press: ${name(label ?? part)}`);
	}
	return [...new Set(faults)];
}
