import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { Source } from '../domain/source.ts';
import type { TextRow, TextTable } from '../domain/text-table.ts';
import { decode } from './bytes/decode.ts';
import { peek } from './bytes/peek.ts';
import { requireText, unpack } from './bytes/unpack.ts';
import { cutCsv } from './csv/read-csv.ts';
import type { TakeRecord } from './table/table-rows.ts';
import type { Tell } from './tell.ts';
import { Unusable } from './unusable.ts';

const HEAD = 65_536;

/**
 * Reads a CSV file whole, as texts: a roster, not an export, which can be larger than the memory. Packed with gzip or
 * not; rows without content are passed over. Nothing is asked of the header: `names` are those that it may hold, by
 * which the delimiter is told. Without a value the file is unusable; an error of the source's own rejects the promise.
 */
export async function readTable(
  source: Source,
  names: readonly string[],
): Promise<Reading<TextTable | undefined, Code>> {
  const file = source.name;
  const wanted = names.map((name) => ({ name, isRequired: false }));
  const records: TextRow[] = [];
  const take: TakeRecord = (cells, line) => {
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.some((cell) => cell !== '')) records.push({ line, cells: trimmed });
  };
  const diagnostics: Diagnostic<Code>[] = [];
  const tell: Tell = (finding) => diagnostics.push(finding);
  try {
    for await (const part of unpack(source, tell)) {
      const bytes = await peek(decode(requireText(part), { isStatable: false, wanted, tell }), HEAD);
      await cutCsv(bytes, { file, wanted, options: {} }, () => ({ take, finish: () => {} }));
    }
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { value: undefined, diagnostics: [...diagnostics, ...error.diagnostics] };
  }
  const [header, ...rows] = records;
  return {
    value: { file, header: header?.cells ?? [], headerLine: header?.line ?? 1, rows },
    diagnostics,
  };
}
