// `npm run ward -- COMMAND`: builds if need be and hands over to the built tool (src/ops/ward.ts), which shares the
// server's modules and therefore cannot run from source on plain Node.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BUILD, ensureBuild } from './build.mjs';

if (!(await ensureBuild(console.error))) process.exit(1);
const { runCommand } = await import(pathToFileURL(join(BUILD, 'ops', 'ward.js')).href);
process.exitCode = await runCommand(process.argv.slice(2));
