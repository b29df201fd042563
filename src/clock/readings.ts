import type { Clock, Policy } from '../domain/policy.ts';
import type { ReadingId } from '../domain/reading.ts';

/** A rule of the policy, read in one way. */
interface Reading {
  /** The question of `docs/decisions.md` that it answers. */
  readonly question: string;
  /**
   * Whether the question arises for a clock: the rule can decide a verdict, and the export could tell. What no export can
   * show would otherwise be told as something that nobody's verdict depends on. The policy is the newest version.
   */
  readonly concerns: (clock: Clock, policy: Policy) => boolean;
  /** How the clock is written. */
  readonly written: (clock: Clock) => string | undefined;
  /** The same clock, read this way. */
  readonly read: (clock: Clock) => Clock;
}

/** Every reading there is, in the order in which reports list them. */
export const readings: Readonly<Record<ReadingId, Reading>> = {
  'boundary: inclusive': boundary('inclusive'),
  'boundary: exclusive': boundary('exclusive'),
  'reopen: continue': reopen('continue'),
  'reopen: first': reopen('first'),
  'reopen: cycle': reopen('cycle'),
  'reopen: reset': reopen('reset'),
  'created_by_agent: normal': createdByAgent('normal'),
  'created_by_agent: met': createdByAgent('met'),
  'created_by_agent: not-applicable': createdByAgent('not-applicable'),
  'unanswered: resolution': unanswered('resolution'),
  'unanswered: none': unanswered('none'),
  'change: at-instant': change('at-instant'),
  'change: at-start': change('at-start'),
  'change: at-stop': change('at-stop'),
  'change: restart': change('restart'),
  'change: retroactive': change('retroactive'),
};

/** Exactly on target is met, or not. An interval of a duty has its end included whatever the policy says. */
function boundary(value: Clock['boundary']): Reading {
  return {
    question: 'S6',
    concerns: ({ kind }) => kind !== 'duty',
    written: (clock) => clock.boundary,
    read: (clock) => ({ ...clock, boundary: value }),
  };
}

function reopen(rule: NonNullable<Clock['reopen']>['rule']): Reading {
  return {
    question: 'S15',
    concerns: (clock) => clock.reopen !== undefined,
    written: (clock) => clock.reopen?.rule,
    read: (clock) => (clock.reopen === undefined ? clock : { ...clock, reopen: { ...clock.reopen, rule } }),
  };
}

/** Who wrote a row must be said by the export, and that they are an agent by it or by the roster. */
function createdByAgent(value: Clock['createdByAgent']): Reading {
  return {
    question: 'S18',
    concerns: ({ kind }, { records: { actor }, people }) =>
      kind === 'response' && actor !== undefined && (actor.role !== undefined || people !== undefined),
    written: (clock) => clock.createdByAgent,
    read: (clock) => ({ ...clock, createdByAgent: value }),
  };
}

function unanswered(value: Clock['unanswered']): Reading {
  return {
    question: 'S19',
    concerns: ({ kind }) => kind === 'response',
    written: (clock) => clock.unanswered,
    read: (clock) => ({ ...clock, unanswered: value }),
  };
}

/**
 * Only where something can change: in form tickets every field holds throughout, and only another version of the policy
 * can bring another target (S32). A duty has one interval for all.
 */
function change(value: Clock['change']): Reading {
  const isConditional = ({ when, targets }: Clock) =>
    when.length > 0 || targets.some((target) => target.when.length > 0 || target.within.kind === 'promised');
  const bringsTargets = ({ version, earlier }: Policy) => version === 'at-breach' && earlier.length > 0;
  return {
    question: 'S21',
    concerns: (clock, policy) =>
      clock.kind !== 'duty' && ((policy.records.form !== 'tickets' && isConditional(clock)) || bringsTargets(policy)),
    written: (clock) => clock.change,
    read: (clock) => ({ ...clock, change: value }),
  };
}

/** A policy read otherwise in one rule. */
export interface Rereading {
  readonly reading: ReadingId;
  readonly question: string;
  /** How the rule is written now where it is read otherwise, each way once. */
  readonly written: readonly string[];
  /** Clocks that are read otherwise, in any version of the policy. */
  readonly clocks: readonly string[];
  /** All versions are read so. */
  readonly policy: Policy;
}

/** Each reading under which a clock of any version is another than it is written, for all of its clocks at once. */
export function rereadingsOf(policy: Policy): Rereading[] {
  const versions = [policy, ...policy.earlier];
  const isOther = (id: ReadingId, clock: Clock) => {
    const { concerns, written, read } = readings[id];
    return concerns(clock, policy) && written(read(clock)) !== written(clock);
  };
  return (Object.keys(readings) as ReadingId[]).flatMap((id) => {
    const { question, written } = readings[id];
    const changed = versions.flatMap((version) => version.clocks.filter((clock) => isOther(id, clock)));
    if (changed.length === 0) return [];
    const reread = (version: Policy): Policy => ({
      ...version,
      clocks: version.clocks.map((clock) => (isOther(id, clock) ? readings[id].read(clock) : clock)),
    });
    return [
      {
        ...{ reading: id, question },
        written: [...new Set(changed.map((clock) => written(clock) ?? ''))],
        clocks: [...new Set(changed.map((clock) => clock.id))],
        policy: { ...reread(policy), earlier: policy.earlier.map(reread) },
      },
    ];
  });
}
