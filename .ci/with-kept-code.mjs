// In place of `import('./work.ts')` in dist/main.js: loads the file that has all commands, with the code that an earlier run has compiled
// of it.
//
// Node's own cache has the code of what was compiled while a file was loaded. Functions are compiled later, as they are first called,
// and the thousands that a report calls took a fifth of its time, in every run. So the code is taken once more as a run ends, for each
// command by itself, and kept where Node keeps its own: without that cache (NODE_DISABLE_COMPILE_CACHE=1) there is none of this either.
import fs from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

const file = join(__dirname, SLAUDIT_PROGRAM);
/** A thread begins like the whole, and is stopped when it has said its word. */
const isThread = process.env.SLAUDIT_THREAD !== undefined;

/** So old, code is taken anew, together with what was compiled beside it since. */
const DAY = 86_400_000;

/** Its name has the hash of the file: V8 compares the length of a source and not its words. It asks for its own version by itself. */
function placeOfCode() {
  const folder = getCompileCacheDir();
  const [command = '', ...rest] = isThread ? ['report'] : process.argv.slice(2);
  const asksForHelp = !/^[a-z]+$/.test(command) || rest.includes('--help') || rest.includes('-h');
  return folder && join(folder, `${SLAUDIT_PROGRAM}.${asksForHelp ? 'help' : command}`);
}

function readCode(place) {
  try {
    return { code: fs.readFileSync(place), isOld: Date.now() - fs.statSync(place).mtimeMs > DAY };
  } catch {
    return undefined;
  }
}

/** Whole or not at all; that it cannot be kept is nobody's trouble. */
function keepCode(place, code) {
  const draft = `${place}.${process.pid}`;
  try {
    fs.writeFileSync(draft, code, { mode: 0o600 });
    fs.renameSync(draft, place);
  } catch {
    fs.rmSync(draft, { force: true });
  }
}

/** The switches below are those of the V8 in Node 24. */
const hasSwitches = process.versions.v8.startsWith('13.6.');

/**
 * V8 makes machine code of what was called some hundred times, and better code of what was called some thousand times. Of a report on
 * a thousand tickets that took a quarter of the time, and was hardly used before the run was over: so it is to wait for ten times as
 * many calls. That is a few milliseconds of a run over a large export.
 */
function optimizeLater() {
  setFlagsFromString('--invocation-count-for-maglev=4000');
  setFlagsFromString('--invocation-count-for-maglev-osr=1000');
  setFlagsFromString('--invocation-count-for-osr=5000');
  setFlagsFromString('--invocation-count-for-turbofan=30000');
}

/**
 * Rows stand in arrays outside of V8's heap, which is small: after each sixteen megabytes of them V8 looked through it anew, on all
 * processors, and found nothing to be thrown away. So it is to wait until there is six times as much as it has left the last time.
 */
function collectLess() {
  setFlagsFromString('--heap-growing-percent=500');
}

if (hasSwitches) {
  optimizeLater();
  collectLess();
}
const place = placeOfCode();
const kept = place && readCode(place);
// One function of all (build.mjs), to be left where it was read; what is not ASCII is written with escapes.
const script = new Script(fs.readFileSync(file, 'latin1'), { filename: file, cachedData: kept?.code });
const program = { exports: {} };
script.runInThisContext()(program.exports, require, program, file, dirname(file));

if (place && !isThread && (!kept || kept.isOld || script.cachedDataRejected)) {
  // A run that came to grief has called few of the functions that the next one needs.
  process.on('exit', (code) => {
    if (code <= 1) keepCode(place, script.createCachedData());
  });
}

export const { dispatch, beginSession, serve } = program.exports;
