import { readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';

/** More links than a system follows. */
const MOST_LINKS = 40;

/**
 * Where a file lies, or would if it were written: two paths to one place give the same. Links are followed, also one that leads to
 * nothing yet; of what is not there, the folder that is. Links that lead round in a circle stay as they are.
 */
export function placeOf(path: string, links = MOST_LINKS): string {
  // Not joined: `link/..` is not where the link lies.
  const whole = isAbsolute(path) ? path : `${process.cwd()}/${path}`;
  const found = orNothing(() => realpathSync.native(whole));
  if (found !== undefined) return found;
  const folder = dirname(whole);
  if (folder === whole) return whole;
  const target = orNothing(() => readlinkSync(whole));
  if (target !== undefined && links === 0) return whole;
  const there = placeOf(folder, links);
  if (target === undefined) return join(there, basename(whole));
  return placeOf(isAbsolute(target) ? target : `${there}/${target}`, links - 1);
}

function orNothing(ask: () => string): string | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
