import type { Clock } from '../../domain/policy.ts';
import type { ClockFigures, Durations } from '../../domain/report.ts';
import { OUTCOMES } from '../../domain/verdict.ts';
import { hasLengths, isBreachIn, isOpenIn, LEFT_OUT, leftOutIndex, outcomeIndex } from '../contribution.ts';
import { summariseSorted } from '../lengths.ts';
import { byCodeUnits } from '../order.ts';
import { gapTo, ratio, reaches } from '../ratio.ts';
import { ascending, type SortedGroups, sortedGroups } from './ascending.ts';
import { flat } from './column.ts';
import type { RunTotals } from './run-table.ts';

/** The table of runs made ready to be counted: each column in one piece, and the rows in the order of their lengths. */
export interface ReadyRuns {
  readonly rows: number;
  /** The index in the policy's clocks; -1: not one of them. */
  readonly clock: Int32Array;
  readonly part: Uint8Array;
  readonly trendPart: Uint8Array;
  readonly open: Ordered;
  readonly wall: Ordered;
  /** Of each breach its row, its band and how far over it is. */
  readonly breachRow: Int32Array;
  readonly band: Uint16Array;
  readonly over: Ordered;
  readonly bands: readonly string[];
}

interface Ordered {
  readonly lengths: Float64Array;
  readonly order: Uint32Array;
}

export function readyRuns(totals: RunTotals, clocks: readonly Clock[]): ReadyRuns {
  const indexOf = new Map(clocks.map(({ id }, index) => [id, index]));
  const indexes = totals.clockIds.map((id) => indexOf.get(id) ?? -1);
  const trendPart = flat(totals.trendPart);
  const breachRow = new Int32Array(totals.band.n);
  let next = 0;
  for (let row = 0; row < trendPart.length; row++) if (isBreachIn(trendPart[row]!)) breachRow[next++] = row;
  const ordered = (lengths: Float64Array): Ordered => ({ lengths, order: ascending(lengths) });
  return {
    rows: totals.part.n,
    clock: Int32Array.from(flat(totals.clock), (code) => indexes[code] ?? -1),
    ...{ part: flat(totals.part), trendPart },
    ...{ open: ordered(flat(totals.open)), wall: ordered(flat(totals.wall)), over: ordered(flat(totals.over)) },
    ...{ breachRow, band: flat(totals.band), bands: totals.bands },
  };
}

/** In which group each row is; -1: in none. */
export interface Grouped {
  readonly groups: number;
  readonly isTrend: boolean;
  /** Absent: all of the period are in the one group 0. */
  readonly group?: Int32Array;
  /** Where lengths are in another; absent: in the same. */
  readonly lengthGroup?: Int32Array;
}

/** The figures of each group's clocks. */
export interface GroupedFigures {
  /** @param clock index in the policy's clocks */
  of(group: number, clock: number): ClockFigures;
  /** Whether a run of the clock says anything of the group. */
  hasRun(group: number, clock: number): boolean;
  breaches(group: number): number;
}

/** Where in the counts of a cell, a clock in a group, what stands: the outcomes in their order, then … */
const STILL_OPEN = OUTCOMES.length;
const LEFT_OUT_FROM = STILL_OPEN + 1;
const HAS_RUN = LEFT_OUT_FROM + LEFT_OUT.length;
const WIDTH = HAS_RUN + 1;
const BREACHED = OUTCOMES.indexOf('breached');

export function figuresByGroup(runs: ReadyRuns, grouped: Grouped, clocks: readonly Clock[]): GroupedFigures {
  const cells = grouped.groups * clocks.length;
  const parts = grouped.isTrend ? runs.trendPart : runs.part;
  const cellOf = cellsOf(runs, parts, grouped.group, clocks.length);
  const lengthCellOf =
    grouped.lengthGroup === undefined ? cellOf : cellsOf(runs, parts, grouped.lengthGroup, clocks.length);
  const counts = countCells(parts, cellOf, lengthCellOf, cells);
  const lengths = lengthCellOf.map((cell, row) => (hasLengths(parts[row]!) ? cell : -1));
  const open = sortedGroups(runs.open.lengths, runs.open.order, lengths, cells);
  const wall = sortedGroups(runs.wall.lengths, runs.wall.order, lengths, cells);
  const over = overByBand(runs, parts, cellOf, cells);

  function figures(cell: number, clock: Clock): ClockFigures {
    const at = (index: number) => counts[cell * WIDTH + index] ?? 0;
    const outcome = (name: (typeof OUTCOMES)[number]) => at(OUTCOMES.indexOf(name));
    const attainment = ratio(outcome('met'), outcome('met') + outcome('breached'));
    const { attain } = clock;
    return {
      clock: clock.id,
      title: clock.title,
      kind: clock.kind,
      met: outcome('met'),
      breached: outcome('breached'),
      breachedOpen: at(STILL_OPEN),
      running: outcome('running'),
      paused: outcome('paused'),
      cancelled: outcome('cancelled'),
      undecided: outcome('undecided'),
      excused: outcome('excused'),
      noTarget: outcome('no-target'),
      attainment,
      objective:
        attain === undefined
          ? null
          : { percent: attain, reached: reaches(attainment, attain), gap: gapTo(attainment, attain) },
      severity: over.bandsOf(cell, clock),
      over: over.all(cell),
      open: summariseSorted(open.of(cell)),
      wall: summariseSorted(wall.of(cell)),
      leftOut: LEFT_OUT.map((why, index) => ({ why, runs: at(LEFT_OUT_FROM + index) })),
    };
  }

  return {
    of(group, index) {
      const clock = clocks[index];
      if (clock === undefined) throw new RangeError(`no clock ${index}`);
      return figures(group * clocks.length + index, clock);
    },
    hasRun: (group, clock) => (counts[(group * clocks.length + clock) * WIDTH + HAS_RUN] ?? 0) > 0,
    breaches(group) {
      let breaches = 0;
      for (let clock = 0; clock < clocks.length; clock++) {
        breaches += counts[(group * clocks.length + clock) * WIDTH + BREACHED] ?? 0;
      }
      return breaches;
    },
  };
}

