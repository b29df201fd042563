import type { Code } from '../../diagnostics/codes.ts';
import { say } from '../../diagnostics/say.ts';
import type { Compensation, Countable, Ladder, Per, Worth } from '../../domain/consequence-rules.ts';
import type { Diagnostic, Place, Sentence } from '../../domain/diagnostic.ts';
import type { ChargeRule, Policy } from '../../domain/policy.ts';
import { implies } from '../implies.ts';
import { broughtBy } from './brought.ts';
import { countablesOf } from './circles.ts';

/** What the rules of consequences say that can have no effect. Of several versions the newest one's rules hold. */
export function lintConsequences(policy: Policy): Diagnostic<Code>[] {
  const { ladders, compensation, liability, rewards } = policy.consequences;
  return [
    ...policy.earlier.flatMap((version) => superseded(version, policy)),
    ...ladders.flatMap((ladder) => [
      ...uncaused(ladder, policy),
      ...idle(ladder, policy),
      ...subjectless(ladder, policy),
    ]),
    ...compensation.flatMap((entry, index) => idleEntry('compensation', entry, compensation.slice(0, index))),
    ...liability.flatMap((entry, index) => idleEntry('liability', entry, liability.slice(0, index))),
    ...liability.flatMap(({ id, clocks, place }) =>
      noSubject(say`liability "${id}"`, 'supplier', clocks, place, policy),
    ),
    ...rewards.flatMap(({ id, per, filter, place }) =>
      noSubject(say`reward "${id}"`, per, filter.clocks, place, policy),
    ),
  ];
}

const PARTS = ['ladders', 'compensation', 'liability', 'rewards'] as const;
const FILES = ['excuses', 'personnel', 'leave'] as const;

function superseded(version: Policy, newest: Policy): Diagnostic<Code>[] {
  const parts = PARTS.map((part) => {
    const [own, now] = [version.consequences[part], newest.consequences[part]];
    return { part, place: own[0]?.place, isSame: meaning(own) === meaning(now) };
  });
  const files = FILES.map((part) => {
    const [own, now] = [version[part], newest[part]];
    return { part, place: own?.place, isSame: meaning(own) === meaning(now) };
  });
  const idle = [...parts, ...files].filter(({ place, isSame }) => place !== undefined && !isSame);
  const [first] = idle;
  if (first?.place === undefined) return [];
  const whose = version.effective === undefined ? say`the earliest version` : say`an earlier version`;
  const message = say`${idle.map(({ part }) => part)} of ${whose} can have no effect: what follows is as the newest version says`;
  const hint = say`A count goes on from one version to the next, so that the newest one’s rules hold for all breaches.`;
  return [lint('superseded-rules', first.place, message, hint)];
}

/** What it says, whatever line it stands on. */
function meaning(part: unknown): string {
  return JSON.stringify(part ?? null, (key, value: unknown) => {
    if (key === 'place') return undefined;
    return value instanceof Map ? [...value] : value;
  });
}

/** What a ladder looks at must come from a ladder per the same, or for employees from the personnel file. */
function uncaused(ladder: Ladder, { consequences, personnel }: Policy): Diagnostic<Code>[] {
  if (personnel !== undefined && ladder.per === 'employee') return [];
  const givers = consequences.ladders.filter(({ per }) => per === ladder.per);
  const brought = new Set(givers.flatMap(({ tiers }) => tiers.flatMap(({ awards }) => awards.map(broughtBy))));
  const asked = new Set<Countable>(countablesOf(ladder).filter((what) => !brought.has(what)));
  return [...asked].map((what) => {
    const message = say`ladder "${ladder.id}" looks at ${what}, which no ladder per ${ladder.per} brings`;
    const hint =
      ladder.per === 'employee'
        ? say`Let a ladder bring it, or name the file that knows of it: personnel: personnel.csv.`
        : say`Consequences of one ${ladder.per} are those that ladders per ${ladder.per} bring.`;
    return lint('uncaused-consequence', ladder.place, message, hint);
  });
}

