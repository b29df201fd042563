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
  if (!isPlain(compiled) || rule === 'reset') return undefined;
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

function isPlain(compiled: CompiledClock): boolean {
  const { clock, targets } = compiled;
  const hasPlainTargets = targets.every(
    ({ target, promise, shifts }) => target.within.kind === 'duration' && promise < 0 && shifts === undefined,
  );
  return (
    hasPlainTargets &&
    clock.kind !== 'duty' &&
    compiled.during.length === 0 &&
    compiled.pauseTotals.length === 0 &&
    compiled.exclusions.length === 0 &&
    compiled.successors.length === 0 &&
    compiled.milestones.length === 0 &&
    compiled.shifts === undefined &&
    clock.stillOpen === 'breached' &&
    (clock.kind !== 'response' || clock.createdByAgent === 'normal') &&
    isChargedToHolder(compiled)
  );
}

/** Whoever holds the ticket when the time runs out, however short a while. */
function isChargedToHolder({ clock: { charge, minHolding } }: CompiledClock): boolean {
  return minHolding === 0 && charge.length === 1 && charge[0]?.kind === 'holder';
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
