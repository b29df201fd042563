import { DAY } from './calendar/dates.ts';
import { type HolidayText, ownHolidayTexts } from './calendar/holidays/holiday-text.ts';
import type { HolidayTables } from './calendar/holidays/holidays.ts';
import { loadHolidays } from './calendar/holidays/load-holidays.ts';
import { openTime } from './calendar/open-time.ts';
import { formatInstant } from './calendar/stamps.ts';
import { explanationsOf } from './clock/habits.ts';
import { rereadingsOf } from './clock/readings.ts';
import { clocksOfAllVersions } from './clock/versions.ts';
import { type CompanionSources, readCompanions } from './companions.ts';
import { following, type Ground, hasConsequences, uncovered, withConsequences } from './consequences.ts';
import type { Code } from './diagnostics/codes.ts';
import { say } from './diagnostics/say.ts';
import { suggest } from './diagnostics/suggest.ts';
import type { Consequence } from './domain/consequence.ts';
import type { Diagnostic, Reading } from './domain/diagnostic.ts';
import type { DueList } from './domain/due-list.ts';
import type { EventLog, Tally } from './domain/event-log.ts';
import type { Person } from './domain/person.ts';
import type { Condition, FileOptions, Language, Policy } from './domain/policy.ts';
import type { Hiding, PrivacyWords } from './domain/privacy.ts';
import type { Proof } from './domain/proof.ts';
import type { HidingTold, Provenance } from './domain/provenance.ts';
import type { Breakdown, Report } from './domain/report.ts';
import type { Source } from './domain/source.ts';
import type { Instant, Period, Span } from './domain/time.ts';
import { TIME_SECTIONS, type TimeSection } from './domain/time-figures.ts';
import { type Crowd, crowdedBreakdowns } from './figures/crowds.ts';
import { type DueOptions, dueList } from './figures/due-list.ts';
import { collect } from './figures/figures.ts';
import { byCodeUnits } from './figures/order.ts';
import { accountFor, faultyRows } from './figures/row-account.ts';
import { type Contrast, collectSensitivity } from './figures/sensitivity.ts';
import { collectSource } from './figures/source-verdicts.ts';
import { collectTime } from './figures/time-sections.ts';
import { presets } from './ingest/presets/presets.ts';
import { readExports } from './ingest/read-exports.ts';
import { judging, type TicketVerdicts } from './judging.ts';
import { excuseDesk } from './people/excuses.ts';
import { personFinder } from './people/roster.ts';
import { type JsonSchema, policySchema as schemaOf } from './policy/json-schema.ts';
import { type PolicyText, readPolicies as readPolicyTexts } from './policy/read-policy.ts';
import { passes } from './timeline/condition.ts';
import { extentOf } from './timeline/extent.ts';
import { eventsSeen, unseen } from './timeline/unseen.ts';

export { COMPANIONS, type CompanionSources, readCompanions } from './companions.ts';
export { comparePeriods, comparePolicies } from './comparing.ts';
export { readTable } from './ingest/read-table.ts';
export {
  columnsLacking,
  type Draft,
  draftPolicy,
  inspect,
  languageOf,
  MOST_VALUES,
  mainTable,
  NONE,
  nextQuestion,
  presetNames,
  profileExports,
  type Question,
  rowsLike,
  strangers,
  type Wishes,
} from './inspecting.ts';
export { parseLength } from './policy/duration.ts';
export { parseFileOptions } from './policy/file-options.ts';
export { lintPolicy } from './policy/lint.ts';
export type { PolicyText } from './policy/read-policy.ts';
export { listedVersions } from './policy/version-files.ts';

/** Reads a policy from the texts of its files; its records may name a preset. */
export function readPolicies(texts: readonly PolicyText[]): Reading<Policy | undefined, Code> {
  return readPolicyTexts(texts, new Map(Object.entries(presets).map(([name, { records }]) => [name, records])));
}

/** The JSON Schema of policies, with the names of the presets. */
export function policySchema(): JsonSchema {
  return schemaOf(Object.keys(presets));
}

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
  /** Nobody is named in anything that comes out of it (E2); absent: everybody is. */
  readonly privacy?: { readonly hiding: Hiding; readonly words: PrivacyWords };
}

