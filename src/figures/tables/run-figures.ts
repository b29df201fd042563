import type { Clock } from '../../domain/policy.ts';
import type { ClockFigures } from '../../domain/report.ts';
import { OUTCOMES } from '../../domain/verdict.ts';
import { hasLengths, isBreachIn, isOpenIn, LEFT_OUT, leftOutIndex, outcomeIndex } from '../contribution.ts';
import { byCodeUnits } from '../order.ts';
import { gapTo, ratio, reaches } from '../ratio.ts';
import type { Column } from './column.ts';
import { type DurationsAt, durationsByPlace, type Places } from './durations-by-place.ts';
import { CELL, NO_BAND, partIn, type RunTotals } from './run-table.ts';
import { sortLengths } from './sorted-lengths.ts';
import { numbersAt } from './tuple-counts.ts';

/** In which group the runs of each cell are; -1: in none. */
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

/** Where in the counts of a place, a clock in a group, what stands: the outcomes in their order, then … */
const STILL_OPEN = OUTCOMES.length;
const LEFT_OUT_FROM = STILL_OPEN + 1;
const HAS_RUN = LEFT_OUT_FROM + LEFT_OUT.length;
const WIDTH = HAS_RUN + 1;
const BREACHED = OUTCOMES.indexOf('breached');

/** The figures of every grouping. Each column of lengths is sorted once for all of them. */
export function figuresByGroup(
  runs: RunTotals,
  groupings: readonly Grouped[],
  clocks: readonly Clock[],
): GroupedFigures[] {
  const layouts = groupings.map((grouped) => layOut(runs, grouped, clocks));
  const durationsOf = (cell: Column, length: Column, places: (layout: Layout) => Places) => {
    const sorted = sortLengths(cell, length);
    return layouts.map((layout) => durationsByPlace(sorted, places(layout)));
  };
  const { measured, over } = runs;
  const open = durationsOf(measured.cell, measured.open, ({ lengths }) => lengths);
  const wall = durationsOf(measured.cell, measured.wall, ({ lengths }) => lengths);
  const beyond = durationsOf(over.cell, over.length, ({ breaches }) => breaches);
  // A policy without bands has only the one that is none.
  const hasBands = runs.bands.length > 1;
  const beyondByBand = hasBands ? durationsOf(over.cell, over.length, ({ byBand }) => byBand.places) : [];
  return layouts.map((layout, index) =>
    figuresOf(layout, clocks, {
      ...{ open: open[index] ?? NONE, wall: wall[index] ?? NONE },
      ...{ over: beyond[index] ?? NONE, overByBand: beyondByBand[index] ?? NONE },
    }),
  );
}

const NONE: DurationsAt = durationsByPlace(
  { cells: new Int32Array(0), lengths: new Float64Array(0), unit: 1 },
  { placeOf: new Int32Array(0), places: 0 },
);

/** What is counted at each place, and where the lengths of each cell belong. */
interface Layout {
  readonly counts: Int32Array;
  readonly lengths: Places;
  readonly breaches: Places;
  readonly byBand: Bands;
}

interface Bands {
  readonly names: readonly string[];
  /** A place of each band at each place. */
  readonly places: Places;
  readonly counts: Int32Array;
}

function layOut(runs: RunTotals, grouped: Grouped, clocks: readonly Clock[]): Layout {
  const { cells, bands } = runs;
  const parts = numbersAt(cells, CELL.parts).map((both) => partIn(both, grouped.isTrend));
  const clock = clockOfCells(runs, clocks);
  const places = grouped.groups * clocks.length;
  const placesOf = (group: Int32Array | undefined) =>
    parts.map((part, cell) => {
      const own = group === undefined ? 0 : group[cell]!;
      return part === 0 || own < 0 || clock[cell]! < 0 ? -1 : own * clocks.length + clock[cell]!;
    });
  const placeOf = placesOf(grouped.group);
  const lengthPlaceOf = grouped.lengthGroup === undefined ? placeOf : placesOf(grouped.lengthGroup);
  const breachPlaceOf = placeOf.map((place, cell) => (isBreachIn(parts[cell]!) ? place : -1));
  return {
    counts: countPlaces(parts, cells.counts, placeOf, lengthPlaceOf, places),
    lengths: { placeOf: lengthPlaceOf.map((place, cell) => (hasLengths(parts[cell]!) ? place : -1)), places },
    breaches: { placeOf: breachPlaceOf, places },
    byBand: layOutBands(bands, numbersAt(cells, CELL.band), { placeOf: breachPlaceOf, places }, cells.counts),
  };
}

