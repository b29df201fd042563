// The entry of the built program and of the executable. No top-level await: the executable is one CommonJS file.
import { run } from './program.ts';
import { realWorld } from './real-world.ts';

run(process.argv.slice(2), realWorld()).then((code) => {
  process.exitCode = code;
});
