import type { BreachLine, BreachParty, ExcuseLine } from '../domain/breach-line.ts';
import type { BreachRef } from '../domain/consequence.ts';
import type { ConsequenceFigures, ConsequenceLine, ConsequenceSum, Subject } from '../domain/consequence-figures.ts';
import type { Per } from '../domain/consequence-rules.ts';
import { byText, titlePlan } from './figure-plans.ts';
import type { Masks } from './masks.ts';
import { ABSENT, by, listed, type Mask, open, type Plan, UNKNOWN } from './plan.ts';

export function breachPlan(masks: Masks): Plan<BreachLine> {
  return by((line: BreachLine) => {
    const charged = masks.party(line.chargedKind as Parameters<Masks['party']>[0], 'employee');
    return {
      ticket: masks.ticket,
      clock: open,
      target: open,
      startedAt: open,
      dueAt: open,
      stoppedAt: open,
      cancelledAt: open,
      severity: open,
      chargedTo: (text: string) => charged(text),
      chargedName: charged === open ? open : ABSENT,
      chargedKind: open,
      offDuty: open,
      outcome: open,
      excuse: excusePlan(masks),
    };
  });
}

export function breachPartyPlan(masks: Masks): Plan<BreachParty> {
  return by((party: BreachParty) => {
    const charged = masks.party(party.chargedKind as Parameters<Masks['party']>[0], 'employee');
    return {
      chargedTo: (text: string) => charged(text),
      chargedName: charged === open ? open : ABSENT,
      chargedKind: open,
      bands: { band: open },
    };
  });
}

function excusePlan(masks: Masks): Plan<ExcuseLine | null> {
  return by((excuse: ExcuseLine) => ({
    decision: open,
    by: (text: string) => masks.person(text, Date.parse(excuse.at)),
    at: open,
    reason: masks.free,
    evidence: masks.free,
  }));
}

const sumPlan: Plan<ConsequenceSum> = { family: open, consequence: open, currency: open };

export function breachRefPlan(masks: Masks): Plan<BreachRef> {
  return { ticket: masks.ticket, clock: open };
}

/** Of compensation it is the customer or, where nobody knows them, the ticket. */
function bearer(masks: Masks, { kind, who, breach }: Pick<ConsequenceLine, 'kind' | 'who' | 'breach'>): Mask {
  if (kind !== 'customer') return perMask(masks, kind);
  return who === breach?.ticket && !masks.hasCustomers ? masks.ticket : masks.customer;
}

/** A team is named by the roster or a field, a department and a supplier may be charged themselves. */
function perMask({ party, division, person }: Masks, kind: Per): Mask {
  const mask = kind === 'employee' ? person : kind === 'team' ? division(kind) : party(kind, kind);
  return mask === open ? open : (text) => mask(text);
}

export function consequencePlan(masks: Masks): Plan<ConsequenceLine> {
  return by((line: ConsequenceLine) => {
    const who = bearer(masks, line);
    return {
      family: open,
      who,
      name: who === open ? open : UNKNOWN,
      kind: open,
      ladder: open,
      reward: open,
      title: titlePlan,
      consequence: open,
      currency: open,
      quantity: open,
      at: open,
      period: open,
      counts: open,
      countsOf: open,
      lines: { figure: open, operator: open },
      breach: breachRefPlan(masks),
      counted: breachRefPlan(masks),
      facts: { what: open, at: open, reason: masks.free },
      until: open,
    };
  });
}

function subjectPlan(masks: Masks): Plan<Subject> {
  return by((subject: Subject) => {
    const name = perMask(masks, subject.kind);
    return {
      kind: open,
      name,
      title: name === open ? open : ABSENT,
      department: (text: string) => masks.division('department')(text),
      severity: { band: open },
      breaches: breachPlan(masks),
      sums: sumPlan,
    };
  });
}

const PER: readonly Per[] = ['employee', 'team', 'department', 'supplier'];

export function consequencesPlan(masks: Masks): Plan<ConsequenceFigures> {
  return {
    currency: open,
    lines: consequencePlan(masks),
    otherBreaches: breachPlan(masks),
    subjects: listed(subjectPlan(masks), (one, other) => {
      const isInOrder = perMask(masks, one.kind) === open || one.kind !== other.kind;
      if (isInOrder) return PER.indexOf(one.kind) - PER.indexOf(other.kind);
      return other.counted - one.counted || byText(one.name, other.name);
    }),
    totals: { kind: open, sums: sumPlan },
    withoutFile: { kind: open },
  };
}
