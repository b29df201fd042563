import manifest from '../../package.json' with { type: 'json' };
import type { World } from './world.ts';

/** Admits a bug in a line; SLAUDIT_DEBUG=1 adds the stack. */
export async function confess(error: unknown, world: World): Promise<void> {
  const known = error instanceof Error;
  const text = known ? error.message : String(error);
  const { SLAUDIT_DEBUG } = world.env;
  const full = known && SLAUDIT_DEBUG === '1' ? error.stack : undefined;
  const hint = full === undefined ? '  SLAUDIT_DEBUG=1 shows where. Please report it.\n' : `${full}\n`;
  await world.stderr.write(`slaudit: this is a bug in slaudit ${manifest.version}: ${text}\n${hint}`).catch(() => {});
}
