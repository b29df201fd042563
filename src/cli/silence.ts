import type { Output } from './world.ts';

/** Nobody hears what is written to it. */
export const silence: Output = { isTerminal: false, columns: undefined, write: async () => {} };
