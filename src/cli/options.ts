import { InvalidArgumentError, Option } from 'commander';

/** Options that several commands have, each declared once. A value given twice is refused: one would be ignored. */

export const policy = () =>
  new Option('-p, --policy <file>', 'the policy: what was promised').argParser(once).makeOptionMandatory();

export const policies = () =>
  new Option('-p, --policy <file>', 'the policy; given twice: before and after')
    .argParser(several)
    .makeOptionMandatory();

export const periods = () =>
  new Option('--period <period>', '2026-10, 2026-Q4, last-month …; given twice: before and after').argParser(several);

export const period = () =>
  new Option(
    '--period <period>',
    '2026-10, 2026-Q4, 2026, 2026-10-01..2026-10-15 or last-month, in the policy’s zone',
  ).argParser(once);

export const by = () =>
  new Option(
    '--by <fields>',
    'break down by employee, a field, hour, weekday or month; employee,channel: by channel within each employee; several stand side by side',
  ).argParser(several);

export const asOf = () =>
  new Option(
    '--as-of <instant>',
    'judge as of this instant, or "now"; else the end of the period or the latest stamp',
  ).argParser(once);

export const failOn = () =>
  new Option(
    '--fail-on <threshold>',
    "exit 1 where it holds: 'attainment(first_response) < 95%'; may be given several times",
  ).argParser(several);

export const output = () =>
  new Option('-o, --output <path>', 'write to a file, which appears whole or not at all').argParser(once);

export const outputs = () =>
  new Option(
    '-o, --output <path>',
    'write to a file, which appears whole or not at all, in the format of its ending; may be given several times, and hold {period}, {view}, {format} …',
  ).argParser(several);

export const manifest = () =>
  new Option('--manifest', 'beside each file also NAME.manifest.json: from what it was made, and its hash');

export const status = () =>
  new Option('--status', 'at the end a line of JSON on standard error: how it ended, and the key figures');

export const statusFile = () =>
  new Option('--status-file <path>', 'the same line to a file, whatever the ending').argParser(once);

export const log = () =>
  new Option('--log <path>', 'add lines to a file: what was read, judged, found and written').argParser(once);

export const quiet = () => new Option('--quiet', 'no progress, notices or findings; errors are still told');

export const noColor = () => new Option('--no-color', 'plain text, also in a terminal');

export const width = () =>
  new Option('--width <columns>', 'width of tables; else that of the terminal, or 80').argParser(columns);

export const oneOf = (flags: string, description: string, known: readonly string[]) =>
  new Option(flags, `${description}: ${known.join(', ')}`).argParser(once);

export function once(value: string, previous: string | undefined): string {
  if (previous !== undefined) throw new InvalidArgumentError(`It was "${previous}" before: give it once.`);
  return value;
}

/** `--view a,b --view c`: a, b and c; what is empty is left out. */
export function list(value: string, previous: readonly string[] = []): string[] {
  return [...previous, ...value.split(',').map((name) => name.trim())].filter((name) => name !== '');
}

/** `--sheet a --sheet b`: a and b, whatever is in them. */
export function several(value: string, previous: readonly string[] = []): string[] {
  return [...previous, value];
}

/** A terminal may be narrower; tables then run over its edge rather than fall into letters. */
export const LEAST_WIDTH = 40;

function columns(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < LEAST_WIDTH || number > 1000) {
    throw new InvalidArgumentError(`Give a number of columns from ${LEAST_WIDTH} to 1000.`);
  }
  return number;
}
