import type { Provenance } from '../domain/provenance.ts';
import type { ObjectiveFigures, ReadingFigures, ReadingParty, Report, RowAccount } from '../domain/report.ts';
import type { RunDetails, RunGroup, RunLine } from '../domain/run-line.ts';
import type { BacklogFigures, SatisfactionFigures, TicketHolder, TrendFigures } from '../domain/ticket-figures.ts';
import { breachPartyPlan, breachPlan, consequencesPlan } from './consequence-plans.ts';
import {
  byText,
  clockPlan,
  groupsPlan,
  type NamedParty,
  partyMasks,
  partyPlan,
  reordered,
  titlePlan,
} from './figure-plans.ts';
import { highlightPlan } from './highlight-plan.ts';
import type { Masks } from './masks.ts';
import { ABSENT, by, listed, open, type Plan, whole } from './plan.ts';
import { sourcePlan } from './source-plan.ts';
import { handOversPlan, latePausesPlan, loadPlan, timeUsePlan } from './time-plans.ts';

/** What becomes of each text of a report where people are hidden. */
export function reportPlan(masks: Masks): Plan<Report> {
  return by((report: Report) => ({
    policy: { file: open, name: open },
    timezone: open,
    language: open,
    period: { label: open, start: open, end: open },
    asOf: open,
    dataEnds: open,
    rows: rowsPlan,
    highlights: highlightPlan(masks),
    clocks: clockPlan,
    objectives: objectivePlan(masks),
    groups: by((grouping: Report['groups'][number]) => ({
      by: open,
      inner: open,
      groups: groupsPlan(masks, grouping.by, grouping.inner),
    })),
    breaches: breachPlan(masks),
    breachParties: breachPartyPlan(masks),
    findings: { code: open, severity: open, title: open },
    consequences: consequencesPlan(masks),
    sensitivity: readingPlan(masks),
    backlog: backlogPlan(masks),
    satisfaction: satisfactionPlan(masks),
    firstContactBy: open,
    trend: trendPlan,
    untold: { figure: open, why: open },
    source: sourcePlan(masks),
    timeUse: timeUsePlan(masks),
    load: loadPlan(masks),
    handOvers: handOversPlan(masks),
    latePauses: latePausesPlan(masks),
    details: detailsPlan(masks, report),
    provenance: provenancePlan(masks),
  }));
}

const rowsPlan: Plan<RowAccount> = {
  setAside: { reason: open },
  byFile: { file: open, setAside: { reason: open } },
};

function objectivePlan(masks: Masks): Plan<ObjectiveFigures> {
  type Share = ObjectiveFigures['groups'][number];
  return {
    id: open,
    title: titlePlan,
    clocks: open,
    groups: listed(
      by((group: Share) => {
        const mask = masks.division(group.by);
        return { by: open, name: (text: string) => mask(text) };
      }),
      (one, other) => (one.by === other.by && masks.isHidden(one.by) ? byText(one.name, other.name) : 0),
    ),
  };
}

function readingPlan(masks: Masks): Plan<ReadingFigures> {
  return {
    reading: open,
    question: open,
    written: open,
    clocks: open,
    parties: reordered(
      by((party: ReadingParty) => ({
        ...partyMasks(masks, party, 'employee'),
        verdicts: { ticket: masks.ticket, clock: open, shift: open },
      })),
      masks,
      'employee',
      (one, other) => other.verdicts.length - one.verdicts.length,
    ),
  };
}

function holderPlan(masks: Masks): Plan<TicketHolder> {
  return partyPlan(masks, 'employee');
}

type BacklogGroup = BacklogFigures['groups'][number]['groups'][number];

function backlogPlan(masks: Masks): Plan<BacklogFigures> {
  return {
    groups: by((grouping: BacklogFigures['groups'][number]) => ({
      by: open,
      groups: reordered(
        by((group: BacklogGroup) => partyMasks(masks, group, grouping.by)),
        masks,
        grouping.by,
        (one, other) => other.open - one.open,
      ),
    })),
    oldest: { ticket: masks.ticket, createdAt: open, holder: holderPlan(masks) },
  };
}

type RatedGroup = SatisfactionFigures['groups'][number]['groups'][number];

function satisfactionPlan(masks: Masks): Plan<SatisfactionFigures> {
  return {
    field: open,
    lowWhen: open,
    dissatisfiedBy: open,
    groups: by((grouping: SatisfactionFigures['groups'][number]) => ({
      by: open,
      groups: reordered(
        by((group: RatedGroup) => partyMasks(masks, group, grouping.by)),
        masks,
        grouping.by,
        (one, other) => other.ratings - one.ratings,
      ),
    })),
    lowest: { ticket: masks.ticket, givenAt: open, holder: holderPlan(masks) },
  };
}

const trendPlan: Plan<TrendFigures> = {
  months: { month: open, start: open, end: open, clocks: clockPlan, change: { clocks: { clock: open } } },
};

function detailsPlan(masks: Masks, report: Report): Plan<RunDetails> {
  const fields = report.details?.fields.map(masks.field) ?? [];
  return {
    fields: open,
    runs: by((run: RunLine) => {
      const at = run.decidedAt === null ? undefined : Date.parse(run.decidedAt);
      const charged = run.chargedKind === null ? open : masks.party(run.chargedKind, 'employee');
      return {
        ticket: masks.ticket,
        clock: open,
        target: open,
        outcome: open,
        startedAt: open,
        dueAt: open,
        stoppedAt: open,
        decidedAt: open,
        severity: open,
        chargedTo: (text: string) => charged(text),
        chargedName: charged === open ? open : ABSENT,
        chargedKind: open,
        reason: masks.reason,
        fields: whole((values: readonly string[]) =>
          values.map((value, index) => (fields[index] ?? masks.free)(value, at)),
        ),
        groups: whole((groups: readonly RunGroup[]) =>
          groups.map((group, index) => runGroup(masks, group, report.groups[index])),
        ),
        lines: open,
      };
    }),
  };
}

function runGroup(
  { party }: Masks,
  { inner, ...group }: RunGroup,
  grouping: { readonly by: string; readonly inner?: string } | undefined,
): RunGroup {
  const masked = ({ kind, name }: Omit<RunGroup, 'inner'>, division: string) => ({
    kind,
    name: party(kind as NamedParty['kind'], division)(name),
  });
  return {
    ...masked(group, grouping?.by ?? ''),
    ...(inner !== undefined && { inner: masked(inner, grouping?.inner ?? '') }),
  };
}

/** Names of files stay: they lead back to the source. An argument that is somebody's name does not. */
function provenancePlan(masks: Masks): Plan<Provenance> {
  return {
    tool: { name: open, version: open, build: open },
    privacy: { kind: open, key: open },
    command: masks.argument,
    files: { role: open, file: open, sha256: open },
    timeZoneData: open,
    holidayData: { country: open, version: open, sha256: open },
  };
}
