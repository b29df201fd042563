import { formatInstant } from '../calendar/stamps.ts';
import { codes } from '../diagnostics/codes.ts';
import type { ConsequenceFigures } from '../domain/consequence-figures.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { EventLog } from '../domain/event-log.ts';
import type { FindPerson } from '../domain/person.ts';
import type { Condition, Language, Policy } from '../domain/policy.ts';
import type { Breakdown, Report, RowAccount } from '../domain/report.ts';
import type { RunBlock } from '../domain/run-block.ts';
import type { Instant, Period } from '../domain/time.ts';
import type { TimeSection } from '../domain/time-figures.ts';
import type { Verdict } from '../domain/verdict.ts';
import { blockAdder, canBeInBlocks } from './block-figures.ts';
import { addToParties, type BreachPartyTotals, listParties, mergeParties } from './breach-parties.ts';
import { breach, byDecision, type DatedBreach } from './breaches.ts';
import { collectDetails, type DetailCollector, type DetailTotals } from './details.ts';
import type { Dimension, Division } from './dimension.ts';
import { divisionsOf } from './dimensions.ts';
import { highlightsOf } from './highlights/highlights.ts';
import {
  addToObjective,
  emptyObjective,
  mergeObjective,
  type ObjectivePart,
  type ObjectiveTotals,
  objectiveFigures,
  objectiveParts,
} from './objectives.ts';
import { openSpans } from './open-spans.ts';
import { byCodeUnits } from './order.ts';
import { nameOf } from './party.ts';
import { type Account, tableFigures, titled } from './tables/group-figures.ts';
import { type GroupTables, groupTables, type TableTotals } from './tables/group-tables.ts';
import { collectSections, hasResolution, type Sections, type SectionTotals } from './ticket-sections.ts';
import { fateOf, type Outcome } from './ticket-totals.ts';
import { collectTrend, monthDivision, type Trend, type TrendTotals, trendSpan } from './trend.ts';
import { addUndecided, listUndecided, mergeUndecided, type UndecidedReasons } from './undecided.ts';

export interface Scope {
  /** Absent: everything. */
  readonly period?: Period;
  readonly asOf: Instant;
  /** Whether a condition of the policy holds for a ticket's fields. Absent: conditions of objectives always hold. */
  readonly holds?: (condition: Condition, values: readonly string[]) => boolean;
  /** Who a name is; absent: no roster. */
  readonly find?: FindPerson;
  /** What to break the figures down by: names of `dimensionNames`; absent: the usual ones. */
  readonly by?: readonly Breakdown[];
  /** Whether each breach is listed, or only counted by who answers for it; absent: they are listed. */
  readonly breachLines?: boolean;
  /** Whether they are counted by who answers for them; absent: where they are not listed. */
  readonly breachParties?: boolean;
  /** Whether there is a trend, and a backlog; absent: there are. */
  readonly trend?: boolean;
  readonly backlog?: boolean;
  /** To list the runs behind the figures: where a row of the event log stands, `tickets.csv:14`. Absent: they are not listed. */
  readonly placeOf?: (row: number) => string | undefined;
}

/** What the figures need of a ticket besides its verdicts. */
export interface TicketFacts {
  /** The ticket's first instant. */
  readonly createdAt: Instant;
  /** The ticket's last instant; absent: its first. Who its holder is, is asked as of then. */
  readonly lastAt?: Instant;
  /** Value of each field of the records, in their order, as of the as-of instant; '' when blank. */
  readonly fields: readonly string[];
  /** Each rating that was given, with the fields as of then, in order; absent: none. */
  readonly ratings?: readonly { readonly at: Instant; readonly fields: readonly string[] }[];
  /** How it came to its end; absent: nobody asked. */
  readonly contacts?: { readonly replies?: number; readonly wasResolved: boolean; readonly wasReopened: boolean };
}

/** Plain values: a thread can post them to another. */
export interface Totals {
  readonly tables: TableTotals;
  /** One of them is empty, by what was asked for. */
  readonly breaches: DatedBreach[];
  readonly breachParties: BreachPartyTotals;
  /** In the order of the policy. */
  readonly objectives: readonly ObjectiveTotals[];
  readonly details?: DetailTotals;
  readonly sections: SectionTotals;
  readonly trend?: TrendTotals;
  readonly undecided: UndecidedReasons;
}

export interface Collector {
  readonly totals: Totals;
  /** All verdicts of one ticket, once. Tickets may come in any order. */
  add(verdicts: readonly Verdict[], ticket: TicketFacts): void;
  /** Whether all that is asked for can be told of runs in blocks. */
  readonly takesBlocks: boolean;
  /** The tickets of a block with all of their runs, once, instead of their verdicts. */
  addBlock(block: RunBlock, log: EventLog): void;
  /** Takes over what another collector of the same policy and scope has seen; the parts share no ticket. */
  merge(other: Pick<Collector, 'totals'>): void;
  finish(rest: Rest): Report;
}

