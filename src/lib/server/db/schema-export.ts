// Tokens of programs that fetch figures (`schema.ts` has the rest).

export interface ExportTables {
	export_token: {
		ward_id: string;
		id: string;
		secret_hash: string;
		/** What the operator calls the program. */
		name: string;
		/** Of `EXPORT_SCOPES`, parted by commas. */
		scopes: string;
		made_at: number;
		expires_at: number;
		used_at: number | null;
		revoked_at: number | null;
	};
}