/** The index in the policy's clocks; -1: not one of them. */
function clockOfCells({ cells, clockIds }: RunTotals, clocks: readonly Clock[]): Int32Array {
  const indexOf = new Map(clocks.map(({ id }, index) => [id, index]));
  const indexes = clockIds.map((id) => indexOf.get(id) ?? -1);
  return numbersAt(cells, CELL.clock).map((code) => indexes[code] ?? -1);
}

function countPlaces(
  parts: Int32Array,
  runs: Int32Array,
  placeOf: Int32Array,
  lengthPlaceOf: Int32Array,
  places: number,
): Int32Array {
  const counts = new Int32Array(places * WIDTH);
  for (let cell = 0; cell < parts.length; cell++) {
    const part = parts[cell]!;
    const place = placeOf[cell]!;
    if (place >= 0) {
      const outcome = outcomeIndex(part);
      if (outcome >= 0) counts[place * WIDTH + outcome]! += runs[cell]!;
      if (isOpenIn(part)) counts[place * WIDTH + STILL_OPEN]! += runs[cell]!;
      counts[place * WIDTH + HAS_RUN] = 1;
    }
    const lengthPlace = lengthPlaceOf[cell]!;
    if (lengthPlace < 0) continue;
    const why = leftOutIndex(part);
    if (why >= 0 && why < LEFT_OUT.length) counts[lengthPlace * WIDTH + LEFT_OUT_FROM + why]! += runs[cell]!;
    counts[lengthPlace * WIDTH + HAS_RUN] = 1;
  }
  return counts;
}

function layOutBands(names: readonly string[], band: Int32Array, breaches: Places, runs: Int32Array): Bands {
  const width = names.length;
  const placeOf = breaches.placeOf.map((place, cell) => (place < 0 ? -1 : place * width + band[cell]!));
  const counts = new Int32Array(breaches.places * width);
  for (let cell = 0; cell < placeOf.length; cell++) {
    if (placeOf[cell]! >= 0) counts[placeOf[cell]!]! += runs[cell]!;
  }
  return { names, places: { placeOf, places: breaches.places * width }, counts };
}

interface LengthsOfPlaces {
  readonly open: DurationsAt;
  readonly wall: DurationsAt;
  readonly over: DurationsAt;
  readonly overByBand: DurationsAt;
}

function figuresOf(
  { counts, byBand }: Layout,
  clocks: readonly Clock[],
  { open, wall, over, overByBand }: LengthsOfPlaces,
): GroupedFigures {
  function figures(place: number, clock: Clock): ClockFigures {
    const at = (index: number) => counts[place * WIDTH + index] ?? 0;
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
      severity: severityOf(place, clock, byBand, overByBand),
      over: over(place),
      open: open(place),
      wall: wall(place),
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

/** The clock's own bands, and those that its breaches have besides. Of those in no band nothing is told by band. */
function severityOf(
  place: number,
  { severity }: Clock,
  { names, counts }: Bands,
  overByBand: DurationsAt,
): ClockFigures['severity'] {
  const runsIn = (code: number) => counts[place * names.length + code] ?? 0;
  const own = severity.map(({ name }) => name);
  const others = names.filter((name, code) => name !== NO_BAND && runsIn(code) > 0 && !own.includes(name));
  return [...new Set(own), ...others.sort(byCodeUnits)].map((name) => {
    const code = names.indexOf(name);
    return code < 0
      ? { band: name, runs: 0, over: NONE(0) }
      : { band: name, runs: runsIn(code), over: overByBand(place * names.length + code) };
  });
}