function idle({ id, tiers, cap, sparesOffDuty, place }: Ladder, policy: Policy): Diagnostic<Code>[] {
  const awards = tiers.flatMap((tier) => tier.awards);
  const capped = [
    { is: cap.fine !== undefined || cap.fineShare !== undefined, what: 'fine', of: say`a fine` },
    { is: cap.bonusShare !== undefined, what: 'share', of: say`a share of the bonus` },
    { is: cap.points !== undefined, what: 'points', of: say`points` },
  ];
  const found = capped.flatMap(({ is, what, of }): Diagnostic<Code>[] => {
    const isBrought = awards.some((award) => (what === 'share' ? 'share' in award : award.kind === what));
    if (!is || isBrought) return [];
    const message = say`ladder "${id}" has a cap on what no tier brings: ${of}`;
    return [lint('idle-rule', place, message, say`Take the cap out, or cap what the tiers bring.`)];
  });
  if (!sparesOffDuty || policy.leave !== undefined || policy.people !== undefined) return found;
  const message = say`ladder "${id}" spares who was off duty, and nobody can tell who was`;
  return [
    ...found,
    lint('idle-rule', place, message, say`Name the file of leave, leave: leave.csv, or a roster with shifts.`),
  ];
}

/** A cap on no money; an entry whose every breach an earlier one takes. */
function idleEntry(
  part: 'compensation' | 'liability',
  { id, worth, bands, cap, atLeast, when, clocks, place, despiteExcuse }: Compensation,
  earlier: readonly Compensation[],
): Diagnostic<Code>[] {
  const isMoney = ({ amount, of }: Worth) => amount !== undefined || of !== undefined;
  const bounds = [...(cap === undefined ? [] : ['cap']), ...(atLeast === undefined ? [] : ['at_least'])];
  const hasMoney = [worth, ...bands.map((band) => band.worth)].some(isMoney);
  const found = hasMoney
    ? []
    : bounds.map((key) => {
        const message = say`${part} "${id}" has "${key}", and what it gives is no sum of money`;
        const hint = say`A share is one when it is of a field with money in it: of: 金额. Or take it out.`;
        return lint('idle-rule', place, message, hint);
      });
  const taken = earlier.find((other) => {
    const isWider =
      other.clocks.length === 0 || (clocks.length > 0 && clocks.every((clock) => other.clocks.includes(clock)));
    return isWider && (other.despiteExcuse || !despiteExcuse) && implies(when, other.when);
  });
  if (taken === undefined) return found;
  const message = say`${part} "${id}" can never match: "${taken.id}" above takes every breach that it is for`;
  return [
    ...found,
    lint('dead-compensation', place, message, say`The first that matches counts: put the narrower one first.`),
  ];
}

function subjectless({ id, count, per, place }: Ladder, policy: Policy): Diagnostic<Code>[] {
  if (count.kind === 'consequences' || count.kind === 'rating') return [];
  return noSubject(say`ladder "${id}"`, per, count.filter.clocks, place, policy);
}

function noSubject(
  rule: Sentence,
  per: Per,
  clocks: readonly string[],
  place: Place,
  policy: Policy,
): Diagnostic<Code>[] {
  const counted = policy.clocks.filter(({ id }) => clocks.length === 0 || clocks.includes(id));
  const kinds = new Set(counted.flatMap(({ charge }) => charge.map(chargedAs)));
  const has = (field: string) => policy.records.fields.some((each) => each.field === field);
  const hasUnit = policy.people !== undefined || has(per);
  const isFound = {
    employee: kinds.has('employee'),
    supplier: kinds.has('supplier'),
    department: kinds.has('department') || (kinds.has('employee') && hasUnit),
    team: (kinds.has('employee') && hasUnit) || (kinds.has('department') && has('team')),
  }[per];
  if (isFound) return [];
  const whose = clocks.length === 0 ? say`no clock is` : say`none of the clocks ${clocks} is`;
  const message = say`${rule} is per ${per}, and ${whose} charged to one`;
  return [lint('no-subject', place, message, HINTS[per])];
}

const HINTS: Readonly<Record<Per, Sentence>> = {
  employee: say`A clock is charged to employees by charge: holder.`,
  supplier: say`A clock is charged to a supplier by a field that names it: charge: {field: 供应商, kind: supplier}.`,
  department: say`A clock is charged to a department by a field that names it, or by way of the roster: people: roster.csv.`,
  team: say`Whose team it is the roster says: people: roster.csv; or a field called team.`,
};

function chargedAs(rule: ChargeRule): string {
  if (rule.kind === 'field') return rule.as;
  return rule.kind === 'unit' ? 'department' : rule.kind === 'nobody' ? 'nobody' : 'employee';
}

function lint(code: Code, place: Place, message: Sentence, hint: Sentence): Diagnostic<Code> {
  return { code, place, message, hint };
}
