import { formatInstant } from '../calendar/stamps.ts';
import type { ScoreTest } from '../domain/figure-rules.ts';
import type { LowRating, Satisfaction, SatisfactionFigures, TicketHolder } from '../domain/ticket-figures.ts';
import type { Instant } from '../domain/time.ts';
import type { Dimension } from './dimension.ts';
import { byCodeUnits } from './order.ts';
import type { Party } from './party.ts';
import { ratio } from './ratio.ts';
import { addToTop, emptyTopList, mergeTop, type TopList, topOf } from './top-list.ts';

/** Scores count in thousandths: whole numbers add up in any order. */
const THOUSAND = 1000;
/** On the usual scale of 1 to 5; the policy may say otherwise. */
export const USUAL_LOW: ScoreTest = { operator: '<=', value: 2 };
const USUAL_MOST = 5;

/** Ratings of everything, or of one group. */
interface ScoreTotals {
  /** Ratings by score in thousandths. */
  readonly scores: Map<number, number>;
  /** Of those, the ones given once the ticket was resolved. */
  readonly after: Map<number, number>;
  /** Tickets resolved in the period, and those of them for which the policy says that the customer is dissatisfied. */
  asked: number;
  dissatisfied: number;
}

/** Plain values; `add` and `merge` change the first argument. */
export interface SatisfactionTotals {
  readonly all: ScoreTotals;
  unreadable: number;
  readonly groups: readonly Map<Party['kind'], Map<string, ScoreTotals>>[];
  readonly lowest: TopList<Rated>;
}

/** The last rating of a ticket in the period. */
export interface Rated {
  readonly ticket: string;
  /** In thousandths. */
  readonly score: number;
  readonly at: Instant;
  readonly holder: Party;
  /** `undefined`: no clock of kind resolution. */
  readonly isAfterResolution: boolean | undefined;
}

export function emptySatisfaction(dimensions: number): SatisfactionTotals {
  return {
    all: emptyScores(),
    unreadable: 0,
    groups: Array.from({ length: dimensions }, () => new Map()),
    lowest: emptyTopList(),
  };
}

function emptyScores(): ScoreTotals {
  return { scores: new Map(), after: new Map(), asked: 0, dissatisfied: 0 };
}

/** A score in thousandths; `undefined` for what is no number. */
export function scoreOf(text: string): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) && Math.abs(number) < 1e9 ? Math.round(number * THOUSAND) : undefined;
}

/**
 * @param parties in which group of each dimension it is
 * @param low the policy's; absent: the usual one
 */
export function addRating(
  totals: SatisfactionTotals,
  rated: Rated,
  parties: readonly Party[],
  low: ScoreTest = USUAL_LOW,
): void {
  for (const scores of concerned(totals, parties)) {
    count(scores.scores, rated.score, 1);
    if (rated.isAfterResolution === true) count(scores.after, rated.score, 1);
  }
  if (passes(low, rated.score)) addToTop(totals.lowest, rated, worstFirst(low));
}

/** A ticket resolved in the period, under a policy that says by a condition who is dissatisfied. */
export function addAsked(totals: SatisfactionTotals, isDissatisfied: boolean, parties: readonly Party[]): void {
  for (const scores of concerned(totals, parties)) {
    scores.asked += 1;
    if (isDissatisfied) scores.dissatisfied += 1;
  }
}

function* concerned(totals: SatisfactionTotals, parties: readonly Party[]): Generator<ScoreTotals> {
  yield totals.all;
  for (const [index, party] of parties.entries()) {
    const groups = totals.groups[index];
    if (groups !== undefined) yield scoresOf(groups, party);
  }
}

function scoresOf(groups: SatisfactionTotals['groups'][number], { kind, name }: Party): ScoreTotals {
  const named = groups.get(kind) ?? new Map<string, ScoreTotals>();
  groups.set(kind, named);
  const scores = named.get(name) ?? emptyScores();
  named.set(name, scores);
  return scores;
}

export function mergeSatisfaction(
  totals: SatisfactionTotals,
  other: SatisfactionTotals,
  low: ScoreTest = USUAL_LOW,
): void {
  mergeScores(totals.all, other.all);
  totals.unreadable += other.unreadable;
  for (const [index, groups] of totals.groups.entries()) {
    for (const [kind, named] of other.groups[index] ?? []) {
      for (const [name, scores] of named) mergeScores(scoresOf(groups, { kind, name }), scores);
    }
  }
  mergeTop(totals.lowest, other.lowest, worstFirst(low));
}

