import { visible } from '../locale/visible.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { World } from './world.ts';

/** To the person at the terminal. That nobody listens any more is no reason to fail. */
export async function tell(world: World, text: string): Promise<void> {
  await world.stderr.write(visible(text)).catch(() => {});
}

/** Arguments that cannot be meant: what is wrong, what would be right. */
export async function refuse(world: World, message: string, hint?: string): Promise<ExitCode> {
  await tell(world, `slaudit: ${message}\n${hint === undefined ? '' : `  ${hint}\n`}`);
  return EXIT.wrongUsage;
}