export interface Rest {
  /** See `Report.dataEnds`. */
  readonly dataEnds?: Instant;
  readonly rows: RowAccount;
  readonly findings: readonly Diagnostic[];
  /** What follows from the verdicts of the period; absent: the policy says nothing of it. */
  readonly consequences?: ConsequenceFigures;
  /** Absent: the policy's, else English. */
  readonly language?: Language;
  /** Absent: nobody asked. */
  readonly sensitivity?: Report['sensitivity'];
  /** Absent: nobody asked, or the policy names no column. */
  readonly source?: Report['source'];
  readonly provenance?: Report['provenance'];
  /** Sections that were asked for. */
  readonly time?: Pick<Report, TimeSection>;
}

/** A scope that says in what way breaches are told. */
type Told = Scope & Required<Pick<Scope, 'breachLines' | 'breachParties'>>;

/** What is divided and counted: the same for every ticket. */
interface Work {
  readonly divisions: readonly Division[];
  readonly tables: GroupTables;
  readonly objectives: readonly ObjectivePart[];
  readonly details: DetailCollector | undefined;
  readonly sections: Sections;
  readonly trend: Trend | undefined;
}

/**
 * Gathers verdicts into the figures of a report. The result depends neither on the order of the tickets nor on how
 * they are split between collectors that are merged. Throws RangeError for an unknown name in `scope.by`.
 */
export function collect(policy: Policy, wished: Scope): Collector {
  const { breachLines = true, breachParties = !breachLines } = wished;
  const scope: Told = { ...wished, breachLines, breachParties };
  const divisions = divisionsOf(policy, scope, scope.by);
  const { placeOf } = scope;
  const details =
    placeOf === undefined
      ? undefined
      : collectDetails({
          ...(scope.period !== undefined && { period: scope.period }),
          fields: policy.records.fields.map(({ field }) => field),
          divisions,
          placeOf,
        });
  const { period, asOf, find, holds = () => true } = scope;
  const { backlog = true } = scope;
  const sections = collectSections(policy, {
    backlog,
    ...(period !== undefined && { period }),
    desk: { fields: policy.records.fields, asOf, ...(find !== undefined && { find }) },
    dimensions: outerDimensions(divisions),
    holds,
  });
  const trended = { asOf, timezone: policy.timezone, ...(period !== undefined && { period }) };
  // A breakdown at least has to be there, of which the whole is made.
  const { trend: isTrended = true } = scope;
  const trend = isTrended || divisions.length === 0 ? collectTrend(trended) : undefined;
  const months = trend && monthDivision(trended);
  const tables = groupTables(divisions, months, { period, trendSpan: trend ? trendSpan(trended) : period });
  const work: Work = { divisions, tables, objectives: objectiveParts(policy, scope), details, sections, trend };
  const totals: Totals = {
    tables: tables.totals,
    breaches: [],
    breachParties: new Map(),
    objectives: work.objectives.map(emptyObjective),
    ...(details !== undefined && { details: details.totals }),
    sections: sections.totals,
    ...(trend !== undefined && { trend: trend.totals }),
    undecided: new Map(),
  };
  let ofBlocks: { readonly log: EventLog; readonly add: (block: RunBlock) => void } | undefined;
  return {
    totals,
    add(verdicts, ticket) {
      addTicket(policy, totals, work, scope, verdicts, ticket);
      details?.add(verdicts);
    },
    takesBlocks: details === undefined && canBeInBlocks(policy),
    addBlock(block, log) {
      // By the codes of the log; made once for all of its blocks.
      if (ofBlocks?.log !== log)
        ofBlocks = { log, add: blockAdder(policy, log, { ...work, totals }, { ...scope, holds }) };
      ofBlocks.add(block);
    },
    merge(other) {
      merge(totals, other.totals);
      tables.merge(other.totals.tables);
      sections.merge(other.totals.sections);
      if (other.totals.trend !== undefined) trend?.merge(other.totals.trend);
      if (other.totals.details !== undefined) details?.merge({ totals: other.totals.details });
    },
    finish: (rest) => report(policy, scope, work, totals, rest),
  };
}

/** Each once: of two breakdowns by the same the first. */
function outerDimensions(divisions: readonly Division[]): Dimension[] {
  return [...new Map(divisions.map(({ outer }) => [outer.by, outer])).values()];
}

