// Headers that every answer carries. They are set in front of the built handler, because adapter-node serves the
// prerendered shell and the static files before hooks.server.ts ever runs.

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

const ALWAYS = {
	// The rest of the policy stands in the page itself (hashes) or is set by Kit (nonces); framing can only be refused here.
	'content-security-policy': "frame-ancestors 'none'",
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin'
};

/** What a page's scripts may use of the device. */
const PERMISSIONS =
	'camera=(self), screen-wake-lock=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), ' +
	'microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=(), ' +
	'accelerometer=(), gyroscope=(), magnetometer=(), browsing-topics=()';

/**
 * What may be kept by the browser. People's data never; the shell, the service worker and version.json only after
 * asking, or an update would come a day late; hashed files get their year from adapter-node.
 * @param {string} path
 */
function cacheControl(path) {
	if (/^\/(api|ward|province|badge|healthz|metrics)(\/|$)/.test(path)) return 'no-store';
	return path.startsWith('/_app/immutable/') ? undefined : 'no-cache';
}

/**
 * What is no page may load nothing and run nothing, should a browser ever be brought to show it as one. Where no script
 * can run none needs to be told what it may use, in 400 bytes of each answer to a phone.
 */
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** A year of HTTPS only. */
const YEAR = 'max-age=31536000';

/**
 * A worker has the policy that its own script came with, not the page's. `blob:` and `data:` are no source of any of them.
 */
const WORKER =
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'; " +
	"require-trusted-types-for 'script'; trusted-types 'none'";

/**
 * @param {Request} request
 * @param {Response} response
 * @param {{ isSecure: boolean, hasOwnName?: boolean }} site `hasOwnName`: nothing else lives below the server's name
 */
export function addHeaders(request, response, { isSecure, hasOwnName = true }) {
	for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
	if (isSecure) response.setHeader('strict-transport-security', hasOwnName ? `${YEAR}; includeSubDomains` : YEAR);
	const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
	if (/^\/(api|healthz|metrics)(\/|$)/.test(path)) response.setHeader('content-security-policy', NO_PAGE);
	else response.setHeader('permissions-policy', PERMISSIONS);
	if (/^\/(_app\/immutable\/workers\/|service-worker\.js$)/.test(path))
		response.setHeader('content-security-policy', WORKER);
	const cache = cacheControl(path);
	if (cache) response.setHeader('cache-control', cache);
}
