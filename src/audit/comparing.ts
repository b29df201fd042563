import type { ComparedReport, Comparison } from '../domain/comparison.ts';
import type { BreachRef } from '../domain/consequence.ts';
import type { Breakdown, Report } from '../domain/report.ts';
import {
  clockChanges,
  groupingChanges,
  objectiveChanges,
  partyChanges,
  ticketChanges,
} from '../figures/figure-changes.ts';
import { moneyChanges } from '../figures/money-changes.ts';
import { byCodeUnits } from '../figures/order.ts';
import { type ComparedPolicy, compareVerdicts, type TicketPair } from '../figures/verdict-changes.ts';
import type { TicketVerdicts } from './judging.ts';

/** What a comparison asks of an audit. */
export interface Compared extends ComparedPolicy {
  /** By ticket id, in code units. */
  verdicts(): Iterable<Pick<TicketVerdicts, 'ticket' | 'verdicts'>>;
  report(options: { readonly by?: readonly Breakdown[] }): Report;
}

/**
 * The same exports under two policies: which figures, verdicts and sums differ, and why.
 *
 * @param by what groups are held against each other; default: those that a report has by itself
 */
export function comparePolicies(before: Compared, after: Compared, by?: readonly Breakdown[]): Comparison {
  const comparer = compareVerdicts(before, after);
  // Pseudonyms of tickets come in the order of the tickets' own ids.
  const areInOrder = before.policy.privacy === undefined && after.policy.privacy === undefined;
  const pairs = areInOrder ? inPairs(before.verdicts(), after.verdicts()) : pairsByName(before, after);
  for (const pair of pairs) comparer.add(pair);
  const { isOther } = comparer;
  return { ...sideBySide('policies', before, after, isOther, by), verdicts: comparer.finish() };
}

/** Two periods under one policy: which figures and sums differ, and what of it is more runs and what another rate. */
export function comparePeriods(before: Compared, after: Compared, by?: readonly Breakdown[]): Comparison {
  const comparison = sideBySide('periods', before, after, () => true, by);
  const { money } = comparison;
  // Each breach is of one period, so every consequence of the first is gone and every one of the second new: sums say more.
  return { ...comparison, money: money && { ...money, lines: [] }, verdicts: null };
}

function sideBySide(
  of: Comparison['of'],
  first: Compared,
  second: Compared,
  isOther: (breach: BreachRef) => boolean,
  by: readonly Breakdown[] | undefined,
): Omit<Comparison, 'verdicts'> {
  const [before, after] = [first, second].map((side) => side.report(by === undefined ? {} : { by })) as [
    Report,
    Report,
  ];
  return {
    schemaVersion: 1,
    of,
    before: comparedReport(before, first),
    after: comparedReport(after, second),
    tickets: ticketChanges(before.tickets, after.tickets),
    clocks: clockChanges(before.clocks, after.clocks, of === 'periods'),
    objectives: objectiveChanges(before.objectives, after.objectives),
    groups: groupingChanges(before.groups, after.groups),
    parties: partyChanges(before.breaches, after.breaches),
    money: moneyChanges(before.consequences, after.consequences, isOther),
  };
}

function comparedReport(
  { policy, timezone, asOf, period, rows, breaches }: Report,
  compared: Compared,
): ComparedReport {
  return {
    ...{ policy, timezone, asOf },
    ...(period !== undefined && { period }),
    rows: { rows: rows.rows, used: rows.used },
    breaches: breaches.filter(({ outcome }) => outcome === 'breached').length,
    currency: compared.policy.currency ?? null,
  };
}

/** Tickets of both, each once; both come in the order of their ids, and are never all in memory. */
function* inPairs(
  before: Iterable<Pick<TicketVerdicts, 'ticket' | 'verdicts'>>,
  after: Iterable<Pick<TicketVerdicts, 'ticket' | 'verdicts'>>,
): Generator<TicketPair> {
  const [ones, others] = [before[Symbol.iterator](), after[Symbol.iterator]()];
  let [one, other] = [ones.next(), others.next()];
  while (one.done !== true || other.done !== true) {
    const order = one.done === true ? 1 : other.done === true ? -1 : byCodeUnits(one.value.ticket, other.value.ticket);
    const [mine, theirs] = [order <= 0 ? one.value : undefined, order >= 0 ? other.value : undefined];
    yield { ticket: (mine ?? theirs)?.ticket ?? '', before: mine?.verdicts, after: theirs?.verdicts };
    if (order <= 0) one = ones.next();
    if (order >= 0) other = others.next();
  }
}

/** The same of tickets in any order: those of one side are in memory. */
function* pairsByName(before: Compared, after: Compared): Generator<TicketPair> {
  const others = new Map<string, TicketPair['after']>();
  for (const { ticket, verdicts } of after.verdicts()) others.set(ticket, verdicts);
  for (const { ticket, verdicts } of before.verdicts()) {
    yield { ticket, before: verdicts, after: others.get(ticket) };
    others.delete(ticket);
  }
  for (const [ticket, verdicts] of others) yield { ticket, before: undefined, after: verdicts };
}
