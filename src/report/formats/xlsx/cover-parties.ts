import type { BreachLine } from '../../../domain/report.ts';
import type { Outcome } from '../../../domain/verdict.ts';
import { valueWord } from '../../columns/columns.ts';
import { byCodeUnits } from '../../order.ts';
import { type Reader, wordFor } from '../../page.ts';
import { figure, header, heading, looks, type Sources } from './cover-table.ts';
import type { Criterion } from './formulas.ts';
import type { Grid } from './grid.ts';
import { literal } from './record-sheet.ts';
import { safeText } from './safe-text.ts';

/** So many parties stand on the first sheet; other sheets have all of them, and the total counts all. */
export const MOST_PARTIES = 40;

interface Party {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  breached: number;
  excused: number;
}

/** Who answers for how many breaches, the most first; counted in the sheet of breaches. */
export function parties(grid: Grid, { report, reader, breaches }: Sources): void {
  const { words } = reader;
  if (report.breaches.length === 0) return;
  const ranked = rankParties(report.breaches);
  heading(grid, words.workbook.parties);
  header(
    grid,
    [words.columns.charged, words.columnTitles.kind, words.workbook.id, words.columns.breaches, words.columns.excused],
    3,
  );
  const word = (outcome: Outcome): Criterion => ['outcome', literal(words.outcomes[outcome])];
  for (const party of ranked.slice(0, MOST_PARTIES)) {
    const row = grid.next + 1;
    const whose: Criterion[] = [
      ['charged_to', `$C${row}`],
      ['charged_kind', `$B${row}`],
    ];
    grid.add([
      { value: safeText(shownName(party, reader)), style: looks.text },
      { value: safeText(valueWord('party', party.kind, words)), style: looks.text },
      { value: safeText(party.id) || null, style: looks.id },
      figure(party.breached, looks.count, breaches?.count(...whose, word('breached'))),
      figure(party.excused, looks.count, breaches?.count(...whose, word('excused'))),
    ]);
  }
  const sum = (key: 'breached' | 'excused') => ranked.reduce((all, party) => all + party[key], 0);
  grid.add([
    { value: words.workbook.total, style: looks.totalText },
    { value: null, style: looks.totalText },
    { value: null, style: looks.totalText },
    figure(sum('breached'), looks.total, breaches?.count(word('breached'))),
    figure(sum('excused'), looks.total, breaches?.count(word('excused'))),
  ]);
}

function shownName({ kind, id, name }: Party, { words }: Reader): string {
  return id === '' ? wordFor(words.parties, kind) : name;
}

function rankParties(lines: readonly BreachLine[]): Party[] {
  const known = new Map<string, Party>();
  for (const { chargedKind: kind, chargedTo: id, chargedName: name = id, outcome } of lines) {
    const key = `${kind} ${id}`;
    const party = known.get(key) ?? { kind, id, name, breached: 0, excused: 0 };
    known.set(key, party);
    party[outcome] += 1;
  }
  return [...known.entries()]
    .sort(([a, one], [b, other]) => other.breached - one.breached || other.excused - one.excused || byCodeUnits(a, b))
    .map(([, party]) => party);
}
