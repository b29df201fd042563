import type { Clock } from '../../domain/policy.ts';
import type { ClockFigures } from '../../domain/report.ts';
import { OUTCOMES } from '../../domain/verdict.ts';
import { hasLengths, isBreachIn, isOpenIn, LEFT_OUT, leftOutIndex, outcomeIndex } from '../contribution.ts';
import { durations } from '../lengths.ts';
import { byCodeUnits } from '../order.ts';
import { gapTo, ratio, reaches } from '../ratio.ts';
import { type Asked, type DurationsAt, durationsByPlace, type Places } from './durations-by-place.ts';
import { CELL, type RunCells } from './run-cells.ts';
import { KIND, NO_BAND, partIn } from './run-kinds.ts';
import type { RunTotals } from './run-table.ts';
import { numbersAt } from './tuple-counts.ts';

/** The runs of a breakdown by cell, and in which group those of each cell are; -1: in none. */
export interface Grouped {
  readonly runs: RunCells;
  readonly groups: number;
  readonly isTrend: boolean;
  readonly group: Int32Array;
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

/** The figures of every grouping. */
export function figuresByGroup(
  totals: RunTotals,
  groupings: readonly Grouped[],
  clocks: readonly Clock[],
): GroupedFigures[] {
  const laidOut = groupings.map((grouped) => ({ runs: grouped.runs, layout: layOut(totals, grouped, clocks) }));
  const measured = laidOut.map(({ runs, layout }): Asked => ({ cells: runs.measured, places: layout.lengths }));
  const [open, wall] = [durationsByPlace(totals.open, measured), durationsByPlace(totals.wall, measured)];
  const over = durationsByPlace(totals.over, [
    ...laidOut.map(({ runs, layout }): Asked => ({ cells: runs.over, places: layout.breaches })),
    // A policy without bands has only the one that is none.
    ...(totals.bands.length > 1
      ? laidOut.map(({ runs, layout }): Asked => ({ cells: runs.over, places: layout.byBand.places }))
      : []),
  ]);
  return laidOut.map(({ layout }, index) =>
    figuresOf(layout, clocks, {
      open: open[index] ?? NONE,
      wall: wall[index] ?? NONE,
      over: over[index] ?? NONE,
      overByBand: over[laidOut.length + index] ?? NONE,
    }),
  );
}

const NONE: DurationsAt = () => durations(0, 0, []);

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

function layOut({ kinds, bands, clockIds }: RunTotals, grouped: Grouped, clocks: readonly Clock[]): Layout {
  const { cells } = grouped.runs;
  const kind = numbersAt(cells, CELL.kind);
  const ofKind = (numbers: Int32Array) => kind.map((code) => numbers[code]!);
  const parts = ofKind(numbersAt(kinds, KIND.parts)).map((both) => partIn(both, grouped.isTrend));
  const clock = ofKind(numbersAt(kinds, KIND.clock)).map(indexesIn(clocks, clockIds));
  const places = grouped.groups * clocks.length;
  const placesOf = (group: Int32Array) =>
    parts.map((part, cell) => {
      const own = group[cell]!;
      return part === 0 || own < 0 || clock[cell]! < 0 ? -1 : own * clocks.length + clock[cell]!;
    });
  const placeOf = placesOf(grouped.group);
  const lengthPlaceOf = grouped.lengthGroup === undefined ? placeOf : placesOf(grouped.lengthGroup);
  const breachPlaceOf = placeOf.map((place, cell) => (isBreachIn(parts[cell]!) ? place : -1));
  const breaches = { placeOf: breachPlaceOf, places };
  return {
    counts: countPlaces(parts, cells.counts, placeOf, lengthPlaceOf, places),
    lengths: { placeOf: lengthPlaceOf.map((place, cell) => (hasLengths(parts[cell]!) ? place : -1)), places },
    breaches,
    byBand: layOutBands(bands, ofKind(numbersAt(kinds, KIND.band)), breaches, cells.counts),
  };
}

/** Of the number of a clock the index in the policy's clocks; -1: not one of them. */
function indexesIn(clocks: readonly Clock[], clockIds: readonly string[]): (code: number) => number {
  const indexes = clockIds.map((id) => clocks.findIndex((clock) => clock.id === id));
  return (code) => indexes[code] ?? -1;
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
      ? { band: name, runs: 0, over: durations(0, 0, []) }
      : { band: name, runs: runsIn(code), over: overByBand(place * names.length + code) };
  });
}
