import { zone } from '../calendar/zone.ts';
import { monthsToCover, type Shortfall, shortfalls } from '../consequence/coverage.ts';
import type { Society } from '../consequence/events.ts';
import { type GatheredTotals, gather } from '../consequence/gather.ts';
import { minorDigits, readMinor } from '../consequence/money.ts';
import { subjectOf } from '../consequence/subjects.ts';
import type { Code } from '../diagnostics/codes.ts';
import { say } from '../diagnostics/say.ts';
import type { BreachRef, Consequence } from '../domain/consequence.ts';
import type { ConsequenceFigures } from '../domain/consequence-figures.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import type { FindPerson } from '../domain/person.ts';
import type { PersonnelFact } from '../domain/personnel.ts';
import type { Condition, Policy } from '../domain/policy.ts';
import type { Proof } from '../domain/proof.ts';
import type { Instant, Period, Span } from '../domain/time.ts';
import { isBreach } from '../figures/breaches.ts';
import { consequenceLines } from '../figures/consequence-lines.ts';
import { consequenceFigures } from '../figures/consequences.ts';
import { countedAt } from '../figures/counted.ts';
import { type KnownBreach, knownBreach } from '../figures/known-breach.ts';
import { answering, type Desk, holder, nameOf, unitOf } from '../figures/party.ts';
import type { TicketVerdicts } from './judging.ts';

/** What consequences rest on besides verdicts. */
export interface Ground {
  readonly policy: Policy;
  readonly extent: Span | undefined;
  /** Those of these months, in order, that have no stamp. */
  readonly emptyMonths: (months: readonly Period[]) => readonly Period[];
  readonly asOf: Instant;
  readonly find: FindPerson | undefined;
  readonly facts: readonly PersonnelFact[];
  /** Whose figures are told; absent: of all. */
  readonly period: Period | undefined;
  readonly holds: (condition: Condition, values: readonly string[]) => boolean;
}

/** Gathers what follows from the verdicts on all tickets; they may come in any order. */
export interface Following {
  add(ticket: TicketVerdicts): void;
  /** All there is, in time order: a period takes those settled in it. */
  finish(): Consequence[];
  /** The same of the period, by who bears it. */
  figures(): ConsequenceFigures;
  readonly totals: FollowingTotals;
  /** Takes over what another has gathered by the same ground, but for its log; the parts share no ticket. */
  merge(other: FollowingTotals): void;
}

/** Plain values. */
export interface FollowingTotals {
  readonly gathered: GatheredTotals;
  readonly breaches: KnownBreach[];
}

export function following(ground: Ground): Following {
  const { policy, asOf, find, facts, period, holds } = ground;
  const rules = policy.consequences;
  const { fields } = policy.records;
  const desk: Desk = { fields, asOf, ...(find !== undefined && { find }) };
  const digits = minorDigits(policy.currency);
  const society: Society = {
    answering: (verdict) => answering(desk, verdict),
    unitOf: (name, unit, at) => unitOf(desk, { kind: 'employee', name }, unit, at).name,
    nameOf: (id) => nameOf(id, desk),
    bonusBase(id, at) {
      const match = find?.(id, at);
      const hundredths = match?.kind === 'one' ? match.person.bonusBase : undefined;
      return hundredths === undefined ? undefined : Math.round((hundredths * 10 ** digits) / 100);
    },
    holds,
    field: (values, field) => values[fields.findIndex((mapping) => mapping.field === field)] ?? '',
  };
  const breaches: KnownBreach[] = [];
  const scope = { asOf, ...(period !== undefined && { period }) };
  const gatherer = gather(rules, {
    zone: zoneOf(policy),
    asOf,
    society,
    facts: facts.filter(({ at }) => at <= asOf),
    countedAt,
    amountIn: (cell) => readMinor(cell, digits),
  });
  return {
    add({ verdicts, ratings }) {
      const rated = ratings.map(({ at, fields: values }) => ({
        rating: rules.rating === undefined ? '' : society.field(values, rules.rating),
        at,
        fields: values,
        holder: holder(desk, values, at),
      }));
      gatherer.add(verdicts, rated);
      // One by one: a ticket may have more than fit on the stack.
      for (const verdict of verdicts) {
        if (isBreach(verdict)) breaches.push(knownBreach(verdict, answering(desk, verdict), scope));
      }
    },
    totals: { gathered: gatherer.totals, breaches },
    merge(other) {
      gatherer.merge(other.gathered);
      for (const breach of other.breaches) breaches.push(breach);
    },
    finish: () => gatherer.finish(),
    figures: () =>
      consequenceFigures(gatherer.finish(), breaches, {
        ...{ ...scope, policy, minorDigits: digits },
        subjectOf: (breach, per) => subjectOf(breach.answering, per, breach.at, breach.fields, society),
        ...(find !== undefined && { find }),
      }),
  };
}

