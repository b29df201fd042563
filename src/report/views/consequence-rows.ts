import type { ConsequenceLine } from '../../domain/consequence-figures.ts';
import {
  breachText,
  type ClockTitles,
  conditionTexts,
  consequenceName,
  reachedText,
  stepText,
  worthText,
} from '../consequence-words.ts';
import type { Reader } from '../page.ts';
import type { Cell, Column, Row } from '../table.ts';
import { indented } from './clock-tables.ts';

export function consequenceColumns({ words }: Reader): Column[] {
  const { columns } = words.consequences;
  return [
    { key: 'consequence', title: columns.consequence, kind: 'text' },
    { key: 'amount', title: columns.amount, kind: 'money' },
    { key: 'reached', title: columns.reached, kind: 'text' },
    { key: 'at', title: columns.at, kind: 'instant' },
  ];
}

/**
 * Each consequence of one subject, and under it the ladder, the breach that reached it, and those that were counted with it:
 * of each ladder every ticket is named once.
 */
export function consequenceRows(lines: readonly ConsequenceLine[], clocks: ClockTitles, reader: Reader): Row[] {
  const named = new Map<string, Set<string>>();
  return lines.flatMap((line) => {
    const before = named.get(line.ladder) ?? new Set();
    named.set(line.ladder, before);
    const rows = rowsOf(line, before, clocks, reader);
    for (const { ticket } of line.counted) before.add(ticket);
    return rows;
  });
}

function rowsOf(line: ConsequenceLine, named: ReadonlySet<string>, clocks: ClockTitles, reader: Reader): Row[] {
  const { words } = reader;
  const name = words.asTitle(consequenceName(line, words));
  const cells: Cell[] = [indented(name), worthText(line, words) || null, reachedText(line, words) || null, line.at];
  return [
    cells,
    ...causes(line, named, clocks, reader).map((text): Row => ({ kind: 'note', text: indented(indented(text)) })),
  ];
}

function causes(line: ConsequenceLine, named: ReadonlySet<string>, clocks: ClockTitles, reader: Reader): string[] {
  const { words } = reader;
  const step = stepText(line, words);
  const by = line.breach === null ? step : words.labelled(step, breachText(line.breach, clocks, words));
  const rest = conditionTexts(line, reader);
  return [by, ...alsoCounted(line, named, reader), ...(rest.length === 0 ? [] : [words.clauses(rest)])];
}

/** So many tickets are named at once; the record has them all. */
const LONGEST = 8;

function alsoCounted(
  { breach, counted, countedBefore }: ConsequenceLine,
  named: ReadonlySet<string>,
  { words }: Reader,
): string[] {
  const { alsoCounted: say, above, andEarlier, andAbove } = words.consequences;
  const others = new Set(counted.map(({ ticket }) => ticket).filter((ticket) => ticket !== breach?.ticket));
  const fresh = [...others].filter((ticket) => !named.has(ticket));
  if (fresh.length === 0) return others.size === 0 ? [] : [say(above)];
  const shown = words.list(fresh.slice(-LONGEST));
  const earlier = countedBefore + Math.max(0, fresh.length - LONGEST);
  const tickets = earlier > 0 ? andEarlier(shown, earlier) : shown;
  return [say(fresh.length < others.size ? andAbove(tickets) : tickets)];
}