/** The cell of each row: its clock in its group; -1: it adds nothing. */
function cellsOf(
  { rows, clock }: ReadyRuns,
  parts: Uint8Array,
  group: Int32Array | undefined,
  clocks: number,
): Int32Array {
  const cells = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const own = group === undefined ? 0 : group[row]!;
    cells[row] = parts[row] === 0 || own < 0 || clock[row]! < 0 ? -1 : own * clocks + clock[row]!;
  }
  return cells;
}

function countCells(parts: Uint8Array, cellOf: Int32Array, lengthCellOf: Int32Array, cells: number): Int32Array {
  const counts = new Int32Array(cells * WIDTH);
  for (let row = 0; row < parts.length; row++) {
    const part = parts[row]!;
    const cell = cellOf[row]!;
    if (cell >= 0) {
      const outcome = outcomeIndex(part);
      if (outcome >= 0) counts[cell * WIDTH + outcome]!++;
      if (isOpenIn(part)) counts[cell * WIDTH + STILL_OPEN]!++;
      counts[cell * WIDTH + HAS_RUN] = 1;
    }
    const lengthCell = lengthCellOf[row]!;
    if (lengthCell < 0) continue;
    const why = leftOutIndex(part);
    if (why >= 0 && why < LEFT_OUT.length) counts[lengthCell * WIDTH + LEFT_OUT_FROM + why]!++;
    counts[lengthCell * WIDTH + HAS_RUN] = 1;
  }
  return counts;
}

/** How far over breaches are, of each cell in all and by band. Of those in no band nothing is told by band. */
interface OverByBand {
  all(cell: number): Durations;
  bandsOf(cell: number, clock: Clock): ClockFigures['severity'];
}

function overByBand(runs: ReadyRuns, parts: Uint8Array, cellOf: Int32Array, cells: number): OverByBand {
  const { bands, band, breachRow, over } = runs;
  const width = bands.length;
  const cellOfBreach = new Int32Array(breachRow.length);
  const slotOf = new Int32Array(breachRow.length);
  const counts = new Int32Array(cells * width);
  for (let breach = 0; breach < breachRow.length; breach++) {
    const row = breachRow[breach]!;
    const cell = isBreachIn(parts[row]!) ? cellOf[row]! : -1;
    cellOfBreach[breach] = cell;
    slotOf[breach] = cell < 0 ? -1 : cell * width + band[breach]!;
    if (cell >= 0) counts[slotOf[breach]!]!++;
  }
  const all = sortedGroups(over.lengths, over.order, cellOfBreach, cells);
  // A policy without bands has only the one that is none.
  const byBand: SortedGroups | undefined =
    width < 2 ? undefined : sortedGroups(over.lengths, over.order, slotOf, cells * width);
  const nothing = new Float64Array(0);
  const codes = new Map(bands.map((name, code) => [name, code]));
  return {
    all: (cell) => summariseSorted(all.of(cell)),
    bandsOf(cell, { severity }) {
      const own = severity.map(({ name }) => name);
      const others = bands.filter(
        (name, code) => name !== '' && (counts[cell * width + code] ?? 0) > 0 && !own.includes(name),
      );
      return [...new Set(own), ...others.sort(byCodeUnits)].map((name) => {
        const code = codes.get(name);
        const slot = code === undefined ? undefined : cell * width + code;
        return {
          band: name,
          runs: slot === undefined ? 0 : (counts[slot] ?? 0),
          over: summariseSorted((slot === undefined ? undefined : byBand?.of(slot)) ?? nothing),
        };
      });
    },
  };
}