/** What is to be in a report beside the figures. */
export interface ReportOptions extends Partial<Record<TimeSection, boolean>> {
  readonly by?: readonly Breakdown[];
  readonly language?: Language;
  /** All is judged again under every other reading of the policy's rules. */
  readonly sensitivity?: boolean;
  /** Verdicts of the source are held against ours, and what explains the difference is looked for. */
  readonly source?: boolean;
  /** The runs behind the figures are listed. */
  readonly details?: boolean;
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
  /** Where people are hidden: the same audit with everybody named, and how somebody is called where they are not. */
  readonly hidden?: {
    readonly open: Audit;
    readonly nameOf: (person: string) => string;
    /** An argument of the command that may be somebody's name. */
    readonly argument: (word: string) => string;
    readonly told: HidingTold;
  };
}

/**
 * The program on one page: policy, the files beside the exports (`companions.ts`) and the exports → event log → verdicts
 * (`judging.ts`: timelines, runs, verdicts, who answers) → what follows (`consequences.ts`) → figures → report.
 *
 * Nothing depends on the order of files or rows, nor on the machine's zone, locale or clock. Without a value the
 * diagnostics say why the exports cannot be used.
 */
export async function audit(
  agreement: Policy,
  sources: readonly Source[],
  options: AuditOptions,
): Promise<Reading<Audit | undefined, Code>> {
  const file = { ...agreement.records.file, ...options.file };
  const policy = { ...agreement, records: { ...agreement.records, file }, clocks: clocksOfAllVersions(agreement) };
  const companions = await readCompanions(policy, options);
  const reading = await readExports(sources, policy);
  const before = [...(options.notes ?? []), ...(options.holidays?.diagnostics ?? [])];
  const diagnostics = [...before, ...companions.diagnostics, ...reading.diagnostics];
  const privacy = options.privacy && { ...options.privacy, ...(await import('./hiding.ts')) };
  if (reading.value === undefined || companions.value === undefined) {
    return { value: undefined, diagnostics: privacy?.maskedFindings(diagnostics, privacy.words) ?? diagnostics };
  }

  const { log, tallies } = reading.value;
  const { people, facts, leaves } = companions.value;
  const find = policy.people === undefined ? undefined : personFinder(people);
  const roster = find === undefined ? {} : { find };
  const extent = extentOf(log);
  const asOf = options.asOf ?? options.period?.end ?? extent?.end ?? policy.effective ?? 0;
  const calendars = [agreement, ...agreement.earlier].flatMap((version) => [...version.calendars.values()]);
  const { clocks, excuses: decisions, timezone } = policy;
  const excuses = excuseDesk(companions.value.excuses, { clocks, within: decisions?.within, timezone });
  const holidays = await loadHolidays(calendars, options.holidays?.value);
  const court = judging({
    policy: agreement,
    log,
    extent,
    asOf,
    holidays,
    find,
    roster: options.people?.name,
    excuses,
    leaves,
  });
  const hider = privacy?.hiderFor({ ...privacy, policy, log, find, people, excuses: companions.value.excuses, asOf });
  const early = options.asOf === undefined ? dataEndsEarly(extent, options.period) : [];
  const holds = conditionOn(log);
  const ground: Ground = { policy, log, extent, asOf, find, facts, period: options.period, holds };
  // Of use only to who asks what follows from the verdicts.
  let hidden: readonly Diagnostic<Code>[] = [];
  const gathered = () => {
    hidden = uncovered(ground, options.period?.start ?? extent?.start ?? asOf);
    return following(ground);
  };
  const findings = () => [...(hider?.notes ?? []), ...diagnostics, ...early, ...hidden, ...court.findings()];

  /** By the names of the policy's calendars, as its newest version has them. */
  const openTimes = () =>
    new Map(Array.from(agreement.calendars, ([id, definition]) => [id, openTime(definition, holidays)]));

  /** Gathered once, for one proof after another. */
  let all: readonly Consequence[] | undefined;

  /** Of the whole data up to the as-of instant. */
  function consequences(): Consequence[] {
    const after = gathered();
    for (const ticket of court.judge(allTickets(log))) after.add(ticket);
    return after.finish();
  }

  const open: Audit = {
    policy,
    asOf,
    period: options.period,
    people,
    rows: faultyRows(tallies),
    crowded: (by, most) => crowdedBreakdowns(policy, log, by, most),
    findings,
    verdicts: () => court.judge(ticketsInOrder(log)),
    report({ by, language, sensitivity = false, source = false, details = false, provenance, ...wanted }) {
      const scope = { asOf, ...roster, ...(options.period !== undefined && { period: options.period }) };
      const figures = collect(policy, {
        ...{ ...scope, holds, ...(by !== undefined && { by }) },
        ...(details && { placeOf: (row: number) => placeOf(log, row) }),
      });
      const rereadings = sensitivity ? rereadingsOf(agreement) : [];
      const flips = collectSensitivity(rereadings, scope);
      const columns = source ? (policy.records.verdicts ?? []) : [];
      const ofSource = columns.map(({ clock }) => clock);
      const explanations = columns.length === 0 ? [] : explanationsOf(agreement, ofSource, eventsSeen(log));
      const opinions = collectSource({
        ...scope,
        ...{ clocks, columns, readings: explanations, placeOf: (row: number) => placeOf(log, row) },
      });
      const sections = TIME_SECTIONS.filter((section) => wanted[section] === true);
      const time = collectTime(policy, sections, {
        ...{ ...scope, openTimes: openTimes(), placeOf: (row: number) => placeOf(log, row) },
        ...(by !== undefined && { by }),
      });
      const after = hasConsequences(policy) ? gathered() : undefined;
      for (const ticket of court.judge(allTickets(log), [...rereadings, ...explanations], sections)) {
        figures.add(ticket.verdicts, ticket);
        flips.add(
          ticket.verdicts,
          ticket.contrasts.filter(({ reading }) => reading < rereadings.length),
        );
        opinions.add({ ...ticket, contrasts: contrastsFrom(rereadings.length, ticket.contrasts) });
        time.add(ticket);
        after?.add(ticket);
      }
      return figures.finish({
        time: time.finish(),
        rows: accountFor(tallies, court.setAside()),
        findings: findings(),
        ...(early.length > 0 && extent !== undefined && { dataEnds: extent.end }),
        ...(after !== undefined && { consequences: after.figures() }),
        ...(language !== undefined && { language }),
        ...(sensitivity && { sensitivity: flips.finish() }),
        ...(columns.length > 0 && { source: opinions.finish() }),
        ...(provenance !== undefined && { provenance }),
      });
    },
    consequences,
    due: (wishes) => dueList(policy, court.judge(allTickets(log)), { asOf, ...roster, ...wishes }),
    holidayData: () => ownHolidayTexts(calendars, holidays, { start: extent?.start ?? asOf, end: asOf }),
    tallies,
    lint: () => unseen(policy, log),
    prove(ticket) {
      const code = log.tickets.code(ticket);
      if (code === undefined) return undefined;
      if (!hasConsequences(policy)) return court.prove(code);
      all ??= consequences();
      return withConsequences(court.prove(code), all, policy);
    },
    placeOf: (row) => placeOf(log, row),
    suggestTicket: (ticket) => suggest(ticket, Array.from(allTickets(log), log.tickets.text)),
  };
  if (privacy === undefined || hider === undefined) return { value: open, diagnostics };
  const { masker } = hider;
  const value = {
    ...privacy.hide(open, masker),
    hidden: { open, nameOf: masker.person, argument: masker.argument, told: hider.told },
  };
  return { value, diagnostics: masker.findings(diagnostics) };
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
function conditionOn(log: EventLog): (condition: Condition, values: readonly string[]) => boolean {
  const index = new Map(log.fields.map(({ field }, position) => [field, position]));
  return (condition, values) => condition.every((test) => passes(test, values[index.get(test.field) ?? -1] ?? ''));
}

/** Those of the rereadings from an index on, counted from there. */
function contrastsFrom(first: number, contrasts: readonly Contrast[]): Contrast[] {
  return contrasts
    .filter(({ reading }) => reading >= first)
    .map((contrast) => ({ ...contrast, reading: contrast.reading - first }));
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
