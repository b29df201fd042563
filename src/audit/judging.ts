import { accountFor } from '../clock/account.ts';
import { appended } from '../clock/appended.ts';
import { judgeInBlocks } from '../clock/blocks/judge-in-blocks.ts';
import type { CompiledClock } from '../clock/compile.ts';
import { type Contacts, contactsOf } from '../clock/contacts.ts';
import { openPauseFinding } from '../clock/findings.ts';
import { prove } from '../clock/prove.ts';
import type { Rereading } from '../clock/readings.ts';
import { clocksOfAllVersions, type Hearing, versionsOf } from '../clock/versions.ts';
import type { Code } from '../diagnostics/codes.ts';
import type { TicketAccount } from '../domain/account.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { BLANK } from '../domain/event-log.ts';
import type { Leave } from '../domain/personnel.ts';
import type { Clock } from '../domain/policy.ts';
import type { Proof } from '../domain/proof.ts';
import type { RunBlock } from '../domain/run-block.ts';
import type { Instant, Span } from '../domain/time.ts';
import type { TimeSection } from '../domain/time-figures.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Contrast } from '../figures/sensitivity.ts';
import type { ExcuseDesk } from '../people/excuses.ts';
import { nameLedger, noteHolders } from '../people/name-ledger.ts';
import { absenceNoter } from '../people/off-duty.ts';
import { compileCondition, holdsAt } from '../timeline/condition.ts';
import { contradictionsFound } from '../timeline/findings.ts';
import { reconstructor } from '../timeline/reconstruct.ts';
import { groupRows } from '../timeline/rows-by-ticket.ts';
import { type Opinion, opinionReader } from '../timeline/source-opinion.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { courtroom, type JudgedClock, type Reread } from './courtroom.ts';
import { beginWalk, type WalkTotals } from './walk.ts';

/** One ticket, judged. */
export interface TicketVerdicts {
  readonly ticket: string;
  /** The ticket's first and last instant. */
  readonly createdAt: Instant;
  readonly lastAt: Instant;
  /** Value of each field of the records, in their order, as of the as-of instant; '' when blank. */
  readonly fields: readonly string[];
  /** Each value that the field came to have that the policy calls the rating: when, and the fields as of then. */
  readonly ratings: readonly { readonly at: Instant; readonly fields: readonly string[] }[];
  /** What the source says of its own promises, in the order of `Records.verdicts`; absent where it is not asked. */
  readonly opinions?: readonly Opinion[];
  /** How it came to its end. */
  readonly contacts: Contacts;
  /** In the order of the policy's clocks, then by cycle. */
  readonly verdicts: readonly Verdict[];
  /** Of each rereading, in their order, each clock that it changes. */
  readonly contrasts: readonly Contrast[];
  /** How the time of each went by; only where it was asked for. */
  readonly account?: TicketAccount;
}

/** Judges the tickets of one event log, one by one. */
export interface Judging {
  /**
   * Each ticket of which a row counts, judged by the policy and, what differs, by each rereading of it. Begins the findings
   * and the account of rows anew.
   *
   * @param sections for which of them it is found out where the time of each ticket went and who had a hand in it: that takes longer
   */
  judge(
    ticketCodes: Iterable<number>,
    rereadings?: readonly Pick<Rereading, 'clocks' | 'policy'>[],
    sections?: readonly TimeSection[],
  ): Generator<TicketVerdicts>;
  /**
   * Each ticket likewise, but by the policy as it is written alone: those of which nothing has to be told go to `take` some thousand
   * at a time, without an object for any run; the others are yielded.
   */
  judgeInBlocks(take: (block: RunBlock) => void): Generator<TicketVerdicts>;
  prove(ticketCode: number): Proof;
  /** Of the tickets judged since the last beginning. */
  findings(): Diagnostic<Code>[];
  /** Rows that judging set aside since then, by reason. */
  setAside(): ReadonlyMap<string, number>;
  /** What was found and set aside since then: plain values. */
  totals(): WalkTotals;
  /** Begins anew with what was found and set aside elsewhere, on tickets of other parts. */
  take(parts: readonly WalkTotals[]): void;
}

/** All that tickets are judged by. */
export interface Bench extends Hearing {
  /** First and last stamp of the log; absent when it has none. */
  readonly extent: Span | undefined;
  /** The path of the roster. */
  readonly roster: string | undefined;
  /** Decisions on breaches. */
  readonly excuses: ExcuseDesk;
  readonly leaves: readonly Leave[];
}

