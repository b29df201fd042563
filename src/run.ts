import type { HolidayTables } from './calendar/holidays/holidays.ts';
import { loadHolidays } from './calendar/holidays/load-holidays.ts';
import { openTime } from './calendar/open-time.ts';
import { formatInstant } from './calendar/stamps.ts';
import { compileClocks } from './clock/compile.ts';
import { type Judgements, judgeTicket } from './clock/judge-ticket.ts';
import { prove } from './clock/prove.ts';
import { watchHolidays } from './clock/unknown-holidays.ts';
import type { Code } from './diagnostics/codes.ts';
import { suggest } from './diagnostics/suggest.ts';
import type { Diagnostic, Reading } from './domain/diagnostic.ts';
import type { DueList } from './domain/due-list.ts';
import type { EventLog, Tally } from './domain/event-log.ts';
import type { Person } from './domain/person.ts';
import type { Language, Policy } from './domain/policy.ts';
import type { Proof } from './domain/proof.ts';
import type { Report, RowAccount } from './domain/report.ts';
import type { Source } from './domain/source.ts';
import type { Instant, Period } from './domain/time.ts';
import type { Verdict } from './domain/verdict.ts';
import { type DueOptions, dueList } from './figures/due-list.ts';
import { collect } from './figures/figures.ts';
import { readExports } from './ingest/read-exports.ts';
import { readTable } from './ingest/read-table.ts';
import { chargeFor } from './people/charge.ts';
import { nameLedger, noteHolders } from './people/name-ledger.ts';
import { ROSTER_COLUMNS, readRoster } from './people/read-roster.ts';
import { personFinder } from './people/roster.ts';
import { compileCondition, holdsAt, passes } from './timeline/condition.ts';
import { extentOf } from './timeline/extent.ts';
import { contradictionsFound } from './timeline/findings.ts';
import { reconstructor } from './timeline/reconstruct.ts';
import { groupRows } from './timeline/rows-by-ticket.ts';
import type { Timeline } from './timeline/timeline.ts';
import { unseen } from './timeline/unseen.ts';

export { parseLength } from './policy/duration.ts';
export { policySchema } from './policy/json-schema.ts';
export { lintPolicy } from './policy/lint.ts';
export { readPolicy } from './policy/read-policy.ts';

export interface AuditOptions {
  /** Default: the end of the period, else the latest stamp in the data. Never the clock on the wall. */
  readonly asOf?: Instant;
  readonly period?: Period;
  /** The roster; must be there where the policy names one. */
  readonly people?: Source;
  /** The calendar files, read; must be there where the policy names any. */
  readonly holidays?: Reading<HolidayTables, Code>;
  readonly onProgress?: (bytes: number) => void;
}

/** One ticket, judged. */
export interface TicketVerdicts {
  readonly ticket: string;
  /** The ticket's first instant. */
  readonly createdAt: Instant;
  readonly lastAt: Instant;
  /** Value of each field of the records, in their order, as of the as-of instant; '' when blank. */
  readonly fields: readonly string[];
  /** In the order of the policy's clocks, then by cycle. */
  readonly verdicts: readonly Verdict[];
}

/** An export held against a policy. */
export interface Audit {
  readonly policy: Policy;
  readonly asOf: Instant;
  readonly period: Period | undefined;
  /** All findings of reading, and those of the tickets judged so far: complete once `verdicts` was walked to its end. */
  findings(): readonly Diagnostic<Code>[];
  /** By ticket id, in code units. Can be walked more than once. */
  verdicts(): Iterable<TicketVerdicts>;
  report(options: { readonly by?: readonly string[]; readonly language?: Language }): Report;
  /** What is open and has a time to keep. */
  due(options: Pick<DueOptions, 'within' | 'by'>): DueList;
  /** What the policy waits for and the export never has. */
  lint(): readonly Diagnostic<Code>[];
  /** `undefined` when no row is about this ticket. */
  prove(ticket: string): Proof | undefined;
  /** A ticket that may have been meant. */
  suggestTicket(ticket: string): string | undefined;
}

/**
 * The program on one page: exports → event log → timelines → runs → verdicts → figures → report.
 *
 * Nothing depends on the order of files or rows, nor on the machine's zone, locale or clock. Without a value the
 * diagnostics say why the exports cannot be used.
 */
