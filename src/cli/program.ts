import manifest from '../../package.json' with { type: 'json' };
import { confess } from './confess.ts';
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
    const { dispatch, beginSession } = await import('./work.ts');
    return await dispatch(beginSession(world, argv, dispatch));
  } catch (error) {
    await confess(error, world);
    return EXIT.ourBug;
  }
}
