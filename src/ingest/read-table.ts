import type { Code } from '../diagnostics/codes.ts';
import { say } from '../diagnostics/say.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { Source } from '../domain/source.ts';
import type { TextRow, TextTable } from '../domain/text-table.ts';
import { type Part, unpack } from './bytes/unpack.ts';
import { cutCsv } from './csv/read-csv.ts';
import { cutHtml } from './html/read-html.ts';
import type { TakeRecord } from './table/table-rows.ts';
import type { Tell } from './tell.ts';
import { openText } from './text-format.ts';
import { Unusable } from './unusable.ts';
import { cutSheets } from './xlsx/cut-sheets.ts';
import { otherMarkup } from './xml/other-markup.ts';

/** Among so many first rows a header is looked for. */
const FIRST_ROWS = 20;

interface FoundTable {
  /** As places name it. */
  readonly file: string;
  readonly records: readonly TextRow[];
  /** Index of the header in the records. */
  readonly header: number;
  /** How many of the names the header has. */
  readonly known: number;
  /** What is to be known of it, if it is the one. */
  readonly findings: readonly Diagnostic<Code>[];
}

/**
 * Reads a table whole, as texts: a roster, not an export, which can be larger than the memory. It is a CSV file, a workbook
 * or a table of a web page, packed or not; rows without content are passed over.
 *
 * Nothing is asked of the header: `names` are those that it may hold. It is the row that has most of them, among the first;
 * and of several sheets the one whose header has most. Without a value the file is unusable; an error of the source's own
 * rejects the promise.
 */
export async function readTable(
  source: Source,
  names: readonly string[],
): Promise<Reading<TextTable | undefined, Code>> {
  const diagnostics: Diagnostic<Code>[] = [];
  const tables: FoundTable[] = [];
  const tell: Tell = (finding) => diagnostics.push(finding);
  try {
    for await (const part of unpack(source, tell)) {
      await cutPart(part, names, tell, (file, records, findings) => {
        const known = records
          .slice(0, FIRST_ROWS)
          .map(({ cells }) => cells.filter((cell) => names.includes(cell)).length);
        const most = Math.max(0, ...known);
        tables.push({ file, records, findings, known: most, header: most === 0 ? 0 : known.indexOf(most) });
      });
    }
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { value: undefined, diagnostics: [...diagnostics, ...error.diagnostics] };
  }
  const filled = tables.filter(({ records }) => records.length > 0);
  const table = filled.toSorted((a, b) => b.known - a.known)[0];
  if (table === undefined) return { value: { file: source.name, header: [], headerLine: 1, rows: [] }, diagnostics };
  const { file, records, header, findings } = table;
  const { cells = [], line = 1 } = records[header] ?? {};
  const value = { file, header: cells, headerLine: line, rows: records.slice(header + 1) };
  const others = filled.filter((each) => each !== table).map((each) => `"${each.file}"`);
  if (header > 0) tell(aboveHeader(file, line, records.slice(0, header)));
  if (others.length > 0) tell(passedOver(file, others));
  return { value, diagnostics: [...diagnostics, ...findings] };
}

type TakeTable = (file: string, records: readonly TextRow[], findings: readonly Diagnostic<Code>[]) => void;

async function cutPart(part: Part, names: readonly string[], tell: Tell, take: TakeTable): Promise<void> {
  const file = part.name;
  if (part.kind === 'workbook') {
    await cutSheets(
      part,
      () => gatherer(),
      ({ records }, sheet, findings) => take(sheet, records, findings),
    );
    return;
  }
  const wanted = names.map((name) => ({ name, isRequired: false }));
  const { format, bytes } = await openText(part, { isStatable: false, wanted, tell });
  const { records, add } = gatherer();
  if (format === 'html') await cutHtml(bytes.chunks, file, add);
  else if (format === 'csv')
    await cutCsv(bytes, { file, wanted, options: {} }, () => ({ take: add, finish: () => {} }));
  else if (format === 'json' || format === 'xes') throw noTable(file, format);
  else throw otherMarkup(file, format);
  take(file, records, []);
}

/** What is an export elsewhere. */
function noTable(file: string, format: 'json' | 'xes'): Unusable {
  return new Unusable({
    code: 'not-an-export',
    place: { file },
    message: `the file is ${format === 'json' ? 'JSON' : 'an event log (XES)'}, and here a table is read`,
    hint: 'Give it as CSV or as a workbook.',
  });
}

interface Gatherer {
  readonly records: readonly TextRow[];
  readonly add: TakeRecord;
}

function gatherer(): Gatherer {
  const records: TextRow[] = [];
  return {
    records,
    add(cells, line) {
      const trimmed = cells.map((cell) => cell.trim());
      if (trimmed.some((cell) => cell !== '')) records.push({ line, cells: trimmed });
    },
  };
}

function aboveHeader(file: string, line: number, above: readonly TextRow[]): Diagnostic<Code> {
  const said = above.map(
    ({ cells }) =>
      `"${cells
        .filter((cell) => cell !== '')
        .join(' ')
        .slice(0, 40)}"`,
  );
  return {
    code: 'found-header',
    place: { file, line },
    message: say`the header is ${say`line ${line}`}; above it: ${said.join(' / ')}`,
  };
}

function passedOver(file: string, others: readonly string[]): Diagnostic<Code> {
  return {
    code: 'skipped-sheets',
    place: { file },
    message:
      others.length === 1 ? say`of the same file ${others} is not read` : say`of the same file ${others} are not read`,
    hint: say`The table that has most of the columns is the one that is read.`,
  };
}
