import type { BreachLine } from '../domain/breach-line.ts';
import type { BreachRef, Consequence } from '../domain/consequence.ts';
import type { ConsequenceFigures, ConsequenceLine, NoFile, Subject } from '../domain/consequence-figures.ts';
import type { Per } from '../domain/consequence-rules.ts';
import type { FindPerson, Person } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { Instant, Period } from '../domain/time.ts';
import { byDecision } from './breaches.ts';
import { consequenceLines, type Ledger } from './consequence-lines.ts';
import { sumsOf } from './consequence-sums.ts';
import { isWithin } from './counted.ts';
import type { KnownBreach } from './known-breach.ts';
import { byCodeUnits } from './order.ts';
import { nameOf } from './party.ts';

/** Which consequences are told, and whose breaches are whose. */
export interface ConsequenceScope {
  readonly policy: Pick<Policy, 'clocks' | 'consequences' | 'currency'>;
  /** Takes the consequences that were settled in it, and the breaches that are counted in it; absent: all. */
  readonly period?: Period;
  readonly asOf: Instant;
  /** Decimals of the currency's amounts. */
  readonly minorDigits: number;
  /** Who a name is; absent: no roster. */
  readonly find?: FindPerson;
  /** For whom of a kind a breach counts, as ladders count it; `undefined`: for nobody. */
  readonly subjectOf: (breach: KnownBreach, per: Per) => string | undefined;
}

const KINDS: readonly Per[] = ['employee', 'team', 'department', 'supplier'];
const BEARERS = [...KINDS, 'customer'] as const;
const NO_FILE: readonly NoFile[] = ['unassigned', 'unmatched', 'nobody'];

/**
 * What follows from the verdicts, by who bears it.
 *
 * @param consequences all there are, in time order
 * @param breaches all, excused ones too, also outside the period, in any order
 */
export function consequenceFigures(
  consequences: readonly Consequence[],
  breaches: readonly KnownBreach[],
  scope: ConsequenceScope,
): ConsequenceFigures {
  const { policy, period } = scope;
  const byRef = new Map(breaches.map((breach) => [keyOf(breach.ref), breach]));
  const ledger: Ledger = { policy, minorDigits: scope.minorDigits, overOf: (ref) => byRef.get(keyOf(ref))?.over };
  const settled = consequences.filter(({ settledAt }) => isWithin(period, settledAt));
  // In the order in which they fell due: a breach may be settled long after its time ran out, and counts by the latter.
  const lines = consequenceLines(
    settled.toSorted((a, b) => a.at - b.at),
    ledger,
  );
  const counted = breaches.filter((breach) => breach.isCounted);
  return {
    currency: policy.currency ?? null,
    lines,
    otherBreaches: othersBehind(settled, byRef),
    subjects: subjects(lines, counted, scope),
    totals: BEARERS.flatMap((kind) => {
      const sums = sumsOf(lines.filter((line) => line.kind === kind));
      return sums.length === 0 ? [] : [{ kind, sums }];
    }),
    withoutFile: NO_FILE.flatMap((kind) => {
      const without = counted.filter(({ outcome, charged }) => outcome === 'breached' && charged?.kind === kind);
      return without.length === 0 ? [] : [{ kind, breaches: without.length }];
    }),
  };
}

/** Each once, in the order in which they reached something. */
function othersBehind(consequences: readonly Consequence[], byRef: ReadonlyMap<string, KnownBreach>): BreachLine[] {
  const reached = consequences.flatMap((each) => (each.breach === undefined ? [] : [byRef.get(keyOf(each.breach))]));
  return [...new Set(reached)].flatMap((breach) =>
    breach === undefined || breach.isCounted ? [] : [breach.dated.line],
  );
}

/** Everybody who has a breach or a consequence. */
function subjects(
  lines: readonly ConsequenceLine[],
  breaches: readonly KnownBreach[],
  scope: ConsequenceScope,
): Subject[] {
  return kindsTold(breaches, scope).flatMap((kind) => {
    const files = new Map<string, { readonly lines: ConsequenceLine[]; readonly breaches: KnownBreach[] }>();
    const fileOf = (who: string) => {
      const file = files.get(who) ?? { lines: [], breaches: [] };
      files.set(who, file);
      return file;
    };
    for (const line of lines) if (line.kind === kind) fileOf(line.who).lines.push(line);
    for (const breach of breaches) {
      const who = scope.subjectOf(breach, kind);
      if (who !== undefined) fileOf(who).breaches.push(breach);
    }
    return [...files]
      .map(([name, file]) => subject(kind, name, file.lines, file.breaches, scope))
      .sort((a, b) => b.counted - a.counted || byCodeUnits(a.name, b.name));
  });
}

/** Teams and departments are told of where a rule is about them, or a breach is charged to one. */
function kindsTold(breaches: readonly KnownBreach[], { policy }: ConsequenceScope): Per[] {
  const { ladders, rewards } = policy.consequences;
  const asked = new Set<string>(['employee', 'supplier', ...[...ladders, ...rewards].map(({ per }) => per)]);
  return KINDS.filter((kind) => asked.has(kind) || breaches.some(({ charged }) => charged?.kind === kind));
}

function subject(
  kind: Per,
  name: string,
  lines: readonly ConsequenceLine[],
  breaches: readonly KnownBreach[],
  scope: ConsequenceScope,
): Subject {
  const counted = breaches.filter(({ outcome }) => outcome === 'breached');
  const title = kind === 'employee' ? nameOf(name, scope) : undefined;
  const person = kind === 'employee' ? personAtEnd(name, scope) : undefined;
  return {
    kind,
    name,
    ...(title !== undefined && { title }),
    ...(person !== undefined && person.department !== '' && { department: person.department }),
    counted: counted.length,
    excused: breaches.length - counted.length,
    offDuty: counted.filter(({ charged }) => charged?.offDuty !== undefined).length,
    severity: bandsOf(breaches, scope),
    breaches: breaches
      .map(({ dated }) => dated)
      .sort(byDecision)
      .map(({ line }) => line),
    sums: sumsOf(lines),
  };
}

function personAtEnd(id: string, { find, asOf, period }: ConsequenceScope): Person | undefined {
  const match = find?.(id, Math.min(asOf, (period?.end ?? Infinity) - 1));
  return match?.kind === 'one' ? match.person : undefined;
}

function bandsOf(breaches: readonly KnownBreach[], { policy }: ConsequenceScope): Subject['severity'] {
  const known = policy.clocks.flatMap(({ severity }) => severity.map(({ name }) => name));
  const found = breaches.map(({ severity = '' }) => severity);
  return [...new Set([...known, ...found.toSorted(byCodeUnits)])].flatMap((band) => {
    const of = breaches.filter(({ severity = '' }) => severity === band);
    const counted = of.filter(({ outcome }) => outcome === 'breached').length;
    return of.length === 0 ? [] : [{ band, counted, excused: of.length - counted }];
  });
}

function keyOf({ ticket, clock, cycle }: BreachRef): string {
  return JSON.stringify([ticket, clock, cycle]);
}
