// `npm run film`: walks the visit of S01 and films it anew for the README (tests/e2e/film.ts).
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild, ROOT } from '../src/ops/build.mjs';
import { findBrowser } from './browser.mjs';

if (!(await ensureBuild(console.log))) process.exit(1);
const playwright = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');
const { status } = spawnSync(
	process.execPath,
	[playwright, 'test', '--config', 'tests/playwright.config.ts', 'e2e/job.e2e'],
	{ cwd: ROOT, stdio: 'inherit', env: { ...process.env, PICTURES: '1', CHROMIUM_PATH: await findBrowser() } }
);
process.exit(status ?? 1);
