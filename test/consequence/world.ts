import { zone } from '../../src/calendar/zone.ts';
import { type Gatherer, gather, type Setting } from '../../src/consequence/gather.ts';
import { readMinor } from '../../src/consequence/money.ts';
import type { Consequence } from '../../src/domain/consequence.ts';
import type {
  Award,
  Compensation,
  ConsequenceRules,
  Count,
  Ladder,
  Reward,
  Tier,
} from '../../src/domain/consequence-rules.ts';
import type { PersonnelFact } from '../../src/domain/personnel.ts';
import type { Clock } from '../../src/domain/policy.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { countedAt } from '../../src/figures/counted.ts';
import { at, HOUR, response, type Told, verdict } from '../figures/verdicts.ts';

// Consequences of verdicts made by hand. Days are of 2026 and UTC unless a test says otherwise.

const place = { file: 'policy.yaml', line: 1 };

/** The fields of the made tickets, in their order. */
const FIELDS = ['channel', 'assignee', 'price', 'customer', 'team', 'department'];

export type FieldsTold = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

export interface BreachTold {
  readonly ticket?: string;
  readonly clock?: Clock;
  readonly cycle?: number;
  /** Its charged employee; default Li. */
  readonly who?: string;
  readonly charged?: Verdict['charged'];
  /** The target ran out, as `2026-10-08 09:30`. */
  readonly due: string;
  /** Default: at once. */
  readonly settled?: string;
  readonly start?: string;
  readonly stop?: string;
  readonly over?: number;
  readonly severity?: string;
  /** Band and when it was entered. */
  readonly bands?: readonly (readonly [name: string | undefined, from: string])[];
  readonly fields?: FieldsTold;
  readonly outcome?: Told['outcome'];
}

let tickets = 0;

/** A breach charged to an employee. Tickets number themselves, T-1, T-2 …, unless they are told. */
export function breach(told: BreachTold): Verdict {
  const { who = 'Li', settled, bands, fields = {}, ticket = `T-${++tickets}`, over = HOUR } = told;
  return {
    ...verdict({
      outcome: told.outcome ?? 'breached',
      ticket,
      due: told.due,
      decided: told.due,
      over,
      charged: told.charged ?? { to: who, kind: 'employee' },
      fields: FIELDS.map((field) => fields[field] ?? (field === 'assignee' ? who : '')),
      ...(told.clock !== undefined && { clock: told.clock }),
      ...(told.cycle !== undefined && { cycle: told.cycle }),
      ...(told.start !== undefined && { start: told.start }),
      ...(told.stop !== undefined && { stop: told.stop }),
      ...(told.severity !== undefined && { severity: told.severity }),
    }),
    settledAt: at(settled ?? told.due),
    ...(bands !== undefined && { bands: bands.map(([name, from]) => ({ name, from: at(from) })) }),
  };
}

/** A run that was met by an employee, at its stop. */
export function met(stop: string, who = 'Li', clock = response): Verdict {
  return verdict({
    outcome: 'met',
    ticket: `T-${++tickets}`,
    clock,
    stop,
    fields: FIELDS.map((field) => (field === 'assignee' ? who : '')),
  });
}

type Given = Partial<Omit<Tier, 'awards' | 'place' | 'needs'>> & {
  readonly needs?: Readonly<Partial<Record<Tier['needs'][number]['of'], number>>>;
};

export function tier(reached: number, awards: Award | readonly Award[], more: Given = {}): Tier {
  const { needs = {}, ...rest } = more;
  return {
    number: 0,
    at: reached,
    repeats: false,
    needs: Object.entries(needs).map(([of, times]) => ({ of: of as Tier['needs'][number]['of'], times })),
    awards: [awards].flat(),
    place,
    ...rest,
  };
}

export const fine = (yuan: number): Award => ({ kind: 'fine', amount: yuan * 100 });
export const bonus = (percent: number): Award => ({ kind: 'bonus', share: percent * 100 });
export const points = (number: number): Award => ({ kind: 'points', points: number });
export const action = (name: Extract<Award, { kind: 'action' }>['action'], months?: number): Award => {
  return { kind: 'action', action: name, ...(months !== undefined && { months }) };
};

export function breaches(
  filter: Partial<Extract<Count, { kind: 'breaches' }>['filter']> = {},
  more: { readonly weights?: Readonly<Record<string, number>>; readonly after?: Tier['needs'][number]['of'] } = {},
): Count {
  return {
    kind: 'breaches',
    filter: { clocks: [], severities: [], when: [], ...filter },
    weights: new Map(Object.entries(more.weights ?? {})),
    ...(more.after !== undefined && { after: more.after }),
  };
}

export const overtime: Count = { kind: 'overtime', filter: { clocks: [], severities: [], when: [] } };
export const consequences = (...of: Extract<Count, { kind: 'consequences' }>['of'][number][]): Count => {
  return { kind: 'consequences', of };
};
export const attainment = (atLeastRuns = 1): Count => {
  return { kind: 'attainment', filter: { clocks: [], when: [] }, atLeastRuns };
};
export const rating = (atLeastRuns = 1): Count => ({ kind: 'rating', filter: { clocks: [], when: [] }, atLeastRuns });

