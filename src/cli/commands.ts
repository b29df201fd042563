import type { CommandDefinition } from './command-definition.ts';
import { check } from './commands/check.ts';
import { compare } from './commands/compare.ts';
import { diff } from './commands/diff.ts';
import { due } from './commands/due.ts';
import { evaluate } from './commands/evaluate.ts';
import { explain } from './commands/explain.ts';
import { init } from './commands/init.ts';
import { inspect } from './commands/inspect.ts';
import { merge } from './commands/merge.ts';
import { policyCheck } from './commands/policy-check.ts';
import { policySchema } from './commands/policy-schema.ts';
import { policyShow } from './commands/policy-show.ts';
import { report } from './commands/report.ts';
import { schema } from './commands/schema.ts';
import { statement } from './commands/statement.ts';
import { verify } from './commands/verify.ts';

/** A command is a file and a line here; help and errors are made from it. */
export const commands: Readonly<Record<string, CommandDefinition>> = {
  report,
  evaluate,
  merge,
  explain,
  due,
  statement,
  check,
  compare,
  diff,
  verify,
  inspect,
  init,
  schema,
  'policy check': policyCheck,
  'policy schema': policySchema,
  'policy show': policyShow,
};
