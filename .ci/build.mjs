// The program as it is shipped: dist/main.js and the chunks it loads when a command needs them.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { hashed, withBuildHash } from './build-hash.mjs';

const repository = join(import.meta.dirname, '..');
const dist = join(repository, 'dist');

/**
 * Node's modules as commander needs them. An import of `node:process` or `node:util` asks each of their parts for its value, and with
 * it loads workers, diffs and reports; `node:child_process` loads the network. That would take longer than printing the help.
 */
const commanderStartsQuickly = {
  name: 'commander-starts-quickly',
  setup({ onResolve }) {
    onResolve({ filter: /^node:(child_process|process|util)$/ }, ({ path, importer }) =>
      /node_modules.commander/.test(importer)
        ? { path: join(import.meta.dirname, 'for-commander', `${path.slice('node:'.length)}.mjs`) }
        : undefined,
    );
  },
};

const bundle = await build({
  absWorkingDir: repository,
  entryPoints: ['src/cli/main.ts'],
  outdir: dist,
  bundle: true,
  plugins: [commanderStartsQuickly],
  // Without splitting every import() would be pulled into main.js and paid for by `--version`.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  minifySyntax: true,
  minifyWhitespace: true,
  // Names stay, so that stack traces of SLAUDIT_DEBUG=1 can be read; esbuild's keepNames would set each one as the program starts.
  minifyIdentifiers: false,
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
