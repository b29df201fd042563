import type { Severity } from '../../src/diagnostics/codes.ts';

/** One kind of diagnostic as its case shows it. */
export interface ErrorEntry {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  /** How it came about in the case. */
  readonly story: string;
  /** What to do about it. */
  readonly remedy: string;
  readonly command: string;
  /** What the command says on stderr. */
  readonly told: string;
  readonly exit: number;
}

const INTRODUCTION = `# Errors and findings

Printed from the cases in \`fixtures/cases/errors\`, each of which is the smallest input that brings its message about.
The code in brackets stays the same from version to version; the words may change.

An *error* stands in the way of a result: nothing is written to stdout, and the exit code is 65 for an unusable export
or 78 for a bad policy. A *warning* and a *note* are findings: the result is there, the exit code is 0, and
\`slaudit report --view quality\` lists them all. All that is wrong is told at once.`;

/** docs/errors.md, entries in the order given. */
export function errorsPage(entries: readonly ErrorEntry[]): string {
  const rows = entries.map(({ code, severity, title }) => `| [\`${code}\`](#${code}) | ${severity} | ${title} |`);
  const index = ['| code | | |', '|---|---|---|', ...rows].join('\n');
  return `${[INTRODUCTION, index, ...entries.map(section)].join('\n\n')}\n`;
}

function section({ code, severity, title, story, remedy, command, told, exit }: ErrorEntry): string {
  return [
    `## ${code}`,
    `${title}: ${severity === 'error' ? `an error, exit ${exit}` : `a ${severity}`}.`,
    story,
    `\`\`\`\n$ ${command}\n${told.trimEnd()}\n\`\`\``,
    `**To do:** ${remedy}`,
  ].join('\n\n');
}
