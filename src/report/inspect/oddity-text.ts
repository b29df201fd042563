import type { Oddity } from '../../domain/profile.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { isoDate } from './iso-date.ts';

const SHOWN = 4;

/** An oddity of a table in a sentence. */
export function oddityText(oddity: Oddity, words: Catalogue): string {
  const { oddities: say, valueCount, quoted } = words.inspect;
  const counted = (values: readonly { readonly value: string; readonly rows: number }[]): string =>
    words.list(values.slice(0, SHOWN).map(({ value, rows }) => valueCount(value, rows)));
  switch (oddity.kind) {
    case 'repeated-ids':
      return say.repeatedIds(oddity.column, oddity.value, oddity.line);
    case 'end-before-start':
      return say.endBeforeStart(
        oddity.start,
        oddity.end,
        words.count(oddity.rows),
        words.count(oddity.of),
        oddity.line,
      );
    case 'damaged-ids':
      return say.damagedIds(oddity.column, words.count(oddity.rows), oddity.value, oddity.line);
    case 'totals':
      return say.totals(words.count(oddity.rows), oddity.line);
    case 'mixed-formats':
      return say.mixedFormats(oddity.column, counted(oddity.patterns));
    case 'day-month':
      return say.dayMonth(oddity.column, oddity.order === 'contradictory');
    case 'unreadable-times':
      return say.unreadableTimes(oddity.column, words.count(oddity.rows), counted(oddity.values));
    case 'one-column':
      return say.oneColumn(words.inspect.written.delimiters[oddity.delimiter] ?? oddity.delimiter);
    case 'no-date':
      return say.noDate(oddity.column, oddity.date, oddity.isPaired);
    case 'same-content':
      return say.sameContent(words.list(oddity.columns.map(quoted)));
    case 'gap':
      return say.gap(oddity.column, isoDate(oddity.from), isoDate(oddity.to), words.count(oddity.to - oddity.from + 1));
  }
}
