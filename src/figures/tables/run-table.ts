import type { Period } from '../../domain/time.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { type Contribution, contribution, hasLengths, isBreachIn, isOfStop, outcomeIndex } from '../contribution.ts';
import type { Division } from '../dimension.ts';
import type { Party } from '../party.ts';
import { append, appendAll, type Column, emptyColumn } from './column.ts';
import type { GroupCoder } from './group-codes.ts';
import { nameCoder } from './name-codes.ts';

/**
 * A row for each run of which the figures say something: what it adds, how long it took, and the number of its group in each
 * breakdown. Figures are made of it at the end, by sorting and counting; until then a run costs some thirty bytes and no object.
 * Plain values: they merge by standing one behind the other.
 */
export interface RunTotals {
  readonly clockIds: string[];
  readonly bands: string[];
  readonly clock: Column<'small'>;
  /** To the figures of the period, and to those of the months that the trend shows. */
  readonly part: Column<'byte'>;
  readonly trendPart: Column<'byte'>;
  /** `NaN` without lengths. */
  readonly open: Column<'any'>;
  readonly wall: Column<'any'>;
  /** Of those rows that are breaches, one after the other: number of the band, and how far over; `NaN`: not known. */
  readonly band: Column<'small'>;
  readonly over: Column<'any'>;
  readonly groups: readonly RunGroups[];
}

/** The groups of one breakdown in which runs are; -1: in none. */
export interface RunGroups {
  readonly group: Column<'whole'>;
  /** Where lengths may be counted in another month than outcomes (S27): in which group they are. */
  readonly lengthGroup?: Column<'whole'>;
}

/** A breakdown with the numbers of its groups. */
export interface CodedDivision {
  readonly division: Division;
  readonly coder: GroupCoder;
  /** It is of the months that the trend shows, not of the period. */
  readonly isTrend: boolean;
}

/** Severity of a breach in no band. */
const NO_BAND = '';

export interface RunTable {
  readonly totals: RunTotals;
  add(verdict: Verdict): Contribution;
  /** @param recodes the number here of each group of the other's breakdowns */
  merge(other: RunTotals, recodes: readonly Int32Array[]): void;
}

export function runTable(
  divisions: readonly CodedDivision[],
  { period, trendSpan }: { readonly period: Period | undefined; readonly trendSpan: Period | undefined },
): RunTable {
  const [clocks, bands] = [nameCoder(), nameCoder()];
  bands.codeOf(NO_BAND);
  const totals: RunTotals = {
    clockIds: clocks.names,
    bands: bands.names,
    clock: emptyColumn('small'),
    part: emptyColumn('byte'),
    trendPart: emptyColumn('byte'),
    open: emptyColumn('any'),
    wall: emptyColumn('any'),
    band: emptyColumn('small'),
    over: emptyColumn('any'),
    groups: divisions.map(({ division }) => ({
      group: emptyColumn('whole'),
      ...(isSplit(division) && { lengthGroup: emptyColumn('whole') }),
    })),
  };
  // The months of the trend end where the period ends: what says something of the period says it of them.
  const isOneSpan = period === trendSpan;

  return {
    totals,
    add(verdict) {
      const trendPart = contribution(verdict, trendSpan);
      const part = isOneSpan ? trendPart : contribution(verdict, period);
      if (trendPart === 0) return part;
      append(totals.clock, clocks.codeOf(verdict.run.clock.id));
      append(totals.part, part);
      append(totals.trendPart, trendPart);
      const isLong = hasLengths(trendPart);
      append(totals.open, isLong ? (verdict.elapsed ?? Number.NaN) : Number.NaN);
      append(totals.wall, isLong ? (verdict.wall ?? Number.NaN) : Number.NaN);
      if (isBreachIn(trendPart)) {
        append(totals.band, bands.codeOf(verdict.severity ?? NO_BAND));
        append(totals.over, verdict.over ?? Number.NaN);
      }
      for (let index = 0; index < divisions.length; index++) {
        const into = totals.groups[index];
        const coded = divisions[index];
        if (into !== undefined && coded !== undefined) {
          addGroup(into, coded, verdict, coded.isTrend ? trendPart : part);
        }
      }
      return part;
    },
    merge(other, recodes) {
      const clockCodes = clocks.take(other.clockIds);
      const bandCodes = bands.take(other.bands);
      appendAll(totals.clock, other.clock, (code) => clockCodes[code] ?? 0);
      appendAll(totals.band, other.band, (code) => bandCodes[code] ?? 0);
      for (const name of ['part', 'trendPart', 'open', 'wall', 'over'] as const) appendAll(totals[name], other[name]);
      for (const [index, { group, lengthGroup }] of totals.groups.entries()) {
        const more = other.groups[index];
        const recode = (code: number) => (code < 0 ? code : (recodes[index]?.[code] ?? -1));
        if (more !== undefined) appendAll(group, more.group, recode);
        if (more?.lengthGroup !== undefined && lengthGroup !== undefined) {
          appendAll(lengthGroup, more.lengthGroup, recode);
        }
      }
    },
  };
}

function isSplit({ outer, inner }: Division): boolean {
  return outer.ofLength !== undefined || inner?.ofLength !== undefined;
}

/** Where lengths belong to another group than the outcome, a run stands in both, or where it is not counted only in that one. */
function addGroup(
  { group, lengthGroup }: RunGroups,
  { division: { outer, inner }, coder }: CodedDivision,
  verdict: Verdict,
  part: Contribution,
): void {
  const isSplitHere = lengthGroup !== undefined && isOfStop(part);
  const isCountedHere = part !== 0 && !(isSplitHere && outcomeIndex(part) < 0);
  const code = isCountedHere ? coder.codeOf(outer.ofVerdict(verdict), inner?.ofVerdict(verdict)) : -1;
  append(group, code);
  if (lengthGroup === undefined) return;
  append(
    lengthGroup,
    isSplitHere ? coder.codeOf(lengthParty(outer, verdict), inner && lengthParty(inner, verdict)) : code,
  );
}

function lengthParty({ ofLength, ofVerdict }: Division['outer'], verdict: Verdict): Party {
  return ofLength === undefined ? ofVerdict(verdict) : ofLength(verdict);
}
