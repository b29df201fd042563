import type { Clock } from '../../domain/policy.ts';
import type { RunBlock } from '../../domain/run-block.ts';
import type { Period } from '../../domain/time.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { contributionIn } from '../blocks/counted-in.ts';
import { type Contribution, contribution, isBreachIn } from '../contribution.ts';
import { nameCoder } from './name-codes.ts';
import { numbersAt, type TupleCounts, taken, tupleCounter } from './tuple-counts.ts';

/** Kinds of runs: those of one are alike in clock, in band and in what they add. There are some dozens. Plain values. */
export interface KindTotals {
  readonly clockIds: string[];
  readonly bands: string[];
  /** Of the numbers that `KIND` says. */
  readonly kinds: TupleCounts;
}

/** Where in the tuple of a kind stand: the number of its clock, what it adds, the number of its band. */
export const KIND = { clock: 0, parts: 1, band: 2 } as const;

/** Severity of a breach in no band, and of what is no breach. */
export const NO_BAND = '';

/** What a run adds to the figures of the period and to those of the months that the trend shows, in one number. */
function partsOf(part: Contribution, trendPart: Contribution): number {
  return part | (trendPart << PART_BITS);
}
const PART_BITS = 8;
const PARTS = 1 << PART_BITS;

export function partIn(parts: number, isTrend: boolean): Contribution {
  return isTrend ? parts >> PART_BITS : parts & (PARTS - 1);
}

/** Of what spans of time runs are told. */
export interface Spans {
  readonly period: Period | undefined;
  readonly trendSpan: Period | undefined;
}

/** Runs by the number of their kind, -1: they add nothing; and of each kind what they add. */
export interface KindsOfRuns {
  readonly codes: Int32Array;
  readonly parts: Int32Array;
}

export function runKinds({ period, trendSpan }: Spans) {
  const [clocks, bands] = [nameCoder(), nameCoder()];
  const noBand = bands.codeOf(NO_BAND);
  const kinds = tupleCounter(3);
  const totals: KindTotals = { clockIds: clocks.names, bands: bands.names, kinds: kinds.totals };
  // The months of the trend end where the period ends: what says something of the period says it of them.
  const isOneSpan = period === trendSpan;
  const tuple = new Int32Array(3);
  // Filled again for each block.
  let codes = new Int32Array(0);
  let known: KnownKinds | undefined;

  function codeOf(clock: number, part: Contribution, trendPart: Contribution, band: number): number {
    tuple[KIND.clock] = clock;
    tuple[KIND.parts] = partsOf(part, trendPart);
    tuple[KIND.band] = band;
    return kinds.add(tuple);
  }

  function find({ id, severity }: Clock, part: Contribution, trendPart: Contribution, band: number): number {
    const name = isBreachIn(trendPart) ? severity[band]?.name : undefined;
    return codeOf(clocks.codeOf(id), part, trendPart, name === undefined ? noBand : bands.codeOf(name));
  }

  return {
    totals,
    /** Of one run what it adds to the period and to the trend, and its kind; -1: it adds nothing. */
    ofVerdict(verdict: Verdict): {
      readonly part: Contribution;
      readonly trendPart: Contribution;
      readonly kind: number;
    } {
      const trendPart = contribution(verdict, trendSpan);
      const part = isOneSpan ? trendPart : contribution(verdict, period);
      if (trendPart === 0) return { part, trendPart, kind: -1 };
      const band = isBreachIn(trendPart) ? bands.codeOf(verdict.severity ?? NO_BAND) : noBand;
      return { part, trendPart, kind: codeOf(clocks.codeOf(verdict.run.clock.id), part, trendPart, band) };
    },
    /** @param parts is filled with what each run adds to the figures of the period */
    ofBlock(block: RunBlock, clocksOfBlock: readonly Clock[], parts: Uint8Array): KindsOfRuns {
      if (codes.length < block.runs) codes = new Int32Array(block.runs);
      const own = codes;
      if (known?.clocks !== clocksOfBlock) known = knownKinds(clocksOfBlock, find);
      const { kindOf } = known;
      for (let run = 0; run < block.runs; run++) {
        const clock = clocksOfBlock[block.clock[run]!]!;
        const trendPart = contributionIn(block, run, clock, trendSpan);
        const part = isOneSpan ? trendPart : contributionIn(block, run, clock, period);
        parts[run] = part;
        own[run] = trendPart === 0 ? -1 : kindOf(block.clock[run]!, part, trendPart, block.band[run]!);
      }
      return { codes: own, parts: numbersAt(totals.kinds, KIND.parts) };
    },
    /** The number here of each kind of another. */
    take(other: KindTotals): Int32Array {
      const [clockCodes, bandCodes] = [clocks.take(other.clockIds), bands.take(other.bands)];
      return taken(kinds, other.kinds, (own) => {
        own[KIND.clock] = clockCodes[own[KIND.clock]!] ?? 0;
        own[KIND.band] = bandCodes[own[KIND.band]!] ?? noBand;
      });
    },
  };
}

type KindOf<Of> = (clock: Of, part: Contribution, trendPart: Contribution, band: number) => number;

interface KnownKinds {
  readonly clocks: readonly Clock[];
  /** By the index of the clock and of its band. */
  readonly kindOf: KindOf<number>;
}

/** Finds the kinds of runs in blocks by index: nearly all add the same to the period and to the trend, or to the trend alone. */
function knownKinds(clocks: readonly Clock[], find: KindOf<Clock>): KnownKinds {
  const bands = 1 + clocks.reduce((most, { severity }) => Math.max(most, severity.length), 0);
  const known = new Int32Array(clocks.length * PARTS * bands * 2);
  return {
    clocks,
    kindOf(clock, part, trendPart, band) {
      const own = clocks[clock]!;
      if (part !== trendPart && part !== 0) return find(own, part, trendPart, band);
      const place = ((clock * PARTS + trendPart) * bands + band + 1) * 2 + (part === 0 ? 1 : 0);
      const code = known[place]! - 1;
      if (code >= 0) return code;
      const found = find(own, part, trendPart, band);
      known[place] = found + 1;
      return found;
    },
  };
}