function addTicket(
  policy: Policy,
  totals: Totals,
  { tables, objectives, sections, trend }: Work,
  { period, holds = () => true, breachLines, breachParties }: Told,
  verdicts: readonly Verdict[],
  ticket: TicketFacts,
): void {
  const breaches: DatedBreach[] = breachLines ? totals.breaches : [];
  const before = breaches.length;
  const { fields, createdAt, lastAt = createdAt, ratings = NO_RATINGS, contacts } = ticket;
  const outcome = outcomeOf(verdicts, ticket, policy, holds);
  const open = openSpans(verdicts, createdAt);
  tables.addTicket({ createdAt, lastAt, fields, outcome });
  const id = verdicts[0]?.ticket ?? '';
  sections.add({ ticket: id, createdAt, lastAt, fields, ratings, replies: contacts?.replies, outcome, open });
  trend?.add({ createdAt, outcome, open });
  for (const verdict of verdicts) {
    for (let index = 0; index < objectives.length; index++) {
      const [part, counted] = [objectives[index], totals.objectives[index]];
      if (part === undefined || counted === undefined) continue;
      addToObjective(counted, part, verdict, period, (values) => holds(part.objective.when, values));
    }
    if (tables.addRun(verdict) === 0) continue;
    addUndecided(totals.undecided, verdict);
    const found = breach(verdict, period);
    if (found !== undefined) breaches.push(found);
  }
  if (breachParties) addToParties(totals.breachParties, breaches.slice(before));
}

const NO_RATINGS: NonNullable<TicketFacts['ratings']> = [];

function outcomeOf(
  verdicts: readonly Verdict[],
  { fields, contacts }: TicketFacts,
  { figures }: Policy,
  holds: NonNullable<Scope['holds']>,
): Outcome {
  const { replies, wasResolved = false, wasReopened = false } = contacts ?? {};
  const onFirst = replies === undefined ? undefined : replies <= 1 && !wasReopened;
  const isFirstContact = figures?.firstContact === undefined ? onFirst : holds(figures.firstContact, fields);
  return { fate: fateOf(verdicts), isFirstContact, wasResolved, wasReopened };
}

function merge(totals: Totals, other: Totals): void {
  mergeUndecided(totals.undecided, other.undecided);
  for (const [index, objective] of totals.objectives.entries()) {
    const more = other.objectives[index];
    if (more !== undefined) mergeObjective(objective, more);
  }
  for (const found of other.breaches) totals.breaches.push(found);
  mergeParties(totals.breachParties, other.breachParties);
}

function report(policy: Policy, scope: Told, work: Work, totals: Totals, rest: Rest): Report {
  const { period, asOf } = scope;
  const nameFor = (id: string) => nameOf(id, scope);
  const account: Account = { clocks: policy.clocks, tells: work.sections.tells(), nameOf: nameFor };
  const tables = tableFigures(work.tables.ready(), account);
  const figures: Report = {
    schemaVersion: 1,
    policy: { file: policy.file, name: policy.name },
    timezone: policy.timezone,
    language: rest.language ?? policy.language ?? 'en',
    ...(period && {
      period: { label: period.label, start: formatInstant(period.start), end: formatInstant(period.end) },
    }),
    asOf: formatInstant(asOf),
    ...(rest.dataEnds !== undefined && { dataEnds: formatInstant(rest.dataEnds) }),
    rows: rest.rows,
    // Made of all the others, and read before them.
    highlights: [],
    ...tables.whole,
    objectives: work.objectives.map((part, index) =>
      objectiveFigures(part, totals.objectives[index] ?? emptyObjective(part)),
    ),
    groups: work.divisions.map(({ outer, inner }, index) => ({
      by: outer.by,
      ...(inner !== undefined && { inner: inner.by }),
      ...(scope.by !== undefined && { detailed: true }),
      groups: tables.groups[index] ?? [],
    })),
    breaches: totals.breaches.toSorted(byDecision).map((found) => found.line),
    ...(scope.breachParties && { breachParties: listParties(totals.breachParties) }),
    findings: countFindings(rest.findings),
    ...(rest.consequences !== undefined && { consequences: rest.consequences }),
    ...(rest.sensitivity !== undefined && { sensitivity: rest.sensitivity }),
    ...work.sections.finish((party) => titled(party, nameFor)),
    ...(work.trend !== undefined &&
      tables.months !== undefined && { trend: work.trend.finish(tables.months, hasResolution(policy)) }),
    ...(rest.source !== undefined && { source: rest.source }),
    ...rest.time,
    ...(work.details !== undefined && { details: work.details.finish() }),
    ...(rest.provenance !== undefined && { provenance: rest.provenance }),
  };
  return { ...figures, highlights: highlightsOf(figures, listUndecided(totals.undecided)) };
}

/** In the registry's order, which is that of the stages. */
function countFindings(findings: readonly Diagnostic[]): Report['findings'] {
  const known = Object.entries(codes).map(([code, { title, severity }]) => ({ code, severity, title }));
  const strange = [...new Set(findings.map((finding) => finding.code))]
    .filter((code) => !Object.hasOwn(codes, code))
    .sort(byCodeUnits)
    .map((code) => ({ code, severity: 'warning' as const, title: code }));
  const counts = new Map<string, number>();
  for (const { code, count = 1 } of findings) counts.set(code, (counts.get(code) ?? 0) + count);
  return [...known, ...strange].flatMap((kind) => {
    const count = counts.get(kind.code);
    return count === undefined ? [] : [{ ...kind, count }];
  });
}