export async function audit(
  policy: Policy,
  sources: readonly Source[],
  options: AuditOptions,
): Promise<Reading<Audit | undefined, Code>> {
  const people = await readPeople(policy, options.people);
  const reading = await readExports(sources, policy, options.onProgress);
  const readingFindings = [...(options.holidays?.diagnostics ?? []), ...people.diagnostics, ...reading.diagnostics];
  if (reading.value === undefined || people.value === undefined) {
    return { value: undefined, diagnostics: readingFindings };
  }

  const { log, tallies } = reading.value;
  const find = policy.people === undefined ? undefined : personFinder(people.value);
  const extent = extentOf(log);
  const asOf = options.asOf ?? options.period?.end ?? extent?.end ?? policy.effective ?? 0;
  const holidays = await loadHolidays(policy.calendars.values(), options.holidays?.value);
  const openTimes = new Map([...policy.calendars].map(([id, definition]) => [id, openTime(definition, holidays)]));
  const clocks = compileClocks(policy, log, openTimes, find);
  const include = compileCondition(policy.records.include, log);
  const grouped = groupRows(log);
  const reconstruction = reconstructor(log, grouped, asOf);
  const circumstances = { asOf, effective: policy.effective, incomplete: log.incomplete };
  const fieldIndexes = new Map(log.fields.map(({ field }, index) => [field, index]));
  const watch = () =>
    watchHolidays(extent === undefined ? [] : clocks, policy.file, { start: extent?.start ?? asOf, end: asOf });
  let findings: Diagnostic<Code>[] = [];
  let setAside = new Map<string, number>();
  let laterFacts = 0;
  let names = nameLedger(options.people?.name);
  let holidayWatch = watch();

  /** The ticket's timeline, or nothing where no row of it counts. */
  function reconstruct(ticketCode: number): Timeline | undefined {
    const timeline = reconstruction.reconstruct(ticketCode);
    const rows = grouped.offsets[ticketCode + 1]! - grouped.offsets[ticketCode]!;
    add(setAside, 'repeated-row', timeline.repeatedRows);
    add(setAside, 'after-as-of', timeline.laterRows);
    laterFacts += timeline.laterFacts;
    const remaining = rows - timeline.repeatedRows - timeline.laterRows;
    if (timeline.stepCount === 0) {
      add(setAside, 'without-event', remaining);
      return undefined;
    }
    if (!holdsAt(include, timeline, timeline.stepCount - 1)) {
      add(setAside, 'not-included', remaining);
      return undefined;
    }
    findings.push(...contradictionsFound(timeline, reconstruction.contradictions, reconstruction.sequenceBreaks));
    return timeline;
  }

  function judge(timeline: Timeline): TicketVerdicts {
    const verdicts: Verdict[] = [];
    if (find !== undefined) noteHolders(timeline, fieldIndexes.get('assignee') ?? -1, find, names);
    for (const clock of clocks) {
      const judged = judgeTicket(clock, timeline, circumstances);
      findings.push(...judged.findings);
      verdicts.push(...charge(judged, timeline));
    }
    holidayWatch.note(verdicts);
    return {
      ticket: timeline.ticket,
      createdAt: timeline.stepAt(0),
      lastAt: timeline.stepAt(timeline.stepCount - 1),
      fields: log.fields.map((_, field) => timeline.text(timeline.value(timeline.stepCount - 1, field))),
      verdicts,
    };
  }

  function allFindings(): Diagnostic<Code>[] {
    return [
      ...readingFindings,
      ...findings,
      ...names.findings(),
      ...holidayWatch.findings(),
      ...(laterFacts === 0 ? [] : [asOfCut(laterFacts, asOf)]),
    ];
  }

  function* judgeAll(ticketCodes: Iterable<number>): Generator<TicketVerdicts> {
    findings = [];
    setAside = new Map();
    laterFacts = 0;
    names = nameLedger(options.people?.name);
    holidayWatch = watch();
    for (const code of ticketCodes) {
      const timeline = reconstruct(code);
      if (timeline !== undefined) yield judge(timeline);
    }
  }

  return {
    value: {
      policy,
      asOf,
      period: options.period,
      findings: allFindings,
      verdicts: () => judgeAll(ticketsInOrder(log)),
      report({ by, language }) {
        const figures = collect(policy, {
          asOf,
          holds: (condition, values) =>
            condition.every((test) => passes(test, values[fieldIndexes.get(test.field) ?? -1] ?? '')),
          ...(options.period !== undefined && { period: options.period }),
          ...(find !== undefined && { find }),
          ...(by !== undefined && { by }),
        });
        for (const { verdicts, ...ticket } of judgeAll(range(log.tickets.size))) figures.add(verdicts, ticket);
        return figures.finish({
          rows: accountFor(tallies, setAside),
          findings: allFindings(),
          ...(language !== undefined && { language }),
        });
      },
      due: (options) =>
        dueList(policy, judgeAll(range(log.tickets.size)), { asOf, ...(find !== undefined && { find }), ...options }),
      lint: () => unseen(policy, log),
      prove(ticket) {
        const code = log.tickets.code(ticket);
        if (code === undefined) return undefined;
        findings = [];
        names = nameLedger(options.people?.name);
        holidayWatch = watch();
        const timeline = reconstruction.reconstruct(code);
        if (find !== undefined) noteHolders(timeline, fieldIndexes.get('assignee') ?? -1, find, names);
        const judged = clocks.map((clock) => {
          const judgements = judgeTicket(clock, timeline, circumstances);
          const verdicts = charge(judgements, timeline);
          holidayWatch.note(verdicts);
          return { judgements, verdicts };
        });
        return prove(timeline, judged, { asOf, timezone: policy.timezone, ...(find !== undefined && { find }) });
      },
      suggestTicket: (ticket) =>
        suggest(
          ticket,
          [...range(log.tickets.size)].map((code) => log.tickets.text(code)),
        ),
    },
    diagnostics: readingFindings,
  };

  /** Says who answers for each breach. */
  function charge({ clock, judgements }: Judgements, timeline: Timeline): Verdict[] {
    return judgements.map((judgement) => {
      if (judgement.outcome !== 'breached' || judgement.dueAt === undefined) return judgement;
      const bench = {
        assignee: clock.assignee,
        openTime: openTimes.get(judgement.target?.calendar ?? clock.clock.calendar) ?? clock.openTime,
        roster: find && { find, ledger: names },
      };
      return { ...judgement, charged: chargeFor(judgement.run, timeline, judgement.dueAt, bench) };
    });
  }
}

