import { formatInstant } from '../calendar/stamps.ts';
import { MOST_PROOFS, type RunDetails, type RunGroup, type RunLine } from '../domain/run-line.ts';
import type { Instant, Millis, Period } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { contribution } from './contribution.ts';
import { isCounted } from './counted.ts';
import type { Dimension, Division } from './dimension.ts';
import { seconds } from './lengths.ts';
import { byCodeUnits } from './order.ts';

/** So many runs a report lists; the documents that list more can no longer be opened with pleasure. */
export const MOST_RUNS = 100_000;

/** Runs that somebody will ask about. */
const NOTABLE = ['breached', 'excused', 'undecided'];

export interface DetailScope {
  readonly period?: Period;
  /** Names of the records' fields. */
  readonly fields: readonly string[];
  /** The report's groupings, in their order. */
  readonly divisions: readonly Division[];
  /** `tickets.csv:14`, by row of the event log. */
  readonly placeOf: (row: number) => string | undefined;
  readonly most?: number;
}

/** Plain values. What is left out depends on how many runs there are, never on their order. */
export interface DetailTotals {
  runs: number;
  notable: number;
  lines: RunLine[];
}

export interface DetailCollector {
  readonly totals: DetailTotals;
  add(verdicts: readonly Verdict[]): void;
  merge(other: Pick<DetailCollector, 'totals'>): void;
  finish(): RunDetails;
}

/** Tickets whose proofs a page of these runs may hold: those with a run that somebody will ask about, then the others. */
export function ticketsToProve(lines: readonly RunLine[]): string[] {
  const runs = lines.toSorted(byTicket);
  return [...new Set([...runs.filter(isNotable), ...runs].map(({ ticket }) => ticket))].slice(0, MOST_PROOFS);
}

/** Lists the runs behind the figures, as long as they are not too many. */
export function collectDetails(scope: DetailScope): DetailCollector {
  const { most = MOST_RUNS } = scope;
  const totals: DetailTotals = { runs: 0, notable: 0, lines: [] };

  function thinOut(): void {
    if (totals.notable > most) totals.lines = [];
    else if (totals.runs > most) totals.lines = totals.lines.filter(isNotable);
  }

  function isListed(run: Pick<RunLine, 'outcome'>): boolean {
    return totals.notable <= most && (totals.runs <= most || isNotable(run));
  }

  return {
    totals,
    add(verdicts) {
      for (const verdict of verdicts) {
        if (contribution(verdict, scope.period) === 0) continue;
        totals.runs += 1;
        if (isNotable(verdict)) totals.notable += 1;
        // Of what is not listed no line is written either.
        if (isListed(verdict)) totals.lines.push(runLine(verdict, scope));
        if (totals.lines.length > most || totals.notable > most) thinOut();
      }
    },
    merge({ totals: other }) {
      totals.runs += other.runs;
      totals.notable += other.notable;
      for (const line of other.lines) totals.lines.push(line);
      thinOut();
    },
    finish() {
      thinOut();
      const runs = totals.lines.toSorted(byTicket);
      return { fields: scope.fields, runs, leftOut: totals.runs - runs.length };
    },
  };
}

function isNotable({ outcome }: Pick<RunLine, 'outcome'>): boolean {
  return NOTABLE.includes(outcome);
}

function runLine(verdict: Verdict, { period, divisions, placeOf }: DetailScope): RunLine {
  const { run, charged } = verdict;
  const isHere = isCounted(verdict, period);
  return {
    ticket: verdict.ticket,
    clock: run.clock.id,
    target: verdict.target?.id ?? null,
    cycle: run.cycle,
    outcome: verdict.outcome,
    startedAt: stamp(run.start?.at),
    dueAt: stamp(verdict.dueAt),
    stoppedAt: stamp(run.stop?.at),
    decidedAt: stamp(verdict.decidedAt),
    elapsed: length(verdict.elapsed),
    within: length(verdict.within),
    over: length(verdict.over),
    paused: length(verdict.paused),
    excluded: length(verdict.excluded),
    wall: length(verdict.wall),
    severity: verdict.severity ?? null,
    chargedTo: charged?.to ?? '',
    ...(charged?.name !== undefined && { chargedName: charged.name }),
    chargedKind: charged?.kind ?? null,
    reason: verdict.reason,
    isCounted: isHere,
    fields: verdict.fields,
    groups: divisions.map((division) => groupIn(division, verdict, isHere)),
    lines: [
      ...new Set([run.start, run.stop].flatMap((moment) => (moment === undefined ? [] : (placeOf(moment.row) ?? [])))),
    ],
  };
}

/** Where its outcome is counted or, if only its length is, that. */
function groupIn({ outer, inner }: Division, verdict: Verdict, isHere: boolean): RunGroup {
  const party = ({ ofLength, ofVerdict }: Dimension) =>
    isHere || ofLength === undefined ? ofVerdict(verdict) : ofLength(verdict);
  return { ...party(outer), ...(inner !== undefined && { inner: party(inner) }) };
}

function stamp(at: Instant | undefined): string | null {
  return at === undefined ? null : formatInstant(at);
}

function length(millis: Millis | undefined): number | null {
  return millis === undefined ? null : seconds(millis);
}

function byTicket(a: RunLine, b: RunLine): number {
  return byCodeUnits(a.ticket, b.ticket) || byCodeUnits(a.clock, b.clock) || a.cycle - b.cycle;
}
