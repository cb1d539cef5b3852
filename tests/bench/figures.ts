// What becomes of many measurements: one honest number, its bound, and how busy the machine was meanwhile.

import { cpus, loadavg } from 'node:os';

export interface Figure {
	readonly figure: string;
	readonly value: number;
	readonly unit: string;
	/** What the figure is compared with, measured in the same run. */
	readonly peer?: string;
	/** The figure as so many times its peer. */
	readonly ratio?: number;
	readonly most?: number;
	readonly least?: number;
}

/** The value that `share` of all stay within: the smallest one that is not below so many. */
export function quantile(values: readonly number[], share: number): number {
	if (values.length === 0) throw new Error('nothing was measured');
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

export function median(values: readonly number[]): number {
	return quantile(values, 0.5);
}

/** Two decimals: what lies behind them is noise. */
export function round(value: number): number {
	return Math.round(value * 100) / 100;
}

/** Whole milliseconds: a screen is drawn every 16. */
export function ms(figure: string, value: number, more: Partial<Figure> = {}): Figure {
	return { figure, value: Math.round(value), unit: 'ms', ...more };
}

/** Work that waits for a core is work of others, too: a figure taken above 1 is noisy. */
export function weighLoad(): Figure {
	return { figure: 'work per core meanwhile', value: round(loadavg()[0]! / cpus().length), unit: 'load' };
}
