import { formatInstant } from '../calendar/stamps.ts';
import type { Clock, SourceVerdict } from '../domain/policy.ts';
import {
  type ReadingParts,
  SAYINGS,
  type Saying,
  type SourceClock,
  type SourceFigures,
  type SourceReading,
  type SourceRow,
  type SourceRun,
  STATES,
  type State,
} from '../domain/source-figures.ts';
import type { Instant, Millis, Period } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { isCounted } from './counted.ts';
import { seconds } from './lengths.ts';
import { byCodeUnits } from './order.ts';
import { ratio } from './ratio.ts';
import type { Contrast } from './sensitivity.ts';

export interface SourceScope {
  /** Absent: everything. */
  readonly period?: Period;
  readonly clocks: readonly Clock[];
  readonly columns: readonly SourceVerdict[];
  /** The other ways of counting, of which `Contrast.reading` is the index. */
  readonly readings: readonly { readonly parts: ReadingParts }[];
  /** `tickets.csv:14`, by row of the event log. */
  readonly placeOf: (row: number) => string | undefined;
  /** Disagreements that are listed. */
  readonly most?: number;
  /** Of a part nobody knows yet which ways of counting the whole speaks of: each that explains a disagreement is kept. */
  readonly keepsAll?: boolean;
}

/** A ticket with what the source says of it. */
export interface SourceTicket {
  readonly ticket: string;
  readonly verdicts: readonly Verdict[];
  /** In the order of the columns. */
  readonly opinions?: readonly { readonly text: string; readonly row: number }[];
  readonly contrasts: readonly Contrast[];
}

/** Plain values, one for each column. */
export interface SourceTotals {
  readonly confusion: Record<State, Record<Saying, number>>;
  readonly cells: Map<string, number>;
  /** By reading: how many tickets would agree; tickets that it does not change are in it, too. */
  readonly agreements: number[];
  rows: SourceRow[];
}

export interface SourceCollector {
  readonly totals: readonly SourceTotals[];
  add(ticket: SourceTicket): void;
  /** Takes over what another collector of the same scope has seen; the parts share no ticket. */
  merge(other: Pick<SourceCollector, 'totals'>): void;
  /** @param heard the ways of counting that are told; absent: all */
  finish(heard?: readonly ReadingParts[]): SourceFigures;
}

/** More lists nobody reads, and everybody pays for. */
const MOST_ROWS = 10_000;
const MOST_CELLS = 20;

/** Holds what the source says of its own promises against our verdicts, and looks for what explains the difference. */
export function collectSource(scope: SourceScope): SourceCollector {
  const totals = scope.columns.map(() => emptyTotals(scope.readings.length));
  return {
    totals,
    add(ticket) {
      for (const [index, column] of scope.columns.entries()) {
        const into = totals[index];
        const opinion = ticket.opinions?.[index];
        if (into !== undefined && opinion !== undefined) addTicket(into, column, { ...ticket, opinion }, scope);
      }
    },
    merge({ totals: others }) {
      for (const [index, other] of others.entries()) {
        const into = totals[index];
        if (into !== undefined) mergeTotals(into, other);
      }
    },
    finish: (heard) => ({
      clocks: scope.columns.map((column, index) => figuresOf(column, totals[index] ?? emptyTotals(0), scope, heard)),
    }),
  };
}

function emptyTotals(readings: number): SourceTotals {
  const blank = () => ({ breached: 0, met: 0, nothing: 0 });
  return {
    confusion: {
      breached: blank(),
      met: blank(),
      going: blank(),
      undecided: blank(),
      cancelled: blank(),
      'no-target': blank(),
    },
    cells: new Map(),
    agreements: new Array<number>(readings).fill(0),
    rows: [],
  };
}

function mergeTotals(into: SourceTotals, other: SourceTotals): void {
  for (const state of STATES)
    for (const saying of SAYINGS) into.confusion[state][saying] += other.confusion[state][saying];
  for (const [text, tickets] of other.cells) into.cells.set(text, (into.cells.get(text) ?? 0) + tickets);
  for (const [index, agreements] of other.agreements.entries()) {
    into.agreements[index] = (into.agreements[index] ?? 0) + agreements;
  }
  for (const row of other.rows) into.rows.push(row);
}

function addTicket(
  totals: SourceTotals,
  column: SourceVerdict,
  { ticket, verdicts, contrasts, opinion }: SourceTicket & { readonly opinion: { text: string; row: number } },
  { period, placeOf, readings, keepsAll = false }: SourceScope,
): void {
  const runs = verdicts.filter(({ run }) => run.clock.id === column.clock);
  if (!runs.some((verdict) => isCounted(verdict, period))) return;
  const said = sayingOf(opinion.text, column);
  const ours = stateOf(runs);
  totals.confusion[ours][said] += 1;
  totals.cells.set(opinion.text, (totals.cells.get(opinion.text) ?? 0) + 1);
  if (said === 'nothing' || !isDecided(ours)) return;

  const isSame = said === ours;
  const otherwise = new Map<number, Verdict[]>();
  for (const { reading, written, reread } of contrasts) {
    if ((written[0] ?? reread[0])?.run.clock.id !== column.clock) continue;
    // Each version of the policy has judged its own runs.
    otherwise.set(reading, [...(otherwise.get(reading) ?? []), ...reread]);
  }
  const explaining: number[] = [];
  for (const index of readings.keys()) {
    const reread = otherwise.get(index);
    const agrees = reread === undefined ? isSame : agreesWith(said, stateOf(reread));
    if (!agrees) continue;
    totals.agreements[index] = (totals.agreements[index] ?? 0) + 1;
    if (reread !== undefined) explaining.push(index);
  }
  if (isSame) return;
  const partsOf = (index: number) => readings[index]?.parts ?? [];
  const all = explaining.map((index) => ({ index, parts: partsOf(index) }));
  totals.rows.push({
    ticket,
    line: placeOf(opinion.row) ?? null,
    says: opinion.text,
    theirs: said,
    ours,
    run: runOf(deciding(runs, ours)),
    explanations: (keepsAll ? all : simplest(all)).map(({ index, parts }) => {
      const reread = otherwise.get(index) ?? [];
      const run = deciding(reread, stateOf(reread));
      return { parts, run: run === undefined ? null : runOf(run) };
    }),
  });
}

