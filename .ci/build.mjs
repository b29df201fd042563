// The program as it is shipped: dist/main.js and the chunks it loads when a command needs them.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { hashed, withBuildHash } from './build-hash.mjs';

const repository = join(import.meta.dirname, '..');
const dist = join(repository, 'dist');

const bundle = await build({
  absWorkingDir: repository,
  entryPoints: ['src/cli/main.ts'],
  outdir: dist,
  bundle: true,
  // Without splitting every import() would be pulled into main.js and paid for by `--version`.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  minify: true,
  // Stack traces of SLAUDIT_DEBUG=1 stay readable.
  keepNames: true,
  legalComments: 'none',
  logLevel: 'warning',
  ...hashed,
  // cli-table3 and luxon are CommonJS and ask for node's modules by require().
  banner: { js: "import{createRequire as slauditRequire}from'node:module';const require=slauditRequire(import.meta.url);" },
});

const files = withBuildHash(repository, bundle);

// main.js last and old chunks after it: a program started meanwhile finds a whole set.
mkdirSync(dist, { recursive: true });
const isEntry = (file) => basename(file.path) === 'main.js';
for (const file of files.toSorted((a, b) => Number(isEntry(a)) - Number(isEntry(b)))) {
  writeFileSync(file.path, file.contents);
}
const fresh = new Set(files.map((file) => basename(file.path)));
for (const name of readdirSync(dist)) {
  if (!fresh.has(name)) rmSync(join(dist, name), { recursive: true });
}
