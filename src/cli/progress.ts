import type { World } from './world.ts';

/** How far the reading has come, for a person who waits longer than half a second. */
export interface Progress {
  add(bytes: number): void;
  /** The line disappears. */
  stop(): void;
}

const PATIENCE = 500;
const MEGABYTE = 1_000_000;

export function watchReading(world: World, total: number | undefined, quiet: boolean): Progress {
  const { stream, columns, isTerminal } = world.stderr;
  const { TERM } = world.env;
  // Without a width a line cannot be overwritten: ora would look for its end for ever.
  const canDraw = isTerminal && columns !== undefined && TERM !== 'dumb';
  if (quiet || !canDraw || stream === undefined) return { add: () => {}, stop: () => {} };
  let read = 0;
  let stopped = false;
  let spinner: { text: string; stop(): unknown } | undefined;
  const text = (): string => `Reading … ${megabytes(read)}${total === undefined ? '' : ` of ${megabytes(total)}`}`;
  const timer = setTimeout(async () => {
    const { default: ora } = await import('ora');
    // Left to itself ora would swallow standard input, which may be an export, and guess from CI who is watching.
    if (!stopped) spinner = ora({ text: text(), stream, discardStdin: false, isEnabled: true }).start();
  }, PATIENCE);
  timer.unref();
  return {
    add: (bytes) => {
      read += bytes;
      if (spinner !== undefined) spinner.text = text();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      spinner?.stop();
    },
  };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`;
}
