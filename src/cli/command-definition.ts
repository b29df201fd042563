import type { Command } from 'commander';
import type { ExitCode } from './exit-codes.ts';
import type { Session } from './session.ts';

/** What a command line asks for, once its arguments are understood. */
export type Work = (session: Session) => Promise<ExitCode>;

export interface CommandDefinition {
  /** Adds arguments and options to `command`, and lets its action choose the work to be done. */
  readonly declare: (command: Command, choose: (work: Work) => void) => void | Promise<void>;
}
