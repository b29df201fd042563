import { formatInstant } from '../calendar/stamps.ts';
import { codes } from '../diagnostics/codes.ts';
import type { ConsequenceFigures } from '../domain/consequence-figures.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { FindPerson } from '../domain/person.ts';
import type { Condition, Language, Policy } from '../domain/policy.ts';
import type { Report, RowAccount } from '../domain/report.ts';
import type { Instant, Period } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { breach, byDecision, type DatedBreach } from './breaches.ts';
import { contribution } from './clock-totals.ts';
import { isWithin } from './counted.ts';
import { collectDetails, type DetailCollector, type DetailTotals } from './details.ts';
import { type Dimension, dimensions } from './dimensions.ts';
import {
  addCreated,
  addRun,
  allFigures,
  emptyGroupTotals,
  type GroupsTotals,
  type GroupTotals,
  groupFigures,
  groupOf,
  mergeGroups,
  mergeGroupTotals,
} from './group-totals.ts';
import {
  addToObjective,
  emptyObjective,
  mergeObjective,
  type ObjectivePart,
  type ObjectiveTotals,
  objectiveFigures,
  objectiveParts,
} from './objectives.ts';
import { byCodeUnits } from './order.ts';
import { nameOf } from './party.ts';
import { fateOf } from './ticket-totals.ts';

export interface Scope {
  /** Absent: everything. */
  readonly period?: Period;
  readonly asOf: Instant;
  /** Whether a condition of the policy holds for a ticket's fields. Absent: conditions of objectives always hold. */
  readonly holds?: (condition: Condition, values: readonly string[]) => boolean;
  /** Who a name is; absent: no roster. */
  readonly find?: FindPerson;
  /** Dimensions to break the figures down by: names of `dimensionNames`; absent: the usual ones. */
  readonly by?: readonly string[];
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
}

/** Plain values: a thread can post them to another. */
export interface Totals {
  readonly all: GroupTotals;
  /** In the order of the dimensions. */
  readonly dimensions: readonly GroupsTotals[];
  readonly breaches: DatedBreach[];
  /** In the order of the policy. */
  readonly objectives: readonly ObjectiveTotals[];
  readonly details?: DetailTotals;
}

export interface Collector {
  readonly totals: Totals;
  /** All verdicts of one ticket, once. Tickets may come in any order. */
  add(verdicts: readonly Verdict[], ticket: TicketFacts): void;
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
  readonly provenance?: Report['provenance'];
}

/** A dimension with its groups, which stand in `Totals.dimensions` too. */
interface Part {
  readonly dimension: Dimension;
  readonly groups: GroupsTotals;
}

/** What is divided and counted: the same for every ticket. */
interface Division {
  readonly parts: readonly Part[];
  readonly objectives: readonly ObjectivePart[];
  readonly details: DetailCollector | undefined;
}

/**
 * Gathers verdicts into the figures of a report. The result depends neither on the order of the tickets nor on how
 * they are split between collectors that are merged. Throws RangeError for an unknown name in `scope.by`.
 */
export function collect(policy: Policy, scope: Scope): Collector {
  const parts = dimensions(policy, scope, scope.by).map((dimension): Part => ({ dimension, groups: new Map() }));
  const { placeOf } = scope;
  const details =
    placeOf === undefined
      ? undefined
      : collectDetails({
          ...(scope.period !== undefined && { period: scope.period }),
          fields: policy.records.fields.map(({ field }) => field),
          dimensions: parts.map(({ dimension }) => dimension),
          placeOf,
        });
  const division: Division = { parts, objectives: objectiveParts(policy, scope), details };
  const totals: Totals = {
    all: emptyGroupTotals(),
    dimensions: parts.map(({ groups }) => groups),
    breaches: [],
    objectives: division.objectives.map(emptyObjective),
    ...(details !== undefined && { details: details.totals }),
  };
  return {
    totals,
    add(verdicts, ticket) {
      addTicket(totals, division, scope, verdicts, ticket);
      details?.add(verdicts);
    },
    merge(other) {
      merge(totals, other.totals);
      if (other.totals.details !== undefined) details?.merge({ totals: other.totals.details });
    },
    finish: (rest) => report(policy, scope, division, totals, rest),
  };
}

function addTicket(
  totals: Totals,
  { parts, objectives }: Division,
  { period, holds = () => true }: Scope,
  verdicts: readonly Verdict[],
  ticket: TicketFacts,
): void {
  const fate = isWithin(period, ticket.createdAt) ? fateOf(verdicts) : undefined;
  if (fate !== undefined) {
    addCreated(totals.all, fate);
    const { fields, createdAt, lastAt = createdAt } = ticket;
    for (const { dimension, groups } of parts) addCreated(groupOf(groups, dimension.ofTicket(fields, lastAt)), fate);
  }
  for (const verdict of verdicts) {
    for (const [index, part] of objectives.entries()) {
      const counted = totals.objectives[index];
      const isMeant = (values: readonly string[]) => holds(part.objective.when, values);
      if (counted !== undefined) addToObjective(counted, part, verdict, period, isMeant);
    }
    const part = contribution(verdict, period);
    if (part === undefined) continue;
    addRun(totals.all, part);
    for (const { dimension, groups } of parts) addRun(groupOf(groups, dimension.ofVerdict(verdict)), part);
    const found = breach(verdict, period);
    if (found !== undefined) totals.breaches.push(found);
  }
}

function merge(totals: Totals, other: Totals): void {
  mergeGroupTotals(totals.all, other.all);
  for (const [index, groups] of totals.dimensions.entries()) mergeGroups(groups, other.dimensions[index] ?? new Map());
  for (const [index, objective] of totals.objectives.entries()) {
    const more = other.objectives[index];
    if (more !== undefined) mergeObjective(objective, more);
  }
  for (const found of other.breaches) totals.breaches.push(found);
}

function report(policy: Policy, scope: Scope, division: Division, totals: Totals, rest: Rest): Report {
  const { period, asOf } = scope;
  return {
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
    ...allFigures(totals.all, policy.clocks),
    objectives: division.objectives.map((part, index) =>
      objectiveFigures(part, totals.objectives[index] ?? emptyObjective(part)),
    ),
    groups: division.parts.map(({ dimension, groups }) => ({
      by: dimension.by,
      ...(scope.by !== undefined && { detailed: true }),
      groups: groupFigures(groups, policy.clocks, (id) => nameOf(id, scope)),
    })),
    breaches: totals.breaches.toSorted(byDecision).map((found) => found.line),
    findings: countFindings(rest.findings),
    ...(rest.consequences !== undefined && { consequences: rest.consequences }),
    ...(rest.sensitivity !== undefined && { sensitivity: rest.sensitivity }),
    ...(division.details !== undefined && { details: division.details.finish() }),
    ...(rest.provenance !== undefined && { provenance: rest.provenance }),
  };
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
