import type { CellValue, ColumnDef } from 'hucre/xlsx';
import { displayWidth } from '../../../locale/width.ts';
import { columnTitle, ownWord, recordColumn } from '../../columns/columns.ts';
import type { RecordKind } from '../../columns/registry.ts';
import type { Column, Value } from '../../table.ts';
import type { RenderOptions } from '../format.ts';
import { safeText } from './safe-text.ts';
import { nameSheets } from './sheet-names.ts';
import { bodyStyle } from './styles.ts';
import { typedCell } from './typed-cell.ts';
import { withProperties } from './with-properties.ts';

const WIDTHS: Partial<Record<RecordKind, number>> = { id: 18, utc: 21, text: 18, word: 14, seconds: 13, count: 10 };

/**
 * Records in one sheet, written while they come: a million of them take no more memory than a few. What is more than a
 * sheet holds goes on in further sheets under the same header.
 */
export async function* writeVerdictSheet(
  columns: readonly Column[],
  rows: Iterable<readonly Value[]>,
  reader: RenderOptions,
): AsyncGenerator<Uint8Array> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const entries = columns.map(({ key }) => recordColumn('verdicts', key));
  function* cells(): Iterable<CellValue[]> {
    for (const row of rows) {
      yield columns.map(({ key }, index) => {
        const value = row[index] ?? null;
        const said = typeof value === 'string' ? ownWord('verdicts', key, value, reader.words) : value;
        return typedCell(entries[index] ?? recordColumn('verdicts', key), said, reader);
      });
    }
  }
  const stream = writeXlsxStream(cells(), {
    name: nameSheets()(reader.words.workbook.runs),
    freezePane: { rows: 1, columns: 1 },
    columns: columns.map(({ key }, index): ColumnDef => {
      const kind = entries[index]?.kind ?? 'text';
      const title = columnTitle('verdicts', key, reader.words);
      const header = kind === 'utc' && reader.zone !== undefined ? reader.words.inBrackets(title, reader.zone) : title;
      const { numFmt } = bodyStyle(kind);
      return {
        header: safeText(header),
        width: Math.max(WIDTHS[kind] ?? 12, displayWidth(header) + 3),
        ...(numFmt !== undefined && { numFmt }),
      };
    }),
  });
  const { provenance } = reader;
  if (provenance === undefined) yield* stream;
  // Read by `slaudit verify`.
  else yield* withProperties(stream, { title: reader.words.workbook.runs, description: JSON.stringify(provenance) });
}
