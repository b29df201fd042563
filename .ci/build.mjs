// The program as it is shipped: dist/main.js, which answers --version by itself, dist/program-….js with all commands, and a file for
// each package that only some runs need.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import { build } from 'esbuild';
import { hashed, withBuildHash } from './build-hash.mjs';
import { startsQuickly } from './starts-quickly.mjs';

const repository = join(import.meta.dirname, '..');
const dist = join(repository, 'dist');

/** One file each: a program of a hundred small ones spends longer on finding them than on its work. */
const OPTIONS = {
  absWorkingDir: repository,
  outdir: dist,
  bundle: true,
  // CommonJS: an import of a module of Node as ESM asks each of its parts for its value, and with it loads streams, workers and reports;
  // and only of a script can the compiled code be kept (with-kept-code.mjs).
  format: 'cjs',
  platform: 'node',
  target: 'node22',
  supported: { 'dynamic-import': false },
  minifySyntax: true,
  minifyWhitespace: true,
  // Names stay, so that stack traces of SLAUDIT_DEBUG=1 can be read; esbuild's keepNames would set each one as the program starts.
  minifyIdentifiers: false,
  legalComments: 'none',
  logLevel: 'warning',
  ...hashed,
};

/** What is large and seldom needed: packages that are imported on demand, and the charts. */
function apart(found) {
  return {
    name: 'apart',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /^[a-z]|draw-chart\.ts$/ }, async ({ path, kind, pluginData, ...from }) => {
        if (kind !== 'dynamic-import' || path.startsWith('node:') || pluginData === 'asked') return undefined;
        const { path: file } = await resolve(path, { ...from, kind, pluginData: 'asked' });
        const name = parse(path).name;
        found.set(name, file);
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}

/** In place of the import that loads all commands: the file they are in, with the code that was compiled of it before. */
const withKeptCode = {
  name: 'with-kept-code',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/work\.ts$/ }, () => ({ path: join(import.meta.dirname, 'with-kept-code.mjs') })),
};

/** Stands in main.js for the name of the program's file, which has the hash of what is in it. */
const NAME = 'program-with-its-hash.js';

const seldom = new Map();
const bundles = [
  await build({
    ...OPTIONS,
    entryPoints: { program: 'src/cli/work.ts' },
    plugins: [startsQuickly, apart(seldom)],
  }),
  await build({
    ...OPTIONS,
    entryPoints: Object.fromEntries(seldom),
    plugins: [startsQuickly],
    // Who imports a default export of CommonJS gets all that is exported: here the default is that, with the others on it.
    footer: { js: '{const{default:only,...named}=module.exports;if(only!==undefined)module.exports=Object.assign(only,named)}' },
  }),
  await build({
    ...OPTIONS,
    entryPoints: ['src/cli/main.ts'],
    plugins: [withKeptCode],
    define: { ...OPTIONS.define, SLAUDIT_PROGRAM: JSON.stringify(NAME) },
  }),
];
const whole = {
  metafile: { inputs: Object.assign({}, ...bundles.map(({ metafile }) => metafile.inputs)) },
  outputFiles: bundles.flatMap(({ outputFiles }) => outputFiles),
};

/**
 * A source of one byte a character is read at once. esbuild leaves letters as they are in regular expressions and tagged templates, of
 * which ours are texts or, by String.raw, patterns: both know the escape.
 */
const inAscii = (text) => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const [{ contents }, ...others] = withBuildHash(repository, whole);
/** As Node wraps a module itself: put around it as it is loaded, it would be copied. */
const program = `(function(exports,require,module,__filename,__dirname){${inAscii(contents)}\n})`;
const name = `program-${createHash('sha256').update(program).digest('hex').slice(0, 16)}.js`;
const files = [
  // What is called .js here is no module, though the package says so.
  { name: 'package.json', contents: '{"type":"commonjs"}\n' },
  { name, contents: program },
  // main.js is the last, and old files go after it: a program started meanwhile finds a whole set.
  ...others.map(({ path, contents }) => ({ name: basename(path), contents: contents.replaceAll(NAME, name) })),
];
mkdirSync(dist, { recursive: true });
for (const { name, contents } of files) writeFileSync(join(dist, name), contents);
const fresh = new Set(files.map(({ name }) => name));
for (const name of readdirSync(dist)) {
  if (!fresh.has(name)) rmSync(join(dist, name), { recursive: true });
}
