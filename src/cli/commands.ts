import type { Command } from 'commander';
import { evaluate } from './commands/evaluate.ts';
import { explain } from './commands/explain.ts';
import { policyCheck } from './commands/policy-check.ts';
import { policySchema } from './commands/policy-schema.ts';
import { report } from './commands/report.ts';
import type { ExitCode } from './exit-codes.ts';
import type { World } from './world.ts';

export type Work = (world: World) => Promise<ExitCode>;

export interface CommandDefinition {
  /** One line of the help. */
  readonly summary: string;
  /** Adds arguments and options to `command`, and lets its action choose the work to be done. */
  readonly declare: (command: Command, choose: (work: Work) => void) => void | Promise<void>;
}

/** A command is a file and a line here; help and errors are made from it. */
export const commands: Readonly<Record<string, CommandDefinition>> = {
  report,
  evaluate,
  explain,
  'policy check': policyCheck,
  'policy schema': policySchema,
};
