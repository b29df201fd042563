import { DAY } from '../calendar/dates.ts';
import { type HolidayText, ownHolidayTexts } from '../calendar/holidays/holiday-text.ts';
import type { HolidayTables } from '../calendar/holidays/holidays.ts';
import { loadHolidays } from '../calendar/holidays/load-holidays.ts';
import { formatInstant } from '../calendar/stamps.ts';
import { clocksOfAllVersions } from '../clock/versions.ts';
import type { Code } from '../diagnostics/codes.ts';
import { say } from '../diagnostics/say.ts';
import { suggest } from '../diagnostics/suggest.ts';
import type { CalendarDefinition } from '../domain/calendar.ts';
import type { Consequence } from '../domain/consequence.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { DueList } from '../domain/due-list.ts';
import type { EventLog, Tally } from '../domain/event-log.ts';
import type { FindPerson, Person } from '../domain/person.ts';
import type { Condition, FileOptions, Language, Policy } from '../domain/policy.ts';
import type { Hiding, PrivacyWords } from '../domain/privacy.ts';
import type { Proof } from '../domain/proof.ts';
import type { HidingTold, Provenance } from '../domain/provenance.ts';
import type { Breakdown, Report } from '../domain/report.ts';
import type { Share } from '../domain/share.ts';
import type { Instant, Period, Span } from '../domain/time.ts';
import { type Crowd, crowdedBreakdowns } from '../figures/crowds.ts';
import { ticketsToProve } from '../figures/details.ts';
import { type DueOptions, dueList } from '../figures/due-list.ts';
import { byCodeUnits } from '../figures/order.ts';
import { accountFor, faultyRows } from '../figures/row-account.ts';
import { excuseDesk } from '../people/excuses.ts';
import { personFinder } from '../people/roster.ts';
import { passes } from '../timeline/condition.ts';
import { unseen } from '../timeline/unseen.ts';
import type { CompanionSources, Companions } from './companions.ts';
import { following, type Ground, hasConsequences, uncovered, withConsequences } from './consequences.ts';
import type { Exhibits } from './exhibits.ts';
import { type NoteNeeds, notesOf } from './exhibits.ts';
import { type Judging, judging, type TicketVerdicts } from './judging.ts';
import { type AuditedPart, keptProof, keptProofs } from './parts.ts';
import { type Reporting, type ReportParts, reporting } from './reporting.ts';

/** The files that the policy names beside the exports, and which time. */
export interface AuditOptions extends CompanionSources {
  /** Default: the end of the period, else the latest stamp in the data. Never the clock on the wall. */
  readonly asOf?: Instant;
  readonly period?: Period;
  /** The calendar files, read; must be there where the policy names any. */
  readonly holidays?: Reading<HolidayTables, Code>;
  /** How the files are written, above what the policy says of it. */
  readonly file?: FileOptions;
  /** What was found out before the files were read. */
  readonly notes?: readonly Diagnostic<Code>[];
  /** Only these tickets are judged, to be merged with the others; absent: all. */
  readonly share?: Share;
  /** Nobody is named in anything that comes out of it (E2); absent: everybody is. */
  readonly privacy?: { readonly hiding: Hiding; readonly words: PrivacyWords };
}

/** What is to be in a report beside the figures, and how it is told. */
export interface ReportOptions extends ReportParts {
  readonly language?: Language;
  readonly provenance?: Provenance;
}

/** An export held against a policy. */
export interface Audit {
  readonly policy: Policy;
  readonly asOf: Instant;
  readonly period: Period | undefined;
  /** The lines of the roster; none without one. */
  readonly people: readonly Person[];
  /** Rows in, and those of them that cannot be used for a fault of their own. */
  readonly rows: { readonly read: number; readonly faulty: number };
  /** Those of the breakdowns, or of the usual ones, that have more groups than `most`. */
  crowded(by: readonly Breakdown[] | undefined, most: number): readonly Crowd[];
  /** All findings of reading, and those of the tickets judged so far: complete once `verdicts` was walked to its end. */
  findings(): readonly Diagnostic<Code>[];
  /** By ticket id, in code units. Can be walked more than once. */
  verdicts(): Iterable<TicketVerdicts>;
  report(options: ReportOptions): Report;
  /** All that goes into a report of these exports, to be merged with that of others. */
  part(wanted: ReportParts): AuditedPart;
  /** What follows from the verdicts, in time order: of the whole data up to the as-of instant, whatever the period. */
  consequences(): readonly Consequence[];
  /** What is open and has a time to keep. */
  due(options: Pick<DueOptions, 'within' | 'by'>): DueList;
  /** What of the tool's own holiday data the calendars use: of each country the days of the years that the data lies in. */
  holidayData(): readonly HolidayText[];
  /** How each file, member of an archive or sheet is written, as far as it is told. */
  readonly tallies: readonly Tally[];
  /** What the policy waits for and the export never has. */
  lint(): readonly Diagnostic<Code>[];
  /** `undefined` when no row is about this ticket. */
  prove(ticket: string): Proof | undefined;
  /** Where a row of the event log stands, `tickets.csv:14`; of an interval of a duty no row tells. */
  placeOf(row: number): string | undefined;
  /** A ticket that may have been meant. */
  suggestTicket(ticket: string): string | undefined;
  /** Of a share: what it judges of the tickets of which several shares have rows. */
  readonly common?: Audit;
  /** Where people are hidden: the same audit with everybody named, and how somebody is called where they are not. */
  readonly hidden?: {
    readonly open: Audit;
    readonly nameOf: (person: string) => string;
    /** An argument of the command that may be somebody's name. */
    readonly argument: (word: string) => string;
    readonly told: HidingTold;
  };
}

