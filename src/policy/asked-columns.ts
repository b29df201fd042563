import type { ColumnMapping, Policy, Records } from '../domain/policy.ts';
import { child, keyPlace, type Tree } from './tree.ts';

/**
 * Columns that only a preset names may be lacking in a file, but not those of which the policy's own rules ask: a clock
 * whose stop no row can tell would call every ticket late. What the author calls optional stays so, and so does an event
 * that several columns can tell. `tree`: where the records are written.
 */
export function requireAsked(policy: Policy, tree: Tree): Policy {
  const asked = askedOf(policy);
  const written = child(tree, 'records');
  const required = <Mapping extends ColumnMapping>(mapping: Mapping, key: string, name: string): Mapping => {
    if (mapping.isOptional !== true || keyPlace(child(child(written, key), name), 'optional') !== undefined)
      return mapping;
    const { isOptional: _, ...rest } = mapping;
    return rest as Mapping;
  };
  const { records } = policy;
  const isAsked = (event: string) => asked.events.has(event) && columnsOf(event, records) === 1;
  const events = records.events.map((mapping) =>
    isAsked(mapping.event) ? required(mapping, 'events', mapping.event) : mapping,
  );
  const durations = records.durations.map((mapping) =>
    asked.totals.has(mapping.name) || isAsked(mapping.name) ? required(mapping, 'durations', mapping.name) : mapping,
  );
  const fields = records.fields.map((mapping) =>
    asked.fields.has(mapping.field) ? required(mapping, 'fields', mapping.field) : mapping,
  );
  return { ...policy, records: { ...records, events, durations, fields } };
}

function columnsOf(name: string, { events, durations }: Records): number {
  return events.filter(({ event }) => event === name).length + durations.filter((each) => each.name === name).length;
}

interface Asked {
  readonly events: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  readonly totals: ReadonlySet<string>;
}

/** Names that rules of any version ask for. Triggers, conditions, promises and charges say theirs in `event` and `field`. */
function askedOf(policy: Policy): Asked {
  const events = new Set<string>();
  const fields = new Set<string>();
  const versions = [policy, ...policy.earlier];
  const open: unknown[] = [policy.records.include];
  for (const { clocks, exclusions, objectives, consequences, figures } of versions) {
    open.push(clocks, exclusions, objectives, consequences, figures);
  }
  for (let part = open.pop(); open.length > 0 || part !== undefined; part = open.pop()) {
    if (typeof part !== 'object' || part === null) continue;
    if ('event' in part && typeof part.event === 'string') events.add(part.event);
    if ('field' in part && typeof part.field === 'string') fields.add(part.field);
    open.push(...(part instanceof Map ? part.values() : Object.values(part)));
  }
  const totals = new Set(versions.flatMap(({ clocks }) => clocks.flatMap(({ pauseTotals }) => pauseTotals ?? [])));
  return { events, fields, totals };
}
