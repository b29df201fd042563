import { formatDate } from '../calendar/dates.ts';
import { formatLocal } from '../calendar/stamps.ts';
import { zone } from '../calendar/zone.ts';
import type { Code } from '../diagnostics/codes.ts';
import { inTurn, say } from '../diagnostics/say.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { Diagnostic, Sentence } from '../domain/diagnostic.ts';
import type { Dictionary } from '../domain/event-log.ts';
import type { Excuse } from '../domain/excuse.ts';
import type { Clock } from '../domain/policy.ts';
import type { Instant, Millis } from '../domain/time.ts';
import type { Outcome, Verdict } from '../domain/verdict.ts';

/** By what decisions are held against breaches. */
export interface ExcuseRules {
  /** Of all versions of the policy. */
  readonly clocks: readonly Clock[];
  /** Wall time after a breach was decided within which a decision on it has effect, this length included. */
  readonly within: Millis | undefined;
  /** IANA name. */
  readonly timezone: string;
  /** As of when breaches are judged: a decision made later may be on one that comes later. */
  readonly asOf: Instant;
}

/** Where decisions on breaches are applied (D13). */
export interface ExcuseDesk {
  /** There are no decisions at all. */
  readonly isIdle: boolean;
  /**
   * A breach that somebody set aside, as `excused`; one whose appeal was rejected stays, with the decision on it. All
   * that was found stays on record. Any other verdict is given back as it is.
   */
  settle(verdict: Verdict): Verdict;
  /**
   * What of the decisions on a ticket fits none of its verdicts, came too late or twice.
   *
   * @param verdicts all of its own, settled
   * @param goesOn there are rows of it after the as-of instant
   */
  check(ticket: string, verdicts: readonly Verdict[], goesOn: boolean): readonly Diagnostic<Code>[];
  /** Decisions on tickets that are not there. */
  strangers(tickets: Dictionary): Diagnostic<Code>[];
}

/** An outcome in a sentence. */
const OUTCOME: Readonly<Record<Outcome, Sentence>> = {
  met: say`met`,
  breached: say`breached`,
  running: say`running`,
  paused: say`paused`,
  cancelled: say`cancelled`,
  undecided: say`undecided`,
  excused: say`excused`,
  'no-target': say`no-target`,
};

const DECISION: Readonly<Record<Excuse['decision'], Sentence>> = {
  excused: say`excused`,
  upheld: say`upheld`,
  rejected: say`rejected`,
};

/** Looking for what was meant takes as long as the export is: a file over a year beside a month's export has thousands. */
const MOST_SUGGESTIONS = 20;

const NONE: readonly never[] = [];

