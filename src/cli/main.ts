// The entry of the built program and of the executable. No top-level await: the executable is one CommonJS file.
import { confess } from './confess.ts';
import { EXIT } from './exit-codes.ts';
import { run } from './program.ts';
import { realWorld } from './real-world.ts';

const world = realWorld();

// Node's own exit code for it, 1, would say that a threshold was missed.
process.on('uncaughtException', (error) => {
  confess(error, world).finally(() => process.exit(EXIT.ourBug));
});

if (process.env['SLAUDIT_THREAD'] === undefined) obey();
else {
  // A thread of this program; the sign alone, in the environment of whoever starts it, means nothing.
  import('./work.ts').then(({ serve }) => serve(world)).then((isServed) => isServed || obey());
}

function obey(): void {
  // All is written by then. Left to itself Node would first wait for what it compiles beside the program, and clear up its memory.
  run(process.argv.slice(2), world).then((code) => process.exit(code));
}
