import { accountFor } from './clock/account.ts';
import { openTimeFor } from './clock/compile.ts';
import { type Contacts, contactsOf } from './clock/contacts.ts';
import { type Judgements, judgeTicket } from './clock/judge-ticket.ts';
import { asOfStay } from './clock/measure-reading.ts';
import { prove } from './clock/prove.ts';
import type { Rereading } from './clock/readings.ts';
import { type HolidayWatch, watchHolidays } from './clock/unknown-holidays.ts';
import { clocksOfAllVersions, type Hearing, type Version, versionsOf } from './clock/versions.ts';
import type { Code } from './diagnostics/codes.ts';
import { type FindingList, findingList } from './diagnostics/finding-list.ts';
import { english, say } from './diagnostics/say.ts';
import type { TicketAccount } from './domain/account.ts';
import type { Diagnostic } from './domain/diagnostic.ts';
import { BLANK } from './domain/event-log.ts';
import type { Leave } from './domain/personnel.ts';
import type { Proof } from './domain/proof.ts';
import type { Instant, Span } from './domain/time.ts';
import type { TimeSection } from './domain/time-figures.ts';
import type { Verdict } from './domain/verdict.ts';
import type { Contrast } from './figures/sensitivity.ts';
import { chargeFor } from './people/charge.ts';
import type { ExcuseDesk } from './people/excuses.ts';
import { type NameLedger, nameLedger, noteHolders } from './people/name-ledger.ts';
import { absenceNoter } from './people/off-duty.ts';
import { compileCondition, holdsAt } from './timeline/condition.ts';
import { contradictionsFound } from './timeline/findings.ts';
import { reconstructor } from './timeline/reconstruct.ts';
import { groupRows } from './timeline/rows-by-ticket.ts';
import { type Opinion, opinionReader } from './timeline/source-opinion.ts';
import type { Timeline } from './timeline/timeline.ts';

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
  prove(ticketCode: number): Proof;
  /** Of the tickets judged since the last beginning. */
  findings(): Diagnostic<Code>[];
  /** Rows that judging set aside since then, by reason. */
  setAside(): ReadonlyMap<string, number>;
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

/** One clock under one version of the policy on one ticket. */
interface JudgedClock {
  readonly judgements: Judgements;
  readonly verdicts: readonly Verdict[];
  /** Index of the version. */
  readonly version: number;
}

/** A rereading of the policy, made ready for the log. */
interface Reread extends Pick<Rereading, 'clocks'> {
  readonly versions: readonly Version[];
  /** Nobody reads it. */
  readonly names: NameLedger;
}

/** What one walk over tickets gathers beside their verdicts. */
interface Walk {
  readonly findings: FindingList;
  readonly setAside: Map<string, number>;
  readonly names: NameLedger;
  readonly holidays: HolidayWatch[];
  laterFacts: number;
}

