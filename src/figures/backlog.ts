import { formatInstant } from '../calendar/stamps.ts';
import type { AgeBand, Backlog, BacklogFigures, OpenTicket, TicketHolder } from '../domain/ticket-figures.ts';
import type { Instant, Millis } from '../domain/time.ts';
import type { Dimension } from './dimension.ts';
import { addLength, emptyLengths, type Lengths, mergeLengths, seconds, summarise } from './lengths.ts';
import { byCodeUnits } from './order.ts';
import type { Party } from './party.ts';
import { addToTop, emptyTopList, mergeTop, type TopList, topOf } from './top-list.ts';

const DAY = 86_400_000;
/** Where one band of ages ends and the next begins, unless the policy says otherwise. */
export const USUAL_BANDS: readonly Millis[] = [1, 3, 7, 14, 30].map((days) => days * DAY);

/** What is open at the as-of instant. Plain values; `add` and `merge` change the first argument. */
export interface BacklogTotals {
  readonly ages: Lengths;
  unknown: number;
  /** The ages by party, for each dimension in their order. */
  readonly groups: readonly PartyAges[];
  readonly oldest: TopList<Waiting>;
}

type PartyAges = Map<Party['kind'], Map<string, Lengths>>;

interface Waiting {
  readonly ticket: string;
  readonly createdAt: Instant;
  readonly holder: Party;
}

export function emptyBacklog(dimensions: number): BacklogTotals {
  return {
    ages: emptyLengths(),
    unknown: 0,
    groups: Array.from({ length: dimensions }, () => new Map()),
    oldest: emptyTopList(),
  };
}

/** An open ticket, and whose it is. */
export interface Unfinished extends Waiting {
  /** In which group of each dimension it is. */
  readonly parties: readonly Party[];
}

export function addOpen(totals: BacklogTotals, { parties, ...waiting }: Unfinished, asOf: Instant): void {
  const age = asOf - waiting.createdAt;
  addLength(totals.ages, age);
  for (const [index, party] of parties.entries()) {
    const groups = totals.groups[index];
    if (groups !== undefined) addLength(agesOf(groups, party), age);
  }
  addToTop(totals.oldest, waiting, byAge);
}

export function mergeBacklog(totals: BacklogTotals, other: BacklogTotals): void {
  mergeLengths(totals.ages, other.ages);
  totals.unknown += other.unknown;
  for (const [index, groups] of totals.groups.entries()) {
    for (const [party, ages] of listed(other.groups[index] ?? new Map())) mergeLengths(agesOf(groups, party), ages);
  }
  mergeTop(totals.oldest, other.oldest, byAge);
}

function agesOf(groups: PartyAges, { kind, name }: Party): Lengths {
  const named = groups.get(kind) ?? new Map<string, Lengths>();
  groups.set(kind, named);
  const ages = named.get(name) ?? emptyLengths();
  named.set(name, ages);
  return ages;
}

function listed(groups: PartyAges): (readonly [Party, Lengths])[] {
  return [...groups].flatMap(([kind, named]) => [...named].map(([name, ages]) => [{ kind, name }, ages] as const));
}

/** The oldest first. */
function byAge(a: Waiting, b: Waiting): number {
  return a.createdAt - b.createdAt || byCodeUnits(a.ticket, b.ticket);
}

export interface BacklogScope {
  readonly asOf: Instant;
  readonly bands: readonly Millis[];
  readonly dimensions: readonly Dimension[];
  readonly titled: (party: Party) => TicketHolder;
}

export function backlogFigures(
  totals: BacklogTotals,
  { asOf, bands, dimensions, titled }: BacklogScope,
): BacklogFigures {
  return {
    ...backlogOf(totals.ages, bands),
    unknown: totals.unknown,
    groups: dimensions.map(({ by, compare = () => 0 }, index) => ({
      by,
      groups: listed(totals.groups[index] ?? new Map())
        .map(([party, ages]) => ({ ...titled(party), ...backlogOf(ages, bands) }))
        .sort((a, b) => compare(a, b) || b.open - a.open || byCodeUnits(a.name, b.name) || byCodeUnits(a.kind, b.kind)),
    })),
    oldest: topOf(totals.oldest, byAge).map(
      ({ ticket, createdAt, holder }): OpenTicket => ({
        ticket,
        createdAt: formatInstant(createdAt),
        age: seconds(asOf - createdAt),
        holder: titled(holder),
      }),
    ),
  };
}

function backlogOf(ages: Lengths, bands: readonly Millis[]): Backlog {
  const values = ages.values.subarray(0, ages.n);
  const edges = [0, ...bands, Infinity];
  return {
    open: ages.n,
    age: summarise(ages),
    bands: edges.slice(0, -1).map((from, index): AgeBand => {
      const until = edges[index + 1] ?? Infinity;
      return {
        from: seconds(from),
        until: until === Infinity ? null : seconds(until),
        tickets: values.reduce((count, age) => count + (from <= age && age < until ? 1 : 0), 0),
      };
    }),
  };
}
