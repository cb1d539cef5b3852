// Which Vietnamese words each English guide was made from (`fingerprintOf`). The test that fails says what to write here.

export const OF: Readonly<Record<string, string>> = {
	'P0-readiness': 'b0ea31d6',
	'P1-install': '64d2e1e1',
	'P2-app-account': '1d49489e',
	'P4-level2': '3d576347',
	'card-procedures': '6cbf5fa8',
	'P3-level1': '281bdcc5',
	P5: 'fccf5202',
	'web-activation': 'ccc08426',
	'P15-new-phone': '0f963c34',
	'P15-forgot-password': 'b6f969b9',
	'P15-forgot-passcode': '050446d6',
	'P15-change-number': '4b3d627a',
	'P15-lock': 'dd976c28',
	'sim-verification': 'c1b6e8a6',
	'P16-scam': '03512041',
	'P12-stay-notice': '77549456',
	'child-under-6': 'd8c64ef8',
	'child-6-13': '1a216714',
	guardianship: '7218e433',
	foreigners: 'c649ace0',
	'after-merger': 'dc03eb35',
	'P6-portal-sign-in': '3a544e95',
	'P14-health-insurance': 'd95ca8c9',
	'social-benefit-account': 'c7913f0f',
	'P17-official-manual': '863cff02'
};