export function excuseDesk(excuses: readonly Excuse[], rules: ExcuseRules): ExcuseDesk {
  const { within = Infinity } = rules;
  const there = zone(rules.timezone);
  if (there === undefined) throw new Error(`no time zone ${rules.timezone}`);
  const local = (at: Instant) => formatLocal(at, there);
  const ids = clockIds(rules.clocks);
  const byTicket = Map.groupBy(
    excuses.map((excuse) => ({ ...excuse, clock: ids.get(excuse.clock) ?? excuse.clock })),
    ({ ticket }) => ticket,
  );
  const isLate = ({ at }: Excuse, { decidedAt }: Verdict) => decidedAt !== undefined && at - decidedAt > within;
  /** In the order of their instants; of one instant by what they say, never by their line. */
  const decisionsOn = (verdict: Verdict) =>
    (byTicket.get(verdict.ticket) ?? [])
      .filter((excuse) => isAbout(excuse, verdict) && !isLate(excuse, verdict))
      .toSorted((a, b) => a.at - b.at || byText(contentOf(a), contentOf(b)) || lineOf(a) - lineOf(b));

  return {
    isIdle: byTicket.size === 0,
    settle(verdict) {
      if (verdict.outcome !== 'breached' || byTicket.size === 0) return verdict;
      const excuse = deciding(decisionsOn(verdict));
      if (excuse === undefined) return verdict;
      if (!setsAside(excuse)) return { ...verdict, excuse };
      const reason = `excused: by ${excuse.by}, ${formatDate(there.local(excuse.at).date)}, ${excuse.reason}`;
      return { ...verdict, outcome: 'excused', excuse, reason };
    },

    check(ticket, verdicts, goesOn) {
      if (byTicket.size === 0) return NONE;
      const decisions = byTicket.get(ticket);
      if (decisions === undefined) return [];
      const breaches = verdicts.filter(isBreach);
      const unfit = decisions.flatMap((excuse): Diagnostic<Code>[] => {
        const about = breaches.filter((verdict) => isAbout(excuse, verdict));
        if (about.length === 0)
          return mayBeAhead(excuse, verdicts, goesOn) ? [] : [unknown(excuse, verdicts, rules.clocks)];
        return about.filter((verdict) => isLate(excuse, verdict)).map((verdict) => late(excuse, verdict));
      });
      return onceEach([...unfit, ...breaches.flatMap((verdict) => again(decisionsOn(verdict), verdict))]);
    },

    strangers(tickets) {
      const strange = [...byTicket].filter(([ticket]) => tickets.code(ticket) === undefined);
      const isFew = strange.length > 0 && strange.length <= MOST_SUGGESTIONS;
      const known = isFew ? Array.from({ length: tickets.size }, (_, code) => tickets.text(code)).sort() : [];
      return strange.flatMap(([ticket, decisions]) => {
        const meant = suggest(ticket, known);
        return decisions.map((excuse) =>
          finding('excuse-unknown', excuse, say`no ticket "${ticket}" is in the export`, didYouMean(meant)),
        );
      });
    },
  };

  /** Whether it may be on a breach that was not there yet at the as-of instant. */
  function mayBeAhead(excuse: Excuse, verdicts: readonly Verdict[], goesOn: boolean): boolean {
    if (excuse.at <= rules.asOf || rules.clocks.every(({ id }) => id !== excuse.clock)) return false;
    return goesOn || verdicts.some((verdict) => isAbout(excuse, verdict) && isGoing(verdict));
  }

  function late(excuse: Excuse, verdict: Verdict): Diagnostic<Code> {
    const decidedAt = verdict.decidedAt ?? excuse.at;
    const message = say`the decision of ${local(excuse.at)} on ${called(verdict)} came too late: until ${local(decidedAt + within)}`;
    return finding('excuse-late', excuse, message, say`The time ran out at ${local(decidedAt)}.`);
  }
}

/** By id or, where only one clock bears it, by title: who decides knows the clock by the name that reports give it. */
function clockIds(clocks: readonly Clock[]): Map<string, string> {
  const titles = clocks.flatMap(({ id, title }) =>
    [...new Set(Object.values(title))].map((text) => [text, id] as const),
  );
  const sole = titles.filter(([text, id]) => titles.every(([other, owner]) => other !== text || owner === id));
  return new Map([...sole, ...clocks.map(({ id }) => [id, id] as const)]);
}

function isAbout({ clock, cycle }: Excuse, { run }: Verdict): boolean {
  return clock === run.clock.id && (cycle === undefined || cycle === run.cycle);
}

function isBreach({ outcome }: Verdict): boolean {
  return outcome === 'breached' || outcome === 'excused';
}

function isGoing({ outcome }: Verdict): boolean {
  return outcome === 'running' || outcome === 'paused';
}

function setsAside({ decision }: Excuse): boolean {
  return decision !== 'rejected';
}

/**
 * The latest decision counts: an appeal is upheld after it was rejected. Where those of one instant contradict each
 * other neither has effect, and the one before them counts.
 */
function deciding(decisions: readonly Excuse[]): Excuse | undefined {
  const last = decisions.at(-1);
  if (last === undefined) return undefined;
  const [first, ...others] = decisions.filter(({ at }) => at === last.at);
  const agree = first !== undefined && others.every((other) => setsAside(other) === setsAside(first));
  return agree ? first : deciding(decisions.filter(({ at }) => at < last.at));
}

