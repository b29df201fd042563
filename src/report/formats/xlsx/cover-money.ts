import type { ConsequenceLine, Subject } from '../../../domain/consequence-figures.ts';
import { valueWord } from '../../columns/columns.ts';
import { addAmounts } from '../../consequence-words.ts';
import { MOST_PARTIES } from './cover-parties.ts';
import { figure, header, heading, looks, type Sources } from './cover-table.ts';
import type { Criterion } from './formulas.ts';
import type { Grid } from './grid.ts';
import { literal } from './record-sheet.ts';
import { safeText } from './safe-text.ts';
import { bodyStyle, ruled, summed } from './styles.ts';

const WHAT = ['fine', 'bonus', 'points', 'owed'] as const;
type What = (typeof WHAT)[number];

/** What each of them bears, and what all do; summed in the sheet of consequences. */
export function money(grid: Grid, sources: Sources): void {
  const { report, reader, consequences: counting } = sources;
  const { words } = reader;
  const lines = report.consequences?.lines ?? [];
  const told = WHAT.filter((what) => lines.some((line) => isOf(line, what) && line.amount !== null));
  const bearers = (report.consequences?.subjects ?? []).filter((subject) =>
    told.some((what) => amountOf(subject, what) !== null),
  );
  const families = (['compensation', 'reward'] as const).filter((family) => paid(lines, family).length > 0);
  if (told.length === 0 && families.length === 0) return;
  const titles = words.columnTitles;
  heading(grid, words.workbook.money);
  // What is paid out stands under the first column of money.
  const columns: readonly What[] = told.length === 0 ? ['fine'] : told;
  header(
    grid,
    [
      titles.who,
      titles.kind,
      words.workbook.id,
      ...(told.length === 0 ? [titles.amount] : told.map((what) => titles[what])),
    ],
    3,
  );
  const style = (what: What) => bodyStyle(what === 'points' ? 'number' : 'money', sources.money);
  const summing = (what: What, ...whose: readonly Criterion[]) => {
    const which: Criterion =
      what === 'owed' ? ['ladder', literal('liability')] : ['consequence', literal(words.consequences.brought[what])];
    return counting && rounded(counting.sum('amount', ...whose, which));
  };
  for (const subject of bearers.slice(0, MOST_PARTIES)) {
    const row = grid.next + 1;
    const whose: Criterion[] = [
      ['who', `$C${row}`],
      ['kind', `$B${row}`],
    ];
    grid.add([
      { value: safeText(subject.title ?? subject.name), style: looks.text },
      { value: valueWord('bearer', subject.kind, words), style: looks.text },
      { value: safeText(subject.name), style: looks.id },
      ...columns.map((what) => figure(amountOf(subject, what), ruled(style(what)), summing(what, ...whose))),
    ]);
  }
  if (told.length > 0) {
    grid.add([
      ...[words.workbook.total, null, null].map((value) => ({ value, style: looks.totalText })),
      ...told.map((what) =>
        figure(sumOf(lines.filter((line) => isOf(line, what))), summed(style(what)), summing(what)),
      ),
    ]);
  }
  for (const family of families) {
    const which: Criterion[] = [
      ['ladder', literal(family === 'reward' ? 'rewards' : 'compensation')],
      ['currency', literal(report.consequences?.currency ?? '')],
    ];
    grid.add([
      ...[family === 'reward' ? words.views.rewards : words.views.compensation, null, null].map((value) => ({
        ...{ value, style: looks.text },
      })),
      figure(sumOf(paid(lines, family)), ruled(style('fine')), counting && rounded(counting.sum('amount', ...which))),
    ]);
  }
}

function isOf({ family, consequence }: Pick<ConsequenceLine, 'family' | 'consequence'>, what: What): boolean {
  return what === 'owed' ? family === 'liability' : family === 'penalty' && consequence === what;
}

/** In money: a reward may be points, too. */
function paid(lines: readonly ConsequenceLine[], family: ConsequenceLine['family']): ConsequenceLine[] {
  return lines.filter((line) => line.family === family && line.currency !== null && line.amount !== null);
}

/** Sums of tenths are not exact in binary; ours are sums of the smallest unit. */
function rounded(formula: string): string {
  return `ROUND(${formula},4)`;
}

function sumOf(lines: readonly { readonly amount: number | null }[]): number {
  return addAmounts(lines.flatMap(({ amount }) => (amount === null ? [] : [amount])));
}

function amountOf({ sums }: Subject, what: What): number | null {
  const own = sums.filter((sum) => isOf(sum, what) && sum.amount !== null);
  return own.length === 0 ? null : sumOf(own);
}
