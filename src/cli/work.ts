// All of the program but its version: main.ts loads it when it is asked for more.
import type { World } from './world.ts';

export { dispatch } from './dispatch.ts';
export { beginSession } from './session.ts';

/** What a thread of the program does. */
export async function serve(world: World): Promise<boolean> {
  return (await import('./shares/serve-share.ts')).serveShare(world);
}