export function ladder(tiers: readonly Tier[], more: Partial<Omit<Ladder, 'tiers'>> = {}): Ladder {
  return {
    id: 'ladder',
    title: {},
    count: breaches(),
    per: 'employee',
    window: { kind: 'month' },
    apply: 'each',
    cap: {},
    grace: 0,
    reset: { after: [] },
    sparesOffDuty: false,
    place,
    tiers: tiers.map((each, index) => ({ ...each, number: index + 1 })),
    ...more,
  };
}

export const months = (count: number): Ladder['window'] => ({ kind: 'rolling', months: count });
export const month: Ladder['window'] = { kind: 'month' };
export const quarter: Ladder['window'] = { kind: 'quarter' };
export const year: Ladder['window'] = { kind: 'year' };
export const ever: Ladder['window'] = { kind: 'ever' };

export function compensation(more: Partial<Compensation>): Compensation {
  return { id: 'c', when: [], clocks: [], give: 'cash', worth: {}, bands: [], despiteExcuse: false, place, ...more };
}

export function reward(lines: Reward['lines'], awards: readonly Award[], more: Partial<Reward> = {}): Reward {
  const filter = { clocks: [], when: [] };
  return { id: 'reward', title: {}, per: 'employee', window: { kind: 'month' }, filter, lines, awards, place, ...more };
}

export function fact(what: PersonnelFact['what'], text: string, who = 'Li'): PersonnelFact {
  return { who, what, at: at(text), reason: '', place };
}

export interface World {
  readonly zone?: string;
  /** Default: the end of 2099. */
  readonly asOf?: string;
  readonly facts?: readonly PersonnelFact[];
  readonly rounding?: ConsequenceRules['rounding'];
  readonly customer?: string;
  /** Of each employee the bonus that shares are shares of, in minor units. */
  readonly bases?: Readonly<Record<string, number>>;
  /** Of each employee the roster's team. */
  readonly teams?: Readonly<Record<string, string>>;
  readonly names?: Readonly<Record<string, string>>;
}

export type Rules = Partial<Omit<ConsequenceRules, 'rounding'>>;

export function gatherer(rules: Rules, world: World = {}): Gatherer {
  const there = zone(world.zone ?? 'UTC');
  if (there === undefined) throw new Error('no such zone');
  const asOf = at(world.asOf ?? '2099-12-31 00:00');
  const field = (values: readonly string[], name: string) => values[FIELDS.indexOf(name)] ?? '';
  const setting: Setting = {
    zone: there,
    asOf,
    society: {
      answering: ({ charged, fields, fieldsBefore }) =>
        charged === undefined
          ? { kind: 'employee', name: field(fieldsBefore ?? fields, 'assignee') }
          : { kind: charged.kind, name: charged.to },
      unitOf: (employee, unit) => (unit === 'team' ? (world.teams?.[employee] ?? '') : ''),
      nameOf: (id) => world.names?.[id],
      bonusBase: (id) => world.bases?.[id],
      holds: (condition, values) =>
        condition.every((test) => test.kind === 'one-of' && test.values.includes(field(values, test.field))),
      field,
    },
    facts: (world.facts ?? []).filter((each) => each.at <= asOf),
    countedAt,
    amountIn: (cell) => readMinor(cell, 2),
  };
  const all: ConsequenceRules = {
    ladders: [],
    compensation: [],
    liability: [],
    rewards: [],
    rounding: world.rounding ?? { to: 1, rule: 'half-up' },
    ...(world.customer !== undefined && { customer: world.customer }),
    ...rules,
  };
  return gather(all, setting);
}

export function follow(rules: Rules, verdicts: readonly Verdict[], world: World = {}): Consequence[] {
  const gathering = gatherer(rules, world);
  gathering.add(verdicts, []);
  return gathering.finish();
}

/** What ladders bring, told as `fine 50 · 10-05 · 1`: what, how much in major units, the date, the count. */
export function climbed(
  ladders: Ladder | readonly Ladder[],
  verdicts: readonly Verdict[],
  world: World = {},
): string[] {
  return follow({ ladders: [ladders].flat() }, verdicts, world).map(told);
}

export function told({ consequence, amount, share, isMoney, at: instant, count, cappedBy }: Consequence): string {
  const much = amount === undefined ? '' : ` ${isMoney ? amount / 100 : amount}`;
  const percent = share === undefined ? '' : ` ${share / 100}%`;
  const capped = cappedBy === undefined ? '' : ` (−${amount === undefined || isMoney ? cappedBy / 100 : cappedBy})`;
  return `${consequence}${much}${percent}${capped} · ${dateOf(instant)} · ${count}`;
}

/** `10-05` for midnight and any other time of that day of 2026; other years in full. */
export function dateOf(instant: number): string {
  const date = new Date(instant).toISOString().slice(0, 10);
  return date.startsWith('2026-') ? date.slice(5) : date;
}

/** Breaches of Li's, one a day: `on('10-05', '10-06')`. */
export function on(...days: readonly string[]): Verdict[] {
  return days.map((day) => breach({ due: `${day.length === 5 ? `2026-${day}` : day} 09:00` }));
}
