import type { Code } from '../../diagnostics/codes.ts';
import type { Diagnostic } from '../../domain/diagnostic.ts';
import type { WorkbookPart } from '../bytes/unpack.ts';
import type { TakeRecord } from '../table/table-rows.ts';
import { oddityLedger } from './oddity-ledger.ts';
import { openWorkbook } from './open-workbook.ts';

/** Cuts every sheet of a workbook into its rows, header and all; `taken` hears of each sheet by its name in places. */
export async function cutSheets<Taker extends { readonly add: TakeRecord }>(
  { name: file, content }: Pick<WorkbookPart, 'name' | 'content'>,
  begin: () => Taker,
  taken: (taker: Taker, table: string, findings: readonly Diagnostic<Code>[]) => void,
): Promise<void> {
  const workbook = await openWorkbook(content, file);
  await workbook.read(({ name }) => {
    const taker = begin();
    const oddities = oddityLedger();
    const table = `${file}#${name}`;
    return {
      take: taker.add,
      oddities: oddities.add,
      finish() {
        const findings: Diagnostic<Code>[] = [];
        oddities.tell(({ code, message, hint }, line) => {
          const place = { file: table, ...(line !== undefined && { line }) };
          findings.push({ code, place, message, ...(hint !== undefined && { hint }) });
        });
        taken(taker, table, findings);
      },
      endsSheet: () => false,
    };
  });
}
