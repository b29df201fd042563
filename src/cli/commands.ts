import type { CommandDefinition } from './command-definition.ts';

interface Command {
  /** One line of the help. */
  readonly summary: string;
  /** The help names all commands and is to be there at once, so what one takes is loaded when it is asked for. */
  readonly load: () => Promise<CommandDefinition>;
}

/** A command is a file and an entry here; help and errors are made from it. */
export const commands: Readonly<Record<string, Command>> = {
  report: {
    summary: 'the figures: attainment, times, breaches per employee, and what could not be used',
    load: async () => (await import('./commands/report.ts')).report,
  },
  evaluate: {
    summary: 'write the verdict records, one for each run of a clock on a ticket',
    load: async () => (await import('./commands/evaluate.ts')).evaluate,
  },
  merge: {
    summary: 'one report of parts that slaudit evaluate --partial has written, wherever it did',
    load: async () => (await import('./commands/merge.ts')).merge,
  },
  explain: {
    summary: 'the proof: each event with file and line, each span that counted or did not, and the sum',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  due: {
    summary: 'open tickets that are overdue or soon due, by who has to see to them',
    load: async () => (await import('./commands/due.ts')).due,
  },
  statement: {
    summary: 'one page for an employee: each breach with its proof, what follows from it, and how to appeal',
    load: async () => (await import('./commands/statement.ts')).statement,
  },
  check: {
    summary: 'objectives and thresholds as an exit code',
    load: async () => (await import('./commands/check.ts')).check,
  },
  compare: {
    summary: 'two policies on the same data, or two periods: whose verdicts, figures and sums change, and why',
    load: async () => (await import('./commands/compare.ts')).compare,
  },
  diff: {
    summary: 'two saved results: which figures differ, and the rows of the export that changed them',
    load: async () => (await import('./commands/diff.ts')).diff,
  },
  verify: {
    summary: 'make reports again from what they were made from, and say whether they still hold',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  inspect: {
    summary: 'what an export holds: how it is written, its columns, what they probably mean, what looks odd',
    load: async () => (await import('./commands/inspect.ts')).inspect,
  },
  init: {
    summary: 'draft a policy from an export: its columns, the clocks they allow, and what is still to be said',
    load: async () => (await import('./commands/init.ts')).init,
  },
  schema: {
    summary: 'print the JSON Schema of what the other commands write as JSON and NDJSON',
    load: async () => (await import('./commands/schema.ts')).schema,
  },
  'policy check': {
    summary: 'find every fault of a policy, each with its place',
    load: async () => (await import('./commands/policy-check.ts')).policyCheck,
  },
  'policy schema': {
    summary: 'print the JSON Schema of policies, for editors',
    load: async () => (await import('./commands/policy-schema.ts')).policySchema,
  },
  'policy show': {
    summary: 'the rules in plain words, for people who will never read YAML',
    load: async () => (await import('./commands/policy-show.ts')).policyShow,
  },
};