/** Without rules nothing follows, and nothing need be gathered for it. */
export function hasConsequences({ consequences }: Policy): boolean {
  const { ladders, compensation, liability, rewards } = consequences;
  return ladders.length + compensation.length + liability.length + rewards.length > 0;
}

/** The proof goes on from each breach to the consequences that it counts in, also where there are none. */
export function withConsequences(proof: Proof, all: readonly Consequence[], policy: Policy): Proof {
  const digits = minorDigits(policy.currency);
  const runs = proof.runs.map((run) => {
    const { verdict } = run;
    if (!isBreach(verdict)) return run;
    const { clock, cycle } = verdict.run;
    const isThis = (ref: BreachRef) => ref.ticket === verdict.ticket && ref.clock === clock.id && ref.cycle === cycle;
    const own = all.filter(({ counted }) => counted.some(isThis));
    const overOf = (ref: BreachRef) => (isThis(ref) ? verdict.over : undefined);
    return { ...run, consequences: consequenceLines(own, { policy, minorDigits: digits, overOf }) };
  });
  return { ...proof, runs };
}

/** One finding for all ladders that look back too far. */
function missingBefore(found: readonly Shortfall[]): Diagnostic<Code>[] {
  const [first] = found;
  if (first === undefined) return [];
  const from = { at: Math.min(...found.map(({ missing }) => missing.start)) };
  const names = found.map(({ ladder }) => `"${ladder}"`);
  const start = { at: first.missing.end };
  return [
    {
      code: 'window-not-covered',
      message:
        found.length === 1
          ? say`${names} looks back to ${from}, and the exports begin at ${start}`
          : say`${names} look back to ${from}, and the exports begin at ${start}`,
      hint: say`What happened before is not counted. Give the earlier exports too, or a personnel file with what came of them.`,
    },
  ];
}

/** Windows that the exports do not cover: what happened there is not counted, and nobody would see it. */
export function uncovered({ policy, extent, emptyMonths }: Ground, dueFrom: Instant): Diagnostic<Code>[] {
  if (extent === undefined) return [];
  const place = zoneOf(policy);
  const months = monthsToCover(policy.consequences, dueFrom, extent, place);
  return [
    ...missingBefore(
      shortfalls(policy.consequences, dueFrom, extent, {
        zone: place,
        hasPersonnel: policy.personnel !== undefined,
        since: [policy, ...policy.earlier].reduce(
          (first, { effective = -Infinity }) => Math.min(first, effective),
          Infinity,
        ),
      }),
    ),
    ...emptyMonths(months).map(
      ({ label }): Diagnostic<Code> => ({
        code: 'window-not-covered',
        message: say`the exports have nothing in ${label}, which lies in the windows of the ladders`,
        hint: say`Is a month’s file missing? What happened then is not counted.`,
      }),
    ),
  ];
}

function zoneOf({ timezone }: Policy) {
  const place = zone(timezone);
  if (place === undefined) throw new Error(`no time zone ${timezone}`);
  return place;
}
