// One executable for this machine's platform, with Node inside: node .ci/package.mjs [PATH] (default dist-exe/slaudit).
// Nothing is downloaded: the Node that runs this is the one embedded, so start it by `npm run package`.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { hashed, withBuildHash } from './build-hash.mjs';
import { startsQuickly } from './starts-quickly.mjs';

const require = createRequire(import.meta.url);
// The command of pkg 6.23 passes neither nodePath nor useCodeCache on (yao-pkg/pkg#279), so its inside is called.
const { default: bake } = require('@yao-pkg/pkg/lib-es5/sea.js');

const repository = join(import.meta.dirname, '..');
const suffix = process.platform === 'win32' ? '.exe' : '';
const output = resolve(process.argv[2] ?? join(repository, `dist-exe/slaudit${suffix}`));
const platform = { win32: 'win', darwin: 'macos' }[process.platform] ?? process.platform;

mkdirSync(dirname(output), { recursive: true });
const workshop = mkdtempSync(join(tmpdir(), 'slaudit-package-'));
try {
  // One CommonJS file: an executable has no folder to load chunks from; import() stays lazy within it.
  const bundle = join(workshop, 'slaudit.cjs');
  const made = await build({
    absWorkingDir: repository,
    entryPoints: ['src/cli/main.ts'],
    plugins: [startsQuickly],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers: false,
    legalComments: 'none',
    logLevel: 'warning',
    ...hashed,
  });
  for (const { path, contents } of withBuildHash(repository, made)) writeFileSync(path, contents);
  await bake(bundle, {
    targets: [{ nodeRange: `node${process.versions.node}`, platform, arch: process.arch, output }],
    nodePath: process.execPath,
    signature: true,
    seaConfig: { disableExperimentalSEAWarning: true, useCodeCache: true },
  });
} finally {
  rmSync(workshop, { recursive: true, force: true });
}