/** Those of the fewest parts. */
function simplest<Each extends { readonly parts: ReadingParts }>(explanations: readonly Each[]): Each[] {
  const fewest = Math.min(...explanations.map(({ parts }) => parts.length));
  return explanations.filter(({ parts }) => parts.length === fewest);
}

/** `-*`: what begins with `-`; `*`: whatever is not blank. What stands there in full comes first. */
export function sayingOf(text: string, { breached, met }: Pick<SourceVerdict, 'breached' | 'met'>): Saying {
  const begins = (cell: string) => text !== '' && cell.endsWith('*') && text.startsWith(cell.slice(0, -1));
  if (breached.includes(text)) return 'breached';
  if (met.includes(text)) return 'met';
  if (breached.some(begins)) return 'breached';
  return met.some(begins) ? 'met' : 'nothing';
}

/** One broken run breaks the promise; one of which nothing can be said leaves it open. */
function stateOf(runs: readonly Verdict[]): State {
  const is = (...outcomes: Verdict['outcome'][]) => runs.some(({ outcome }) => outcomes.includes(outcome));
  if (is('breached', 'excused')) return 'breached';
  if (is('undecided')) return 'undecided';
  if (is('running', 'paused')) return 'going';
  if (is('met')) return 'met';
  return is('cancelled') ? 'cancelled' : 'no-target';
}

function isDecided(state: State): state is 'breached' | 'met' {
  return state === 'breached' || state === 'met';
}

/** What is not broken by now is no breach yet in a flag either. */
function agreesWith(said: Saying, state: State): boolean {
  return said === state || (said === 'met' && state === 'going');
}

/** The run that makes the state what it is. */
function deciding(runs: readonly Verdict[], state: State): Verdict | undefined {
  const isBroken = ({ outcome }: Verdict) => outcome === 'breached' || outcome === 'excused';
  return state === 'breached' ? runs.find(isBroken) : runs.at(-1);
}

function runOf(verdict: Verdict | undefined): SourceRun {
  return {
    cycle: verdict?.run.cycle ?? 1,
    outcome: verdict?.outcome ?? 'no-target',
    startedAt: stamp(verdict?.run.start?.at),
    dueAt: stamp(verdict?.dueAt),
    stoppedAt: stamp(verdict?.run.stop?.at),
    elapsed: length(verdict?.elapsed),
    within: length(verdict?.within),
    over: length(verdict?.over),
    paused: length(verdict?.paused),
    wall: length(verdict?.wall),
  };
}

function stamp(at: Instant | undefined): string | null {
  return at === undefined ? null : formatInstant(at);
}

function length(millis: Millis | undefined): number | null {
  return millis === undefined ? null : seconds(millis);
}

function figuresOf(
  column: SourceVerdict,
  totals: SourceTotals,
  { clocks, readings, most }: SourceScope,
  heard: readonly ReadingParts[] | undefined,
): SourceClock {
  const { confusion, cells, agreements } = totals;
  const told = heard && new Set(heard.map((parts) => parts.join()));
  const isTold = ({ parts }: { readonly parts: ReadingParts }) => told?.has(parts.join()) !== false;
  const rows = totals.rows
    .map((row) => ({ ...row, explanations: simplest(row.explanations.filter(isTold)) }))
    .sort((a, b) => byCodeUnits(a.ticket, b.ticket));
  const listed = rows.slice(0, most ?? MOST_ROWS);
  const sum = (states: readonly State[], sayings: readonly Saying[]) =>
    states.reduce((all, state) => all + sayings.reduce((each, saying) => each + confusion[state][saying], 0), 0);
  const agree = confusion.breached.breached + confusion.met.met;
  const disagree = confusion.breached.met + confusion.met.breached;
  return {
    clock: column.clock,
    title: clocks.find(({ id }) => id === column.clock)?.title ?? {},
    column: column.column,
    tickets: sum(STATES, SAYINGS),
    agree,
    disagree,
    silent: sum(STATES, ['nothing']),
    open: sum(['going', 'undecided', 'cancelled', 'no-target'], ['breached', 'met']),
    agreement: ratio(agree, agree + disagree),
    confusion: STATES.filter((state) => sum([state], SAYINGS) > 0).map((ours) => ({ ours, ...confusion[ours] })),
    cells: [...cells]
      .sort(([a, left], [b, right]) => right - left || byCodeUnits(a, b))
      .slice(0, MOST_CELLS)
      .map(([text, tickets]) => ({ text, says: sayingOf(text, column), tickets })),
    readings: readings
      .map(({ parts }, index): SourceReading => {
        const explained = rows.filter((row) => row.explanations.some((each) => each.parts.join() === parts.join()));
        return {
          parts,
          explains: explained.length,
          alone: explained.filter(({ explanations }) => explanations.length === 1).length,
          agreement: ratio(agreements[index] ?? 0, agree + disagree),
        };
      })
      .filter(({ explains }) => explains > 0)
      // One that would make more of the others disagree is no better for explaining as many.
      .sort((a, b) => b.explains - a.explains || b.agreement.numerator - a.agreement.numerator),
    unexplained: rows.filter(({ explanations }) => explanations.length === 0).length,
    rows: listed,
    leftOut: rows.length - listed.length,
  };
}