export function judging(bench: Bench): Judging {
  const { policy, log, asOf, find, excuses, leaves } = bench;
  const versions = versionsOf(bench);
  const court = courtroom({
    versions,
    clockIds: clocksOfAllVersions(policy).map(({ id }) => id),
    find,
    excuses,
    // The roster's calendars are those of the newest version.
    noteAbsence: absenceNoter({ leaves, find, openTimes: versions.at(-1)?.openTimes ?? new Map() }),
  });
  const include = compileCondition(policy.records.include, log);
  const assignee = log.fields.findIndex(({ field }) => field === 'assignee');
  const rating = log.fields.findIndex(({ field }) => field === policy.consequences.rating);
  const grouped = groupRows(log);
  const reconstruction = reconstructor(log, grouped, asOf);
  const strangers = excuses.strangers(log.tickets);
  const opinionsOn = opinionReader(log, grouped, asOf);
  // A roster or decisions on breaches may have to be asked of any ticket.
  const plainVersions = find === undefined && excuses.isIdle ? versions : NONE;
  let walk = beginWalk(bench, versions);

  /** The ticket's timeline, or nothing where no row of it counts. */
  function reconstruct(ticketCode: number): Timeline | undefined {
    const rows = grouped.offsets[ticketCode + 1]! - grouped.offsets[ticketCode]!;
    if (rows === 0) return undefined;
    const timeline = reconstruction.reconstruct(ticketCode);
    walk.setAside('repeated-row', timeline.repeatedRows);
    walk.setAside('after-as-of', timeline.laterRows);
    walk.passOver(timeline.laterFacts);
    const remaining = rows - timeline.repeatedRows - timeline.laterRows;
    if (timeline.stepCount === 0) walk.setAside('without-event', remaining);
    else if (holdsAt(include, timeline, timeline.stepCount - 1)) return timeline;
    else walk.setAside('not-included', remaining);
    walk.tell(excuses.check(timeline.ticket, [], timeline.laterRows > 0));
    return undefined;
  }

  function judgeClocks(timeline: Timeline): { judged: readonly JudgedClock[]; verdicts: readonly Verdict[] } {
    const { contradictions, sequenceBreaks } = reconstruction;
    walk.tell(contradictionsFound(timeline, contradictions, sequenceBreaks));
    if (find !== undefined) noteHolders(timeline, assignee, find, walk.names);
    const judged = court.judge(timeline, walk);
    const verdicts = allOf(judged);
    walk.tell(excuses.check(timeline.ticket, verdicts, timeline.laterRows > 0));
    return { judged, verdicts };
  }

  /** A rating stands in its month, whatever comes later (S27). In form tickets nobody knows when it was given: with the last that is known of the ticket. */
  function ratingsOf(timeline: Timeline): TicketVerdicts['ratings'] {
    if (rating < 0) return NONE;
    const last = timeline.stepCount - 1;
    const valueAt = (step: number) => (step < 0 ? BLANK : timeline.value(step, rating));
    const steps = log.moment === undefined ? [last] : Array.from({ length: last + 1 }, (_, step) => step);
    return steps
      .filter((step) => valueAt(step) !== BLANK && (steps.length === 1 || valueAt(step) !== valueAt(step - 1)))
      .map((step) => ({ at: timeline.stepAt(step), fields: timeline.textsAt(step) }));
  }

  function report(timeline: Timeline, rereadings: readonly Reread[], sections: readonly TimeSection[]): TicketVerdicts {
    const last = timeline.stepCount - 1;
    const { judged, verdicts } = judgeClocks(timeline);
    const plain: TicketVerdicts = {
      ticket: timeline.ticket,
      createdAt: timeline.stepAt(0),
      lastAt: timeline.stepAt(last),
      fields: timeline.textsAt(last),
      ratings: ratingsOf(timeline),
      contacts: contactsOf(clocksApplying(judged), timeline),
      verdicts,
      contrasts: rereadings.length === 0 ? NONE : court.reread(judged, timeline, rereadings),
    };
    if (opinionsOn === undefined && sections.length === 0) return plain;
    return {
      ...plain,
      ...(opinionsOn !== undefined && { opinions: opinionsOn(timeline.ticketCode) }),
      ...(sections.length > 0 && {
        account: accountFor(timeline, judged, sections, { asOf, ...(find !== undefined && { find }) }),
      }),
    };
  }

  return {
    *judge(ticketCodes, rereadings = [], sections = []) {
      walk = beginWalk(bench, versions);
      const rereads = rereadings.map(
        ({ clocks, policy: other }): Reread => ({
          clocks,
          versions: versionsOf({ ...bench, policy: other }),
          names: nameLedger(bench.roster),
        }),
      );
      for (const code of ticketCodes) {
        const timeline = reconstruct(code);
        if (timeline !== undefined) yield report(timeline, rereads, sections);
      }
    },
    *judgeInBlocks(take) {
      walk = beginWalk(bench, versions);
      const noteDue = (calendar: string, at: Instant) => walk.holidays[0]?.noteDue(calendar, at);
      const noteOpenPause = (clock: Clock, ticket: number, row: number) =>
        walk.tell([openPauseFinding({ clock, ticket: log.tickets.text(ticket), row }, log, asOf)]);
      const plain = { log, grouped, versions: plainVersions, asOf, include, noteDue, noteOpenPause };
      for (const code of judgeInBlocks(plain, take)) {
        const timeline = reconstruct(code);
        if (timeline !== undefined) yield report(timeline, NONE, NONE);
      }
    },
    prove(ticketCode) {
      walk = beginWalk(bench, versions);
      const judged = reconstruct(ticketCode);
      const timeline = judged ?? reconstruction.reconstruct(ticketCode);
      return prove(timeline, judged === undefined ? [] : judgeClocks(judged).judged, {
        isIncluded: judged !== undefined,
        asOf,
        timezone: policy.timezone,
        ...(find !== undefined && { find }),
        versions: versions.map((version) => version.policy),
      });
    },
    findings: () => [...strangers, ...walk.findings()],
    setAside: () => walk.rowsSetAside(),
    totals: () => walk.totals(),
    take(parts) {
      walk = beginWalk(bench, versions);
      for (const part of parts) walk.merge(part);
    },
  };
}

const NONE: readonly never[] = [];

function allOf(judged: readonly JudgedClock[]): readonly Verdict[] {
  let count = 0;
  for (const { verdicts } of judged) count += verdicts.length;
  const all = new Array<Verdict>(count);
  let index = 0;
  for (const { verdicts } of judged) for (const verdict of verdicts) all[index++] = verdict;
  return all;
}

function clocksApplying(judged: readonly JudgedClock[]): readonly CompiledClock[] {
  let clocks: readonly CompiledClock[] = NONE;
  for (const { judgements, verdicts } of judged) if (verdicts.length > 0) clocks = appended(clocks, judgements.clock);
  return clocks;
}
