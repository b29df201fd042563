import type { FindPerson } from '../domain/person.ts';
import type { BreachShift, FlippedVerdict, ReadingFigures, ReadingParty } from '../domain/report.ts';
import type { Instant, Period } from '../domain/time.ts';
import type { Charged, Verdict } from '../domain/verdict.ts';
import { isCounted } from './counted.ts';
import { byCodeUnits } from './order.ts';
import { nameOf } from './party.ts';

/** What is known of a reading besides what it changes. */
export type ReadingFacts = Pick<ReadingFigures, 'reading' | 'question' | 'written' | 'clocks'>;

/** The verdicts of one clock on one ticket as the policy is written, and under one reading. */
export interface Contrast {
  /** Index of the reading. */
  readonly reading: number;
  readonly written: readonly Verdict[];
  readonly reread: readonly Verdict[];
}

/** What counts, and by which roster people are called. */
export interface SensitivityScope {
  /** Absent: everything. */
  readonly period?: Period;
  readonly asOf: Instant;
  readonly find?: FindPerson;
}

/** Plain values: a thread can post them to another. */
export interface SensitivityTotals {
  /** Who answers for each breach as the policy is written, and how often. */
  readonly breaches: Map<string, number>;
  /** By reading. */
  readonly flips: readonly Flip[][];
}

/** A verdict that is a breach under one reading only, or of somebody else. */
interface Flip extends Pick<FlippedVerdict, 'ticket' | 'clock' | 'cycle'> {
  /** Who answers as the policy is written; absent: it is no breach. */
  readonly from?: Charged;
  /** Who would answer. */
  readonly to?: Charged;
}

export interface SensitivityCollector {
  readonly totals: SensitivityTotals;
  /** One ticket, once: all its verdicts, and those of the clocks that a reading changes. Tickets may come in any order. */
  add(verdicts: readonly Verdict[], contrasts: readonly Contrast[]): void;
  /** Takes over what another collector of the same readings and period has seen; the parts share no ticket. */
  merge(other: Pick<SensitivityCollector, 'totals'>): void;
  /** In the order of the readings. */
  finish(): ReadingFigures[];
}

/**
 * Counts the verdicts that would flip under each reading. A breach is counted in a period as the report counts it, so
 * that the breaches as written and the shifts add up to the breaches of a report under that reading.
 */
export function collectSensitivity(readings: readonly ReadingFacts[], scope: SensitivityScope): SensitivityCollector {
  const { period } = scope;
  const totals: SensitivityTotals = { breaches: new Map(), flips: readings.map(() => []) };
  return {
    totals,
    add(verdicts, contrasts) {
      for (const charged of breachesOf(verdicts, period).values()) count(totals.breaches, keyOf(charged), 1);
      for (const { reading, written, reread } of contrasts) addFlips(totals.flips[reading], written, reread, period);
    },
    merge({ totals: other }) {
      for (const [party, breaches] of other.breaches) count(totals.breaches, party, breaches);
      for (const [reading, flips] of other.flips.entries()) for (const flip of flips) totals.flips[reading]?.push(flip);
    },
    finish: () =>
      // Whoever hands over readings may hand over more than the facts: a report holds these.
      readings.map(({ reading, question, written, clocks }, index) => ({
        ...{ reading, question, written, clocks },
        ...figures(totals.breaches, totals.flips[index] ?? [], scope),
      })),
  };
}

const UNASSIGNED: Charged = { to: '', kind: 'unassigned' };

/** Who answers for each breach of the period. */
function breachesOf(verdicts: readonly Verdict[], period: Period | undefined): Map<Verdict, Charged> {
  const counted = verdicts.filter((verdict) => verdict.outcome === 'breached' && isCounted(verdict, period));
  return new Map(counted.map((verdict) => [verdict, verdict.charged ?? UNASSIGNED]));
}

/** A verdict goes with the one of its cycle; what has no record is no breach. */
function addFlips(
  flips: Flip[] | undefined,
  written: readonly Verdict[],
  reread: readonly Verdict[],
  period: Period | undefined,
): void {
  const ofCycle = (verdicts: readonly Verdict[]) =>
    new Map([...breachesOf(verdicts, period)].map(([verdict, charged]) => [verdict.run.cycle, { verdict, charged }]));
  const [before, then] = [ofCycle(written), ofCycle(reread)];
  for (const cycle of new Set([...before.keys(), ...then.keys()])) {
    const [one, other] = [before.get(cycle), then.get(cycle)];
    const verdict = (one ?? other)?.verdict;
    if (verdict === undefined || (one && other && keyOf(one.charged) === keyOf(other.charged))) continue;
    flips?.push({
      ...{ ticket: verdict.ticket, clock: verdict.run.clock.id, cycle },
      ...(one && { from: one.charged }),
      ...(other && { to: other.charged }),
    });
  }
}

function keyOf({ kind, to }: Charged): string {
  return `${kind} ${to}`;
}

function count(counts: Map<string, number>, key: string, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

function figures(
  breaches: ReadonlyMap<string, number>,
  flips: readonly Flip[],
  scope: SensitivityScope,
): BreachShift & Pick<ReadingFigures, 'parties'> {
  const parties = new Map<string, { readonly charged: Charged; readonly verdicts: FlippedVerdict[] }>();
  const note = (charged: Charged, flip: Flip, shift: FlippedVerdict['shift']) => {
    const known = parties.get(keyOf(charged)) ?? { charged, verdicts: [] };
    parties.set(keyOf(charged), known);
    known.verdicts.push({ ticket: flip.ticket, clock: flip.clock, cycle: flip.cycle, shift });
  };
  for (const flip of flips) {
    if (flip.from !== undefined) note(flip.from, flip, flip.to === undefined ? 'fewer' : 'handedOn');
    if (flip.to !== undefined) note(flip.to, flip, flip.from === undefined ? 'more' : 'takenOver');
  }
  const all = [...parties.values()].flatMap(({ verdicts }) => verdicts);
  return {
    ...shiftOf(
      [...breaches.values()].reduce((sum, each) => sum + each, 0),
      all,
    ),
    parties: [...parties]
      .map(
        ([
          key,
          {
            charged: { kind, to },
            verdicts,
          },
        ]): ReadingParty => {
          const title = kind === 'employee' ? nameOf(to, scope) : undefined;
          return {
            ...{ kind, name: to, ...(title !== undefined && { title }) },
            ...shiftOf(breaches.get(key) ?? 0, verdicts),
            verdicts: verdicts.toSorted(byTicket),
          };
        },
      )
      .sort(byShifts),
  };
}

function shiftOf(breaches: number, verdicts: readonly FlippedVerdict[]): BreachShift {
  const shifted = (shift: FlippedVerdict['shift']) => verdicts.filter((verdict) => verdict.shift === shift).length;
  const [more, fewer] = [shifted('more'), shifted('fewer')];
  const [takenOver, handedOn] = [shifted('takenOver'), shifted('handedOn')];
  return {
    ...{ breaches, more, fewer, takenOver, handedOn },
    breachesThen: breaches + more - fewer + takenOver - handedOn,
  };
}

function byTicket(a: FlippedVerdict, b: FlippedVerdict): number {
  return byCodeUnits(a.ticket, b.ticket) || byCodeUnits(a.clock, b.clock) || a.cycle - b.cycle;
}

function byShifts(a: ReadingParty, b: ReadingParty): number {
  return b.verdicts.length - a.verdicts.length || byCodeUnits(a.name, b.name) || byCodeUnits(a.kind, b.kind);
}
