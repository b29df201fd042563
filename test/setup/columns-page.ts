import { recordColumn } from '../../src/report/columns/columns.ts';
import { COLUMNS_VERSION, type RecordColumn } from '../../src/report/columns/registry.ts';
import { valueSets } from '../../src/report/columns/value-sets.ts';
import { recordViews } from './schema-roots.ts';

const KINDS: Readonly<Record<RecordColumn['kind'], string>> = {
  text: 'text',
  id: 'text',
  word: 'word',
  flag: 'true or false',
  count: 'whole number',
  number: 'number',
  percent: 'percent, 0 to 100',
  points: 'percentage points',
  money: 'money, major units',
  seconds: 'seconds',
  'signed-seconds': 'seconds, may be negative',
  utc: 'instant, ISO 8601 in UTC',
  place: 'places, FILE:LINE',
};

/** docs/columns.md, from the registry of columns. */
export function columnsPage(): string {
  return `${HEAD}\n${recordViews()
    .map(
      ({ name, command, columns }) =>
        `## ${name}\n\n\`${command} -f csv\`, \`-f ndjson\`\n\n| | Column | Holds | Meaning |\n|---|---|---|---|\n${columns
          .map(({ key }, index) => line(index + 1, key, recordColumn(name, key)))
          .join('\n')}\n${name === 'verdicts' ? `\n${FIELDS}\n` : ''}`,
    )
    .join('\n')}`;
}

function line(number: number, key: string, { kind, meaning, values }: RecordColumn): string {
  const known =
    values === undefined
      ? ''
      : ` ${valueSets[values].map((value) => `\`${value}\``).join(', ')}${kind === 'word' ? '' : ', or the policy’s own words'}.`;
  return `| ${number} | \`${key}\` | ${KINDS[kind]} | ${`${meaning}${known}`.replaceAll('|', '\\|')} |`;
}

const FIELDS =
  'Between `charged_kind` and `reason` stand the fields of the policy’s `records`, under the policy’s names and in its order: text, as it was when the run was decided.';

const HEAD = `# Columns of records

Printed from the program’s registry of columns. What \`-f csv\` and \`-f ndjson\` write, view by view and in this order; the workbook
(\`-f xlsx\`) shows the same columns under titles for people.

**Version ${COLUMNS_VERSION}.** A program may rely on this: within a version no column is renamed, removed, or given another meaning, unit or kind,
and columns do not depend on what the data hold. New columns come after those that a view has, but for the fields of the policy in \`verdicts\`, which stand
before \`reason\`: read by name, not by number. Lists of words may grow. Whatever breaks this gets a new version, named in the changelog.

In CSV (UTF-8 without a byte order mark, \`\\n\`, RFC 4180) the header is always the first line, a value that is not known is empty, and a text that a
spreadsheet would take for a formula has an apostrophe in front. In NDJSON every key is in every record and what is not known is \`null\`, never 0.
\`slaudit schema NAME\` prints the JSON Schema of each, also to be found in docs/schemas: \`$defs/record\` is a line of NDJSON.
`;