function mergeScores(totals: ScoreTotals, other: ScoreTotals): void {
  for (const [score, ratings] of other.scores) count(totals.scores, score, ratings);
  for (const [score, ratings] of other.after) count(totals.after, score, ratings);
  totals.asked += other.asked;
  totals.dissatisfied += other.dissatisfied;
}

function count(counts: Map<number, number>, key: number, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

/** Where scores from so much on are low, as school marks are, the highest is the worst. */
function worstFirst({ operator }: ScoreTest): (a: Rated, b: Rated) => number {
  const sign = operator.startsWith('>') ? -1 : 1;
  return (a, b) => sign * (a.score - b.score) || a.at - b.at || byCodeUnits(a.ticket, b.ticket);
}

export interface SatisfactionScope {
  readonly field: string;
  /** The policy's; absent: the usual one, where the scale is the usual one. */
  readonly low: ScoreTest | undefined;
  /** The policy says by a condition who is dissatisfied. */
  readonly isAsked: boolean;
  readonly hasResolution: boolean;
  readonly dimensions: readonly Dimension[];
  readonly titled: (party: Party) => TicketHolder;
}

export function satisfactionFigures(totals: SatisfactionTotals, scope: SatisfactionScope): SatisfactionFigures {
  const { field, isAsked, dimensions, titled } = scope;
  const low = lowTest(totals.all, scope.low);
  const of = (scores: ScoreTotals) => figuresOf(scores, low, scope);
  return {
    ...of(totals.all),
    field,
    lowWhen: low === undefined ? null : `${low.operator} ${low.value}`,
    dissatisfiedBy: isAsked ? 'condition' : 'low-after-resolution',
    scores: [...totals.all.scores]
      .sort(([a], [b]) => a - b)
      .map(([score, ratings]) => ({ score: score / THOUSAND, ratings })),
    unreadable: totals.unreadable,
    groups: dimensions.map(({ by, compare = () => 0 }, index) => ({
      by,
      groups: [...(totals.groups[index] ?? [])]
        .flatMap(([kind, named]) => [...named].map(([name, scores]) => ({ ...titled({ kind, name }), ...of(scores) })))
        .sort(
          (a, b) =>
            compare(a, b) || b.ratings - a.ratings || byCodeUnits(a.name, b.name) || byCodeUnits(a.kind, b.kind),
        ),
    })),
    lowest:
      low === undefined
        ? []
        : topOf(totals.lowest, worstFirst(low)).map(
            ({ ticket, score, at, holder, isAfterResolution }): LowRating => ({
              ticket,
              score: score / THOUSAND,
              givenAt: formatInstant(at),
              holder: titled(holder),
              isAfterResolution: isAfterResolution ?? null,
            }),
          ),
  };
}

/** A score above 5 shows that the scale is not the usual one, and up to 2 may then be anything. */
function lowTest({ scores }: ScoreTotals, given: ScoreTest | undefined): ScoreTest | undefined {
  if (given !== undefined) return given;
  const isUsual = [...scores.keys()].every((score) => score <= USUAL_MOST * THOUSAND);
  return isUsual ? USUAL_LOW : undefined;
}

function figuresOf(
  { scores, after, asked, dissatisfied }: ScoreTotals,
  low: ScoreTest | undefined,
  { isAsked, hasResolution }: SatisfactionScope,
): Satisfaction {
  const ratings = sum([...scores.values()]);
  const total = sum([...scores].sort(([a], [b]) => a - b).map(([score, n]) => score * n));
  const lowOf = (counts: Map<number, number>, test: ScoreTest) => {
    const lows = [...counts].filter(([score]) => passes(test, score)).map(([, n]) => n);
    return ratio(sum(lows), sum([...counts.values()]));
  };
  const byScores = low === undefined || !hasResolution ? null : lowOf(after, low);
  return {
    ratings,
    mean: ratings === 0 ? null : Math.round(total / ratings) / THOUSAND,
    low: low === undefined ? null : lowOf(scores, low),
    dissatisfied: isAsked ? (hasResolution ? ratio(dissatisfied, asked) : null) : byScores,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function passes({ operator, value }: ScoreTest, score: number): boolean {
  const limit = Math.round(value * THOUSAND);
  switch (operator) {
    case '<':
      return score < limit;
    case '<=':
      return score <= limit;
    case '>':
      return score > limit;
    case '>=':
      return score >= limit;
    case '=':
      return score === limit;
    case '!=':
      return score !== limit;
  }
}
