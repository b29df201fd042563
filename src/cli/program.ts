import manifest from '../../package.json' with { type: 'json' };
import { deliver } from './deliver.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { World } from './world.ts';

/**
 * The whole program: arguments (without node and script) → exit code. Never rejects.
 * `--version` is answered before anything is loaded, commands load what they need.
 */
export async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  try {
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
      return (await deliver(world, undefined, [`${manifest.version}\n`])) ?? EXIT.done;
    }
    const { dispatch } = await import('./dispatch.ts');
    return await dispatch(argv, world);
  } catch (error) {
    await confess(error, world);
    return EXIT.ourBug;
  }
}

/** Admits a bug in a line; SLAUDIT_DEBUG=1 adds the stack. */
export async function confess(error: unknown, world: World): Promise<void> {
  const known = error instanceof Error;
  const text = known ? error.message : String(error);
  const { SLAUDIT_DEBUG } = world.env;
  const full = known && SLAUDIT_DEBUG === '1' ? error.stack : undefined;
  const hint = full === undefined ? '  SLAUDIT_DEBUG=1 shows where. Please report it.\n' : `${full}\n`;
  await world.stderr.write(`slaudit: this is a bug in slaudit ${manifest.version}: ${text}\n${hint}`).catch(() => {});
}
