import type { Report } from '../../domain/report.ts';
import type { Hand, LateRule, Listed, RunReference, TimePart } from '../../domain/time-figures.ts';
import { type Catalogue, titleOf } from '../../locale/catalogue.ts';
import { wordFor } from '../page.ts';
import { shownPercent } from '../shares.ts';
import type { Row } from '../table.ts';
import { partyName } from './names.ts';

/** What a part of the time was, and of waiting for whom. */
export function partName(
  { use, waitingFor, rule }: Pick<TimePart, 'use' | 'waitingFor' | 'rule'>,
  { time, titles }: Catalogue,
): string {
  if (waitingFor !== null) return time.waiting(wordFor(time.waitingFor, waitingFor));
  return rule === null ? time.uses[use] : time.paused(wordFor(titles, rule));
}

/** Somebody of the house, or nobody. */
export function handName(hand: Hand, words: Catalogue): string {
  return hand.kind === 'unassigned' ? words.time.nobody : partyName(hand.kind, hand.name, words, hand.title);
}

export function clockName(id: string, { clocks }: Pick<Report, 'clocks'>, words: Catalogue): string {
  const clock = clocks.find((each) => each.clock === id);
  return clock === undefined ? id : titleOf(clock.title, id, words);
}

/** Each with its file, `tickets.csv:14, tickets.csv:20`: for machines. */
export function linesText({ lines }: Pick<RunReference, 'lines'>): string | null {
  return lines.length === 0 ? null : lines.join(', ');
}

/** Each file once, `tickets.csv:14, 20`: for people. */
export function placesText({ lines }: Pick<RunReference, 'lines'>): string {
  const files = new Map<string, string[]>();
  for (const line of lines) {
    const end = line.lastIndexOf(':');
    const file = line.slice(0, end);
    files.set(file, [...(files.get(file) ?? []), line.slice(end + 1)]);
  }
  return Array.from(files, ([file, places]) => `${file}:${places.join(', ')}`).join(', ');
}

/** So many lines of a long list stand on a page; records have them all. */
const SHOWN = 50;

export function shownLines<Line>({ lines, leftOut }: Listed<Line>, row: (line: Line) => Row, words: Catalogue): Row[] {
  const rest = lines.length - SHOWN + leftOut;
  if (lines.length <= SHOWN) {
    return [
      ...lines.map(row),
      ...(leftOut === 0 ? [] : [{ kind: 'note', text: words.time.moreLines(leftOut) } as const]),
    ];
  }
  return [...lines.slice(0, SHOWN).map(row), { kind: 'note', text: words.time.moreLines(rest) }];
}

/** A share with both its numbers, and its percentage. */
export function shareTexts(
  {
    numerator,
    denominator,
    percent,
  }: { readonly numerator: number; readonly denominator: number; readonly percent: number | null },
  words: Catalogue,
): [share: string, percent: string] {
  return [words.share(numerator, denominator), percent === null ? words.unknown : words.percent(shownPercent(percent))];
}

/** What was left of a target; `-0:10:00` once it was used up. */
export function leftText(left: number, words: Catalogue): string {
  return left < 0 ? `-${words.clockDuration(-left)}` : words.clockDuration(left);
}

export function lateRuleText({ percent, atLeast, atMostPercent }: LateRule, words: Catalogue): string {
  return words.time.pauses.rule(words.percent(percent), words.duration(atLeast), words.percent(atMostPercent));
}