/** The people on the policy's roster; nobody where it names none. Without a value the roster cannot be used. */
export async function readPeople(
  policy: Policy,
  source: Source | undefined,
): Promise<Reading<readonly Person[] | undefined, Code>> {
  if (policy.people === undefined) return { value: [], diagnostics: [] };
  if (source === undefined) throw new Error(`the policy names a roster, ${policy.people.path}, and none was given`);
  const table = await readTable(source, ROSTER_COLUMNS);
  return table.value === undefined ? { ...table, value: undefined } : readRoster(table.value, policy);
}

function asOfCut(facts: number, asOf: Instant): Diagnostic<Code> {
  return {
    code: 'as-of-cut',
    message: `${facts === 1 ? 'one event lies' : `${facts} events lie`} after the as-of instant ${formatInstant(asOf)} and had not happened by then`,
    hint: 'A later --as-of or period takes them in.',
  };
}

function ticketsInOrder(log: EventLog): number[] {
  const texts = [...range(log.tickets.size)].map((code) => ({ code, text: log.tickets.text(code) }));
  texts.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  return texts.map(({ code }) => code);
}

function* range(size: number): Generator<number> {
  for (let index = 0; index < size; index++) yield index;
}

function add(counts: Map<string, number>, reason: string, rows: number): void {
  if (rows > 0) counts.set(reason, (counts.get(reason) ?? 0) + rows);
}

/** Rows in = rows used + rows set aside, by reason. */
function accountFor(tallies: readonly Tally[], judging: ReadonlyMap<string, number>): RowAccount {
  const reasons = new Map(judging);
  let rows = 0;
  for (const tally of tallies) {
    rows += tally.rows;
    for (const [reason, count] of tally.setAside) add(reasons, reason, count);
  }
  const setAside = [...reasons]
    .map(([reason, count]) => ({ reason, rows: count }))
    .sort((a, b) => (a.reason < b.reason ? -1 : 1));
  const lost = setAside.reduce((sum, { rows: count }) => sum + count, 0);
  return { files: tallies.length, rows, used: rows - lost, setAside };
}
