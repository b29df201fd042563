#!/usr/bin/env node
// An older Node would answer with a stack trace: so it is asked before anything is loaded.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 12)) {
  // What was compiled once is kept in the system's folder for temporary files; NODE_DISABLE_COMPILE_CACHE=1 does without.
  require('node:module').enableCompileCache();
  require('../dist/main.js');
} else {
  process.stderr.write(
    `slaudit: this is Node ${process.versions.node}, and 22.12 or later is needed\n  Install a newer one, or use the executable, which brings its own.\n`,
  );
  process.exitCode = 69;
}