/** The policy with the clocks of all its versions, and files written as is said for this time. */
export function policyOf(agreement: Policy, options: Pick<AuditOptions, 'file'>): Policy {
  const file = { ...agreement.records.file, ...options.file };
  return { ...agreement, records: { ...agreement.records, file }, clocks: clocksOfAllVersions(agreement) };
}

/** All that tickets are judged and told by. */
export interface Hearing {
  readonly agreement: Policy;
  /** With the clocks of all its versions. */
  readonly policy: Policy;
  readonly exhibits: Exhibits;
  readonly companions: Companions;
  readonly options: AuditOptions;
  readonly asOf: Instant;
  readonly find: FindPerson | undefined;
  readonly calendars: readonly CalendarDefinition[];
  readonly holidays: HolidayTables;
  readonly court: Judging;
}

/** Makes ready all by which the tickets of exports, or of parts of them, are judged and told. */
export async function hear(
  agreement: Policy,
  policy: Policy,
  exhibits: Exhibits,
  companions: Companions,
  options: AuditOptions,
): Promise<Hearing> {
  const { log, extent } = exhibits;
  const { people, leaves } = companions;
  const find = policy.people === undefined ? undefined : personFinder(people);
  const asOf = options.asOf ?? options.period?.end ?? extent?.end ?? policy.effective ?? 0;
  const calendars = [agreement, ...agreement.earlier].flatMap((version) => [...version.calendars.values()]);
  const { clocks, excuses: decisions, timezone } = policy;
  const excuses = excuseDesk(companions.excuses, { clocks, within: decisions?.within, timezone, asOf });
  const holidays = await loadHolidays(calendars, options.holidays?.value);
  const roster = options.people?.name;
  const court = judging({ ...{ policy: agreement, log, extent, asOf, holidays, find, roster, excuses, leaves } });
  return { agreement, policy, exhibits, companions, options, asOf, find, calendars, holidays, court };
}

/**
 * @param found before any ticket was judged
 * @param parts what was judged elsewhere; absent: the tickets of the log are judged here
 */
