import type { Clock } from '../../domain/policy.ts';
import type { Instant, Millis } from '../../domain/time.ts';
import type { CompiledClock } from '../compile.ts';
import type { CompiledPause } from '../pauses.ts';
import type { Version } from '../versions.ts';
import type { Signal, Signals } from './signals.ts';

/** A clock whose runs can be told in numbers, for tickets on which nothing odd happens. */
export interface PlainClock {
  /** Index in the policy's clocks. */
  readonly index: number;
  readonly compiled: CompiledClock;
  readonly start: Signal;
  /** Stops it; `lastResort` where nothing of `stop` has (S19). */
  readonly stop: Signal;
  readonly lastResort: Signal;
  readonly cancel: Signal;
  readonly reset: Signal;
  readonly reopening: Signal;
  readonly rule: 'continue' | 'first' | 'cycle';
  /** Beyond it a reopening is a new promise. */
  readonly grace: Millis;
  readonly pauses: readonly PlainPause[];
  readonly isReplying: boolean;
  readonly isResolution: boolean;
  readonly isNextResponse: boolean;
  /** Lengths allowed, by the index of the target. */
  readonly within: readonly Millis[];
  /** Lists of holidays are asked how far they reach: it has to be known when each run was due. */
  readonly asksHolidays: boolean;
}

export type PlainPause =
  | Extract<CompiledPause, { readonly kind: 'while' }>
  | { readonly kind: 'between'; readonly from: Signal; readonly until: Signal };

/** A policy all of whose clocks are plain. */
export interface PlainPolicy {
  /** In the order of the policy. */
  readonly clocks: readonly PlainClock[];
  /** Runs that start before, or from then on, have something told of them. */
  readonly effective: Instant;
  readonly until: Instant;
}

/**
 * The clocks of the one version of a policy; `undefined` where one of them has anything that only timelines and runs can tell:
 * duties, stays, promises made per ticket, working days, shifts, totals of pauses, exclusions, resets of a broken count, whoever
 * answers by more than the holder's name …
 */
export function plainPolicy(versions: readonly Version[], signals: Signals): PlainPolicy | undefined {
  const [version] = versions;
  if (version === undefined || versions.length > 1) return undefined;
  const { clocks: compiled, circumstances } = version;
  if (circumstances.isThorough) return undefined;
  const clocks: PlainClock[] = [];
  for (const each of compiled.values()) {
    const clock = plainClock(each, clocks.length, signals);
    if (clock === undefined) return undefined;
    clocks.push(clock);
  }
  const { effective = -Infinity, until = Infinity } = circumstances;
  return { clocks, effective, until };
}

function plainClock(compiled: CompiledClock, index: number, signals: Signals): PlainClock | undefined {
  const { clock, targets } = compiled;
  const rule = clock.reopen?.rule ?? 'cycle';
  if (rule === 'reset' || !isPlain(compiled)) return undefined;
  const within = targets.flatMap(({ target }) => (target.within.kind === 'duration' ? [target.within.length] : []));
  const [start, stop, lastResort] = [
    signals.add(compiled.start),
    signals.add(compiled.stop),
    signals.add(compiled.lastResort),
  ];
  const [cancel, reset, reopening] = [
    signals.add(compiled.cancel, true),
    signals.add(compiled.reset),
    signals.add(compiled.reopen),
  ];
  const pauses = plainPauses(compiled.pause, signals);
  if (start === undefined || stop === undefined || lastResort === undefined || pauses === undefined) return undefined;
  if (cancel === undefined || reset === undefined || reopening === undefined) return undefined;
  return {
    ...{ index, compiled, start, stop, lastResort, cancel, reset, reopening, rule, pauses, within },
    grace: clock.reopen?.grace ?? Infinity,
    isReplying: clock.kind === 'response' || clock.kind === 'next_response',
    isResolution: clock.kind === 'resolution',
    isNextResponse: clock.kind === 'next_response',
    asksHolidays: [compiled, ...targets].some(({ openTime }) =>
      openTime.definition.holidays.some(({ kind }) => kind !== 'date'),
    ),
  };
}

/** What blocks ask of each key of a clock, that they may tell its runs: a new key does not compile without. */
const FITS: { readonly [Key in keyof Required<Clock>]: (compiled: CompiledClock) => boolean } = {
  id: any,
  title: any,
  place: any,
  attain: any,
  kind: ({ clock }) => clock.kind !== 'duty',
  start: any,
  during: ({ during }) => during.length === 0,
  stop: any,
  pause: any,
  pauseTotals: ({ pauseTotals }) => pauseTotals.length === 0,
  // Of whom is waited for, no verdict hangs.
  totalsWaitingFor: any,
  maxPause: any,
  cancel: any,
  reset: any,
  reopen: ({ clock }) => clock.reopen?.rule !== 'reset',
  when: any,
  // Where nothing changes by which targets are chosen, no rule of changes is asked.
  change: any,
  fits: any,
  calendar: any,
  isOnShift: ({ shifts }) => shifts === undefined,
  charge: ({ clock: { charge } }) => charge.length === 1 && charge[0]?.kind === 'holder',
  minHolding: ({ clock }) => clock.minHolding === 0,
  severity: any,
  targets: ({ targets }) => targets.every(({ target }) => target.within.kind === 'duration' && !target.isOnShift),
  by: any,
  boundary: any,
  unanswered: any,
  createdByAgent: ({ clock }) => clock.kind !== 'response' || clock.createdByAgent === 'normal',
  stillOpen: ({ clock }) => clock.stillOpen === 'breached',
  // Figures ask for it themselves.
  month: any,
};

function any(): boolean {
  return true;
}

function isPlain(compiled: CompiledClock): boolean {
  const { exclusions, successors, milestones } = compiled;
  return (
    exclusions.length === 0 &&
    successors.length === 0 &&
    milestones.length === 0 &&
    Object.values(FITS).every((fits) => fits(compiled))
  );
}

function plainPauses(pauses: readonly CompiledPause[], signals: Signals): readonly PlainPause[] | undefined {
  const plain: PlainPause[] = [];
  for (const pause of pauses) {
    if (pause.kind === 'while') {
      plain.push(pause);
      continue;
    }
    const [from, until] = [signals.add(pause.from), signals.add(pause.until)];
    if (from === undefined || until === undefined) return undefined;
    plain.push({ kind: 'between', from, until });
  }
  return plain;
}
