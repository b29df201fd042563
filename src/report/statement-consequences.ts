import type { BreachLine } from '../domain/breach-line.ts';
import type { ConsequenceLine } from '../domain/consequence-figures.ts';
import {
  breachText,
  type ClockTitles,
  conditionTexts,
  consequenceName,
  reachedText,
  stepText,
  worthText,
} from './consequence-words.ts';
import { item, type Page, type Reader } from './page.ts';
import { lineTexts } from './views/rewards.ts';

/** What the reader was told before: the breaches of the period, and what clocks are called. */
export interface Told {
  readonly clocks: ClockTitles;
  readonly breaches: readonly BreachLine[];
}

/** Each consequence with its step of the ladder and what it is from; breaches of earlier periods are named. */
export function consequenceParagraphs(lines: readonly ConsequenceLine[], told: Told, reader: Reader): Page {
  return lines.map((line, index) => item(`${index + 1}.`, paragraph(line, told, reader).join('\n')));
}

function paragraph(line: ConsequenceLine, { clocks, breaches }: Told, reader: Reader): string[] {
  const { words, local } = reader;
  const { reached, worth } = { reached: reachedText(line, words), worth: worthText(line, words) };
  const name = words.asTitle(consequenceName(line, words));
  const step = words.clauses([...(reached === '' ? [] : [reached]), stepText(line, words)]);
  const earlier = line.counted.filter(
    (ref) =>
      ref.ticket !== line.breach?.ticket &&
      !breaches.some(({ ticket, clock, cycle }) => ticket === ref.ticket && clock === ref.clock && cycle === ref.cycle),
  );
  const tickets = [...new Set(earlier.map(({ ticket }) => ticket))];
  const isAbove = line.counted.some((ref) => ref.ticket !== line.breach?.ticket && !tickets.includes(ref.ticket));
  const { above, andAbove } = words.consequences;
  const all = tickets.length === 0 ? above : isAbove ? andAbove(words.list(tickets)) : words.list(tickets);
  const listed = line.countedBefore === 0 ? all : words.consequences.andEarlier(all, line.countedBefore);
  const conditions = conditionTexts(line, reader);
  return [
    words.labelled(worth === '' ? name : `${name} ${worth}`, step),
    words.clauses([
      local(Date.parse(line.at)),
      ...(line.breach === null ? [] : [words.statement.from(breachText(line.breach, clocks, words))]),
    ]),
    ...(line.lines.length === 0 ? [] : [words.consequences.rewards.because(lineTexts(line, words))]),
    ...(tickets.length === 0 && !isAbove ? [] : [words.consequences.alsoCounted(listed)]),
    ...(conditions.length === 0 ? [] : [words.clauses(conditions)]),
  ];
}
