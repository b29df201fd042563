import type { BreachRef } from '../domain/consequence.ts';
import type { ConsequenceLine, ConsequenceSum } from '../domain/consequence-figures.ts';
import type { ClockFigures } from '../domain/report.ts';
import { type Catalogue, titleOf } from '../locale/catalogue.ts';
import { type Reader, wordFor } from './page.ts';

/** What clocks are called: the breach of a consequence names its clock by id. */
export type ClockTitles = readonly Pick<ClockFigures, 'clock' | 'title'>[];

type Sort = Pick<ConsequenceLine, 'family' | 'consequence' | 'proposal'>;

/** What somebody bears; a reward speaks for them, and compensation is the customer's. */
export function isPenalty({ family }: Pick<ConsequenceLine, 'family'>): boolean {
  return family === 'penalty' || family === 'liability';
}

/**
 * What it is: a bonus is withheld by a ladder and given by a reward; what is given for a breach is the policy's own word, by its
 * own title or the usual one.
 */
export function consequenceName({ family, consequence, proposal }: Sort, words: Catalogue): string {
  const { brought, given, gifts, proposed } = words.consequences;
  const known = family === 'penalty' ? brought : family === 'reward' ? given : { ...gifts, ...words.titles };
  const name = wordFor(known, consequence);
  return proposal ? proposed(name) : name;
}

type Worth = Pick<ConsequenceLine, 'consequence' | 'amount' | 'currency' | 'percent' | 'quantity'>;

/** How much of it: money with the share that it is, points, or what is given in words; '' of what has no quantity. */
export function worthText({ amount, currency, percent, quantity }: Worth, words: Catalogue): string {
  const share = percent === null ? [] : [words.percent(percent)];
  const more = quantity === null ? share : [...share, quantity];
  if (amount === null) return words.list(more);
  const known = amountText(amount, currency, words);
  return more.length === 0 ? known : words.inBrackets(known, words.list(more));
}

/** Money in its currency, else points. */
export function amountText(amount: number, currency: string | null, words: Catalogue): string {
  const { money, points } = words.consequences;
  return currency === null ? points(words.count(amount)) : money(amount, currency);
}

/** Sums of a report are major units: they add up as whole thousandths, finer than the smallest coin or part of a point. */
export function addAmounts(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + Math.round(amount * 1000), 0) / 1000;
}

/** What the count had come to, and in which window; '' of what is per breach, and of rewards. */
export function reachedText({ counts, count, countsOf, period }: ConsequenceLine, words: Catalogue): string {
  const { brought, reached, within } = words.consequences;
  if (counts === null) return '';
  return reached(
    counts,
    count,
    counts === 'consequences'
      ? countsOf.map((what) => wordFor(brought, what))
      : countsOf.map((band) => wordFor(words.titles, band)),
    within(period),
  );
}

/** The ladder and its tier, or which reward; of what is per breach, what it is. */
export function stepText(line: ConsequenceLine, words: Catalogue): string {
  const { families, step } = words.consequences;
  if (line.family === 'compensation' || line.family === 'liability') return families[line.family];
  const name = titleOf(line.title, line.reward ?? line.ladder, words);
  return line.family === 'penalty' ? step(name, line.tier) : name;
}

export function breachText({ ticket, clock, cycle }: BreachRef, clocks: ClockTitles, words: Catalogue): string {
  const known = clocks.find((figures) => figures.clock === clock);
  const name = known === undefined ? clock : titleOf(known.title, clock, words);
  return words.consequences.breach(ticket, name, cycle);
}

/** What else there is to say of it: that somebody must decide, the cap, and how long it lasts. */
export function conditionTexts(line: ConsequenceLine, { words, local }: Reader): string[] {
  const { mustDecide, shareOf, capped, raised, until, onFile, brought } = words.consequences;
  const off = line.capped === null ? undefined : cappedText(line, line.capped, words);
  return [
    ...(line.proposal ? [mustDecide] : []),
    ...(line.base === null ? [] : [shareOf(amountText(line.base, line.currency, words))]),
    ...(off === undefined ? [] : [capped(off)]),
    ...(line.raised === null ? [] : [raised(amountText(line.raised, line.currency, words))]),
    ...(line.until === null ? [] : [until(local(Date.parse(line.until)))]),
    ...(line.facts.length === 0 ? [] : [onFile(words.list(line.facts.map(factText)))]),
  ];

  function factText({ what, at, reason }: ConsequenceLine['facts'][number]): string {
    const name = `${wordFor(brought, what)} ${local(Date.parse(at)).slice(0, 10)}`;
    return reason === '' ? name : words.inBrackets(name, reason);
  }
}

function cappedText({ amount, currency }: ConsequenceLine, capped: number, words: Catalogue): string {
  return amount === null ? words.percent(capped) : amountText(capped, currency, words);
}

/** `fine CNY 350.00`, `oral warning (3)`, `bonus withheld CNY 300.00 and 5%`. */
export function sumText(sum: ConsequenceSum, words: Catalogue): string {
  const { and, many } = words.consequences;
  const name = consequenceName(sum, words);
  const parts = [
    ...(sum.amount === null ? [] : [amountText(sum.amount, sum.currency, words)]),
    ...(sum.percents.length === 0 ? [] : [sharesText(sum.percents, words)]),
  ];
  return parts.length === 0 ? many(name, sum.times) : `${name} ${and(parts)}`;
}

/** Shares of different months, or of different things, are no sum; equal ones are counted. */
export function sharesText(percents: readonly number[], words: Catalogue): string {
  const different = [...new Set(percents)].sort((a, b) => a - b);
  return words.list(
    different.map((percent) => {
      const times = percents.filter((each) => each === percent).length;
      return times === 1 ? words.percent(percent) : words.consequences.many(words.percent(percent), times);
    }),
  );
}