export function judging(bench: Bench): Judging {
  const { policy, log, asOf, find, excuses, leaves } = bench;
  const versions = versionsOf(bench);
  // The roster's calendars are those of the newest version.
  const noteAbsence = absenceNoter({ leaves, find, openTimes: versions.at(-1)?.openTimes ?? new Map() });
  const clockIds = clocksOfAllVersions(policy).map(({ id }) => id);
  const include = compileCondition(policy.records.include, log);
  const assignee = log.fields.findIndex(({ field }) => field === 'assignee');
  const rating = log.fields.findIndex(({ field }) => field === policy.consequences.rating);
  const grouped = groupRows(log);
  const reconstruction = reconstructor(log, grouped, asOf);
  const strangers = excuses.strangers(log.tickets);
  const opinionsOn = opinionReader(log, grouped, asOf);
  let walk = beginWalk(bench, versions);

  /** The ticket's timeline, or nothing where no row of it counts. */
  function reconstruct(ticketCode: number): Timeline | undefined {
    const timeline = reconstruction.reconstruct(ticketCode);
    const rows = grouped.offsets[ticketCode + 1]! - grouped.offsets[ticketCode]!;
    const setAside = (reason: string, count: number) => addRows(walk.setAside, reason, count);
    setAside('repeated-row', timeline.repeatedRows);
    setAside('after-as-of', timeline.laterRows);
    walk.laterFacts += timeline.laterFacts;
    const remaining = rows - timeline.repeatedRows - timeline.laterRows;
    if (timeline.stepCount === 0) setAside('without-event', remaining);
    else if (holdsAt(include, timeline, timeline.stepCount - 1)) return timeline;
    else setAside('not-included', remaining);
    tell(excuses.check(timeline.ticket, []));
    return undefined;
  }

  /** All verdicts on a ticket: each clock's under the version in force when the run started. */
  function judgeClocks(timeline: Timeline): JudgedClock[] {
    const { contradictions, sequenceBreaks } = reconstruction;
    tell(contradictionsFound(timeline, contradictions, sequenceBreaks));
    if (find !== undefined) noteHolders(timeline, assignee, find, walk.names);
    const judged = clockIds.flatMap((id) => {
      let written: number | undefined;
      return versions.flatMap((version, index) => {
        const clock = version.clocks.get(id);
        if (clock === undefined) return [];
        const judgements = judgeTicket(clock, timeline, version.circumstances, written);
        written = (written ?? 0) + judgements.judgements.length;
        const verdicts = charge(judgements, timeline);
        tell(judgements.findings);
        walk.holidays[index]?.note(verdicts);
        return [{ judgements, verdicts, version: index }];
      });
    });
    tell(
      excuses.check(
        timeline.ticket,
        judged.flatMap(({ verdicts }) => verdicts),
      ),
    );
    return judged;
  }

  /** One by one: a ticket may have more than fit on the stack. */
  function tell(found: readonly Diagnostic<Code>[]): void {
    for (const finding of found) walk.findings.add(finding);
  }

  /** Says who answers for each breach. */
  function charge({ clock, judgements }: Judgements, timeline: Timeline, ledger = walk.names): Verdict[] {
    return judgements.map((judgement) => {
      const { run, dueAt } = judgement;
      if (judgement.outcome !== 'breached' || dueAt === undefined) return excuses.settle(judgement);
      const charging = {
        assignee: clock.assignee,
        openTime: openTimeFor(clock, judgement.target),
        roster: find && { find, ledger },
      };
      const charged = noteAbsence(chargeFor(run, timeline, asOfStay(run, dueAt), charging), dueAt);
      return excuses.settle({ ...judgement, charged });
    });
  }

  /** The same clocks read otherwise. Of that nothing is a finding: it is not what the policy says. */
  function reread(judged: readonly JudgedClock[], timeline: Timeline, rereadings: readonly Reread[]): Contrast[] {
    return rereadings.flatMap(({ clocks, versions: others, names }, reading) => {
      const written = new Map<string, number>();
      return judged.flatMap(({ judgements, verdicts, version }) => {
        const { id } = judgements.clock.clock;
        const other = others[version];
        const clock = other?.clocks.get(id);
        if (other === undefined || clock === undefined || !clocks.includes(id)) return [];
        const otherwise = judgeTicket(clock, timeline, other.circumstances, written.get(id));
        written.set(id, (written.get(id) ?? 0) + otherwise.judgements.length);
        return [{ reading, written: verdicts, reread: charge(otherwise, timeline, names) }];
      });
    });
  }

  /** A rating stands in its month, whatever comes later (S27). In form tickets nobody knows when it was given: with the last that is known of the ticket. */
  function ratingsOf(timeline: Timeline): TicketVerdicts['ratings'] {
    if (rating < 0) return [];
    const last = timeline.stepCount - 1;
    const valueAt = (step: number) => (step < 0 ? BLANK : timeline.value(step, rating));
    const steps = log.moment === undefined ? [last] : Array.from({ length: last + 1 }, (_, step) => step);
    return steps
      .filter((step) => valueAt(step) !== BLANK && (steps.length === 1 || valueAt(step) !== valueAt(step - 1)))
      .map((step) => ({ at: timeline.stepAt(step), fields: timeline.textsAt(step) }));
  }

  function report(timeline: Timeline, rereadings: readonly Reread[], sections: readonly TimeSection[]): TicketVerdicts {
    const last = timeline.stepCount - 1;
    const judged = judgeClocks(timeline);
    return {
      ticket: timeline.ticket,
      createdAt: timeline.stepAt(0),
      lastAt: timeline.stepAt(last),
      fields: timeline.textsAt(last),
      ratings: ratingsOf(timeline),
      contacts: contactsOf(
        judged.filter(({ verdicts }) => verdicts.length > 0).map(({ judgements }) => judgements.clock),
        timeline,
      ),
      ...(opinionsOn !== undefined && { opinions: opinionsOn(timeline.ticketCode) }),
      verdicts: judged.flatMap(({ verdicts }) => verdicts),
      contrasts: reread(judged, timeline, rereadings),
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
    prove(ticketCode) {
      walk = beginWalk(bench, versions);
      const judged = reconstruct(ticketCode);
      const timeline = judged ?? reconstruction.reconstruct(ticketCode);
      return prove(timeline, judged === undefined ? [] : judgeClocks(judged), {
        isIncluded: judged !== undefined,
        asOf,
        timezone: policy.timezone,
        ...(find !== undefined && { find }),
        versions: versions.map((version) => version.policy),
      });
    },
    findings: () => [
      ...strangers,
      ...walk.findings.list(),
      ...walk.names.findings(),
      ...onceEach(walk.holidays.flatMap((watch) => watch.findings())),
      ...(walk.laterFacts === 0 ? [] : [asOfCut(walk.laterFacts, asOf)]),
    ],
    setAside: () => walk.setAside,
  };
}

function beginWalk({ extent, asOf, roster }: Bench, versions: readonly Version[]): Walk {
  const span = { start: extent?.start ?? asOf, end: asOf };
  return {
    findings: findingList(),
    setAside: new Map(),
    names: nameLedger(roster),
    holidays: versions.map(({ policy, clocks, circumstances: { inForce } }) =>
      watchHolidays(extent === undefined ? [] : [...clocks.values()], policy.file, {
        start: Math.max(span.start, inForce.start),
        end: Math.min(span.end, inForce.end),
      }),
    ),
    laterFacts: 0,
  };
}

function asOfCut(facts: number, asOf: Instant): Diagnostic<Code> {
  return {
    code: 'as-of-cut',
    message:
      facts === 1
        ? say`one event lies after the as-of instant ${{ at: asOf }} and had not happened by then`
        : say`${facts} events lie after the as-of instant ${{ at: asOf }} and had not happened by then`,
    hint: say`A later --as-of or period takes them in.`,
  };
}

function addRows(counts: Map<string, number>, reason: string, rows: number): void {
  if (rows > 0) counts.set(reason, (counts.get(reason) ?? 0) + rows);
}

/** Two versions may lack the same year. */
function onceEach(findings: readonly Diagnostic<Code>[]): Diagnostic<Code>[] {
  return [...new Map(findings.map((finding) => [english(finding.message), finding])).values()];
}