/** Of the decisions on one breach, those that say once more what the one before said, or were made at its instant. */
function again(decisions: readonly Excuse[], verdict: Verdict): Diagnostic<Code>[] {
  return decisions.flatMap((excuse, index) => {
    const before = decisions[index - 1];
    if (before === undefined) return [];
    const isSame = setsAside(before) === setsAside(excuse);
    if (!isSame && before.at !== excuse.at) return [];
    // Told at the later line, whatever the order of the decisions.
    const [first, second] = lineOf(before) < lineOf(excuse) ? [before, excuse] : [excuse, before];
    const message = isSame
      ? say`a second decision on ${called(verdict)}: ${DECISION[second.decision]}, after ${DECISION[first.decision]} in line ${first.place.line ?? 0}`
      : say`two decisions on ${called(verdict)} are of one instant: ${DECISION[second.decision]}, and ${DECISION[first.decision]} in line ${first.place.line ?? 0}`;
    const hint = isSame ? say`Keep one of them.` : say`Neither has effect. Add the time of day, or take one out.`;
    return [finding('excuse-twice', second, message, hint)];
  });
}

/** A decision without a breach: why there is none. */
function unknown(excuse: Excuse, verdicts: readonly Verdict[], clocks: readonly Clock[]): Diagnostic<Code> {
  const { ticket, clock, cycle } = excuse;
  if (clocks.every(({ id }) => id !== clock)) {
    const names = clocks.map(({ id }) => id);
    const titles = clocks.flatMap(({ title }) => Object.values(title));
    const hint = inTurn(say`Clocks: ${names}.`, didYouMean(suggest(clock, [...names, ...titles])));
    return finding('excuse-unknown', excuse, say`the policy defines no clock "${clock}"`, hint);
  }
  const runs = verdicts.filter(({ run }) => run.clock.id === clock);
  const meant = runs.filter(({ run }) => cycle === undefined || run.cycle === cycle);
  if (runs.length === 0) {
    const others = [...new Set(verdicts.map(({ run }) => run.clock.id))];
    const hint = others.length === 0 ? say`Nothing of the ticket is judged.` : say`Judged of it: ${others}.`;
    return finding('excuse-unknown', excuse, say`"${clock}" was not judged on ticket "${ticket}"`, hint);
  }
  if (meant.length === 0) {
    const cycles = runs.map(({ run }) => run.cycle);
    const message = say`${clock} of ticket "${ticket}" has no cycle ${cycle ?? 0}`;
    return finding('excuse-unknown', excuse, message, say`Cycles: ${cycles}.`);
  }
  const [sole] = meant;
  const outcomes = [...new Set(meant.map(({ outcome }) => OUTCOME[outcome]))];
  const what = meant.length === 1 && sole !== undefined ? called(sole) : say`${clock} of ticket "${ticket}"`;
  return finding('excuse-unknown', excuse, say`${what} is no breach: ${outcomes}`);
}

function called({ ticket, run }: Verdict): Sentence {
  return say`${run.clock.id} of ticket "${ticket}", cycle ${run.cycle}`;
}

function finding(
  code: 'excuse-unknown' | 'excuse-late' | 'excuse-twice',
  { place, ticket }: Excuse,
  message: Sentence,
  more?: Sentence,
): Diagnostic<Code> {
  const hint = inTurn(code === 'excuse-twice' ? undefined : say`The decision has no effect.`, more);
  return { code, place, ticket, message, hint };
}

function didYouMean(meant: string | undefined): Sentence | undefined {
  return meant === undefined ? undefined : say`Did you mean "${meant}"?`;
}

/** Two decisions on all cycles are told once, not for each cycle. */
function onceEach(findings: readonly Diagnostic<Code>[]): Diagnostic<Code>[] {
  const seen = new Map<string, Diagnostic<Code>>();
  for (const each of findings) {
    const key = `${each.code} ${each.place?.line}`;
    if (!seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}

function lineOf({ place }: Excuse): number {
  return place.line ?? 0;
}

function contentOf({ decision, by, reason, evidence }: Excuse): string {
  return [decision, by, reason, evidence].join('\n');
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
