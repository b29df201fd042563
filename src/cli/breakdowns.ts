import type { Policy } from '../domain/policy.ts';
import type { Breakdown } from '../domain/report.ts';
import { dimensionNames } from '../figures/dimensions.ts';
import type { ExitCode } from './exit-codes.ts';
import { refuse } from './tell.ts';
import { refuseUnknownName } from './unknown-name.ts';
import type { World } from './world.ts';

/**
 * Reads each `--by`, one breakdown: `employee`, or `employee,channel` for the channels of each employee. Several stand side by
 * side. Otherwise the exit code, and what would be right has been told.
 *
 * @param known what the policy can be divided by
 * @param titled how a reader of its reports calls some of that: each by its title
 */
async function readBreakdowns(
  world: World,
  texts: readonly string[],
  known: readonly string[],
  titled: ReadonlyMap<string, string>,
): Promise<readonly Breakdown[] | ExitCode> {
  const breakdowns: Breakdown[] = [];
  for (const text of texts) {
    const names = text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => (known.includes(name) ? name : (titled.get(name) ?? name)));
    const [by, inner, ...deeper] = names;
    if (by === undefined) return refuse(world, `--by "${text}" names nothing`, 'Write --by employee.');
    const strange = names.find((name) => !known.includes(name));
    if (strange !== undefined) return refuseUnknownName(world, '--by', strange, known);
    if (deeper.length > 0) {
      const beside = names.map((name) => `--by ${name}`).join(' ');
      const hint = `Write --by ${by},${inner} for two levels, or ${beside} side by side.`;
      return refuse(world, `--by "${text}" has ${names.length} levels, and a report is divided twice at most`, hint);
    }
    if (by === inner) return refuse(world, `--by "${text}" divides by "${by}" twice`, `Write --by ${by}.`);
    breakdowns.push(inner === undefined ? { by } : { by, inner });
  }
  return breakdowns;
}

/**
 * What can be divided by, by the titles that it has in reports, in any of their languages: a manager who reads 渠道 there may write
 * `--by 渠道`. A title of two is none of either.
 */
export function titledDimensions(names: readonly string[], titles: readonly Readonly<Record<string, string>>[]) {
  const titled = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const name of names) {
    for (const title of new Set(titles.map((each) => each[name]).filter((each) => each !== undefined))) {
      if (titled.has(title)) doubtful.add(title);
      titled.set(title, name);
    }
  }
  for (const title of doubtful) titled.delete(title);
  return titled;
}

/** Reads what is said with `--by` of a result on these policies: what all of them can be divided by. `undefined` where nothing is said. */
export async function breakdownsOn(
  world: World,
  texts: readonly string[] | undefined,
  policies: readonly Policy[],
): Promise<readonly Breakdown[] | ExitCode | undefined> {
  if (texts === undefined) return undefined;
  const { fieldTitles } = await import('./appearance.ts');
  const [names = [], ...others] = policies.map(dimensionNames);
  const known = names.filter((name) => others.every((other) => other.includes(name)));
  return readBreakdowns(world, texts, known, titledDimensions(known, policies.flatMap(fieldTitles)));
}

/** Whether what was read is an exit code. */
export function isRefusal(read: readonly Breakdown[] | ExitCode | undefined): read is ExitCode {
  return typeof read === 'number';
}
