import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bench } from '../../src/audit/judging.ts';
import { loadHolidays } from '../../src/calendar/holidays/load-holidays.ts';
import type { Policy } from '../../src/domain/policy.ts';
import type { Source } from '../../src/domain/source.ts';
import { readExports } from '../../src/ingest/read-exports.ts';
import { excuseDesk } from '../../src/people/excuses.ts';
import { readPolicies } from '../../src/policy/read-by-grammar.ts';
import { extentOf } from '../../src/timeline/extent.ts';
import { source } from '../ingest/exports.ts';

/** All that tickets of these exports are judged by; nothing where they cannot be read by this policy. No roster, no decisions. */
export async function benchOf(text: string, sources: readonly Source[]): Promise<Bench | undefined> {
  const { value: policy } = readPolicies([{ file: 'p.yaml', text }]);
  const read = policy === undefined ? undefined : (await readExports(sources, policy)).value;
  if (policy === undefined || read === undefined) return undefined;
  const { log } = read;
  const extent = extentOf(log);
  return {
    ...{ policy, log, extent, asOf: extent?.end ?? 0 },
    holidays: await loadHolidays(calendarsOf(policy), undefined),
    excuses: excuseDesk([], {
      clocks: policy.clocks,
      within: undefined,
      timezone: policy.timezone,
      asOf: extent?.end ?? 0,
    }),
    ...{ find: undefined, roster: undefined, leaves: [] },
  };
}

function calendarsOf(policy: Policy) {
  return [policy, ...policy.earlier].flatMap(({ calendars }) => [...calendars.values()]);
}

const root = resolve(import.meta.dirname, '../../fixtures');
const isExport = (name: string) => /\.(csv|json|ndjson)$/.test(name) && !/excuse|leave|personnel|roster/.test(name);
const exportsIn = (folder: string) =>
  readdirSync(folder)
    .filter(isExport)
    .map((name) => join(folder, name));
const sourceOf = (path: string) => source(path, readFileSync(path));

const POLICIES = [
  ['trading-company', 'after-sales'],
  ['channel-promises', 'channel-promises'],
  ['emergency-plan', 'emergency-plan'],
  ['penalty-scheme', 'penalty-scheme'],
  ['tiered-guarantee', 'tiered-guarantee'],
] as const;

/** A policy of ours with its exports. */
export interface Shipped {
  readonly name: string;
  readonly text: string;
  readonly sources: readonly Source[];
}

export const shippedPolicies: readonly Shipped[] = POLICIES.map(([name, folder]) => ({
  name,
  text: readFileSync(join(root, 'policies', `${name}.yaml`), 'utf8'),
  sources: exportsIn(join(root, 'exports', folder)).map(sourceOf),
}));

/** The exports of every vendor, and the cases about clocks. */
export const shippedCases: readonly Shipped[] = ['exports', 'cases/clock', 'cases/attribution', 'cases/time-use']
  .flatMap((theme) => readdirSync(join(root, theme)).map((name) => join(root, theme, name)))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('policy.yaml'))
      .map((name) => {
        const own = exportsIn(folder).filter(
          (path) => name === 'policy.yaml' || path.startsWith(join(folder, name.slice(0, -11))),
        );
        return {
          name: join(folder, name),
          text: readFileSync(join(folder, name), 'utf8'),
          sources: own.map(sourceOf),
        };
      }),
  )
  .filter(({ text }) => !text.includes('.ics'));
