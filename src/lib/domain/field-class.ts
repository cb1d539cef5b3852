// What is said of a field in which personal data may lie: of which class it is, for what purpose it is kept, until when
// (digest k; Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP).

export const DATA_CLASSES = ['none', 'basic', 'sensitive'] as const;
/** No personal data; personal data; personal data that the law calls sensitive. */
export type DataClass = (typeof DATA_CLASSES)[number];

export const PURPOSES = [
	'find',
	'identify',
	'reach',
	'help',
	'consent',
	'quality',
	'work',
	'proof',
	'signIn',
	'rights'
] as const;
/**
 * Find the door, know the person again, remind with consent, help with the account, prove consent, clean data, organise
 * the work, prove who did what, keep strangers out, answer residents.
 */
export type Purpose = (typeof PURPOSES)[number];

export const KEEPS = ['rule', 'withdrawn', 'service', 'audit'] as const;
/**
 * Until the ward's time for records is over; the same, or until consent is withdrawn; while somebody works for the ward;
 * as long as the audit stands.
 */
export type Keep = (typeof KEEPS)[number];

export interface FieldRule {
	readonly data: Exclude<DataClass, 'none'>;
	readonly purpose: Purpose;
	readonly keep: Keep;
}

/** Personal data, kept for a purpose. */
export const basic = (purpose: Purpose, keep: Keep = 'rule'): FieldRule => ({ data: 'basic', purpose, keep });
/** The same of what the law calls sensitive. */
export const sensitive = (purpose: Purpose, keep: Keep = 'rule'): FieldRule => ({ data: 'sensitive', purpose, keep });
export const NONE = 'none' as const;
