import { BLANK } from '../domain/event-log.ts';
import type { FieldMapping, Policy } from '../domain/policy.ts';
import type { Breakdown } from '../domain/report.ts';
import type { RunBlock } from '../domain/run-block.ts';
import type { Instant } from '../domain/time.ts';
import { answeringOfBlocks } from './blocks/answering-numbers.ts';
import { byValue } from './blocks/value-numbers.ts';
import type { Dimension, Division } from './dimension.ts';
import { answering, type Desk, holder, type Party, type Unit, unitOf } from './party.ts';
import { partyAt, partyCoder } from './tables/group-codes.ts';
import { TIMES, timeDimension } from './time-dimensions.ts';

/** Fields by which a report is broken down when nobody says by which. */
const USUAL = ['channel', 'type', 'urgency', 'department', 'audience', 'team'];

/** What the roster says of whoever answers, where the records have no field of that name. */
const UNITS: readonly Unit[] = ['department', 'team', 'manager'];

type Divisible = Pick<Policy, 'records' | 'people' | 'timezone'>;

/** What `--by` accepts under this policy. A field of the records goes before what we call by its name. */
export function dimensionNames(policy: Omit<Divisible, 'timezone'>): string[] {
  return [...new Set([...ownNames(policy), ...(policy.people === undefined ? [] : UNITS), ...TIMES])];
}

function ownNames({ records }: Pick<Divisible, 'records'>): string[] {
  return ['employee', ...records.fields.map((mapping) => mapping.field)];
}

/** By what a report is divided when nobody says by what: `employee` and the usual fields, in the records' order. */
export function usualBreakdowns(policy: Pick<Divisible, 'records'>): Breakdown[] {
  return [...new Set(ownNames(policy))]
    .filter((name) => name === 'employee' || USUAL.includes(name))
    .map((by) => ({ by }));
}

/**
 * The breakdowns asked for, each once, in that order; without a wish the usual ones. Throws RangeError for a name that is
 * none of `dimensionNames`: the command line checks first.
 */
export function divisionsOf(
  policy: Divisible,
  scope: Omit<Desk, 'fields'>,
  by: readonly Breakdown[] = usualBreakdowns(policy),
): Division[] {
  const once = new Map(by.map((each) => [JSON.stringify([each.by, each.inner]), each]));
  return [...once.values()].map((each) => {
    const outer = dimension(policy, scope, each.by);
    return each.inner === undefined ? { outer } : { outer, inner: dimension(policy, scope, each.inner) };
  });
}

/** One way to divide. Throws RangeError for a name that is none of `dimensionNames`. */
export function dimension(policy: Divisible, scope: Omit<Desk, 'fields'>, name: string): Dimension {
  const { fields } = policy.records;
  if (!dimensionNames(policy).includes(name)) throw new RangeError(`no dimension "${name}"`);
  const desk = { ...scope, fields };
  if (name === 'employee') return byParty(desk);
  if (ownNames(policy).includes(name)) return byField(fields, name);
  const unit = policy.people === undefined ? undefined : UNITS.find((each) => each === name);
  return unit === undefined ? timeDimension(name, policy.timezone, scope.asOf) : byUnit(desk, unit);
}

function byParty(desk: Desk): Dimension {
  return {
    by: 'employee',
    ofVerdict: (verdict) => answering(desk, verdict),
    ofTicket: (values, at) => holder(desk, values, at),
    ofBlocks: (ground) => answeringOfBlocks(desk, ground),
  };
}

function byUnit(desk: Desk, unit: Unit): Dimension {
  return {
    by: unit,
    ofVerdict: (verdict) => unitOf(desk, answering(desk, verdict), unit, verdict.decidedAt ?? desk.asOf),
    ofTicket: (values, at) => unitOf(desk, holder(desk, values, at), unit, at),
    ofBlocks(ground) {
      const parties = partyCoder();
      const answering = answeringOfBlocks(desk, { ...ground, numberOf: parties.codeOf });
      const numberOf = (party: number, at: Instant) =>
        ground.numberOf(unitOf(desk, partyAt(parties.codes, party), unit, at));
      return {
        ofRun(block, run) {
          const decidedAt = block.decidedAt[run]!;
          return numberOf(answering.ofRun(block, run), Number.isNaN(decidedAt) ? desk.asOf : decidedAt);
        },
        ofTicket: (block, ticket) => numberOf(answering.ofTicket(block, ticket), block.lastAt[ticket]!),
      };
    },
  };
}

function byField(fields: readonly FieldMapping[], field: string): Dimension {
  const index = fields.findIndex((mapping) => mapping.field === field);
  const ofTicket = (values: readonly string[]): Party => ({ kind: 'value', name: values[index] ?? '' });
  return {
    by: field,
    ofVerdict: (verdict) => ofTicket(verdict.fieldsBefore ?? verdict.fields),
    ofTicket,
    ofBlocks({ log, numberOf }) {
      const numberAt = byValue(log, (name) => numberOf({ kind: 'value', name }));
      const groupOf = ({ values }: RunBlock, first: number) => numberAt(index < 0 ? BLANK : values[first + index]!);
      return {
        ofRun(block, run) {
          const before = block.fieldsBefore[run]!;
          return groupOf(block, before < 0 ? block.fields[run]! : before);
        },
        ofTicket: (block, ticket) => groupOf(block, block.lastFields[ticket]!),
      };
    },
  };
}