export function auditOf(
  { agreement, policy, exhibits, companions, options, asOf, find, calendars, holidays, court }: Hearing,
  found: readonly Diagnostic<Code>[],
  parts?: readonly AuditedPart[],
): Audit {
  const { log, tallies, extent, events, emptyMonths } = exhibits;
  const { period } = options;
  const early = options.asOf === undefined ? dataEndsEarly(extent, period) : [];
  const holds = conditionOn(policy);
  const { people, facts } = companions;
  const ground: Ground = { policy, extent, emptyMonths, asOf, find, facts, period, holds };
  // Of use only to who asks what follows from the verdicts.
  let hidden: readonly Diagnostic<Code>[] = [];
  const gathered = () => {
    hidden = uncovered(ground, period?.start ?? extent?.start ?? asOf);
    return following(ground);
  };
  const findings = () => [...found, ...early, ...hidden, ...court.findings()];
  const roster = find === undefined ? {} : { find };

  /** Gathered once, for one proof after another. */
  let all: readonly Consequence[] | undefined;

  /** Of the whole data up to the as-of instant. */
  function consequences(): Consequence[] {
    const after = gathered();
    for (const part of parts ?? []) if (part.totals.consequences !== undefined) after.merge(part.totals.consequences);
    for (const ticket of court.judge(allTickets(log))) after.add(ticket);
    return after.finish();
  }

  function gather(wanted: ReportParts, isPart: boolean): Reporting {
    const gathering = reporting(
      {
        ...{ agreement, policy, asOf, period, find, holidays, holds, events },
        placeOf: (row) => placeOf(log, row),
        following: hasConsequences(policy) ? gathered() : undefined,
      },
      wanted,
      isPart,
    );
    if (parts === undefined) {
      const tickets = gathering.takesBlocks
        ? court.judgeInBlocks((block) => gathering.addBlock(block, log))
        : court.judge(allTickets(log), gathering.rereadings, gathering.sections);
      for (const ticket of tickets) gathering.add(ticket);
    } else {
      court.take(parts.map(({ walk }) => walk));
      for (const part of parts) gathering.merge(part.totals);
    }
    return gathering;
  }

  /** A part that is written may be merged for whatever is asked; of shares of one whole it is known what they are for. */
  function needsOf({ source = false }: ReportParts): NoteNeeds {
    if (options.share === undefined) return { tickets: true, events: true, months: true };
    return { tickets: companions.excuses.length > 0, events: source, months: hasConsequences(policy) };
  }

  function prove(ticket: string): Proof | undefined {
    const kept = parts && keptProof(parts, ticket);
    const code = log.tickets.code(ticket);
    if (parts === undefined ? code === undefined : kept === undefined) return undefined;
    const proof = kept ?? court.prove(code ?? -1);
    if (!hasConsequences(policy)) return proof;
    all ??= consequences();
    return withConsequences(proof, all, policy);
  }

  return {
    policy,
    asOf,
    period,
    people,
    rows: faultyRows(tallies),
    crowded: (by, most) => crowdedBreakdowns(policy, log, by, most),
    findings,
    verdicts: () => court.judge(ticketsInOrder(log)),
    report({ language, provenance, ...wanted }) {
      const gathering = gather(wanted, parts !== undefined);
      return gathering.finish({
        rows: accountFor(tallies, court.setAside()),
        findings: findings(),
        ...(early.length > 0 && extent !== undefined && { dataEnds: extent.end }),
        ...(language !== undefined && { language }),
        ...(provenance !== undefined && { provenance }),
      });
    },
    part(wanted) {
      const { totals } = gather(wanted, true);
      const walk = court.totals();
      const proved = ticketsToProve(totals.figures.details?.lines ?? []);
      const proofs = keptProofs(proved.map((ticket) => court.prove(log.tickets.code(ticket) ?? -1)));
      // To prove begins the findings anew.
      court.take([walk]);
      return { exhibits: notesOf(exhibits, policy.timezone, needsOf(wanted)), totals, walk, proofs };
    },
    consequences,
    due: (wishes) => dueList(policy, court.judge(allTickets(log)), { asOf, ...roster, ...wishes }),
    holidayData: () => ownHolidayTexts(calendars, holidays, { start: extent?.start ?? asOf, end: asOf }),
    tallies,
    lint: () => unseen(policy, log),
    prove,
    placeOf: (row) => placeOf(log, row),
    suggestTicket: (ticket) => suggest(ticket, Array.from(allTickets(log), log.tickets.text)),
  };
}

/** A day without a single event may be a Sunday; more is likely an export that was made before the period was over. */
const QUIET = DAY;

/** What was open at the last stamp is judged as if nothing had happened since: that must be said. */
function dataEndsEarly(extent: Span | undefined, period: Period | undefined): Diagnostic<Code>[] {
  if (extent === undefined || period === undefined || period.end - extent.end <= QUIET) return [];
  const [last, end] = [{ at: extent.end }, { at: period.end }];
  return [
    {
      code: 'data-ends-early',
      message: say`the last stamp of the export is ${last}, and tickets are judged as of the end of the period, ${end}`,
      hint: say`What was open counts as open until then. If the export was made earlier, say --as-of ${formatInstant(extent.end)}.`,
    },
  ];
}

/** Whether a condition holds for a ticket's fields as of some instant. */
function conditionOn({ records }: Policy): (condition: Condition, values: readonly string[]) => boolean {
  const index = new Map(records.fields.map(({ field }, position) => [field, position]));
  return (condition, values) => condition.every((test) => passes(test, values[index.get(test.field) ?? -1] ?? ''));
}

/** `tickets.csv:14`; of an interval of a duty no row tells. */
function placeOf(log: EventLog, row: number): string | undefined {
  return row < 0 ? undefined : `${log.files[log.file.at(row)]}:${log.line.at(row)}`;
}

function* allTickets(log: EventLog): Generator<number> {
  for (let code = 0; code < log.tickets.size; code++) yield code;
}

function ticketsInOrder(log: EventLog): number[] {
  const texts = Array.from(allTickets(log), (code) => ({ code, text: log.tickets.text(code) }));
  texts.sort((a, b) => byCodeUnits(a.text, b.text));
  return texts.map(({ code }) => code);
}
