import type { Breakdown } from '../domain/report.ts';
import type { ExitCode } from './exit-codes.ts';
import { refuse } from './tell.ts';
import { refuseUnknownName } from './unknown-name.ts';
import type { World } from './world.ts';

/**
 * Reads each `--by`, one breakdown: `employee`, or `employee,channel` for the channels of each employee. Several stand side by
 * side. Otherwise the exit code, and what would be right has been told.
 *
 * @param known what the policy can be divided by
 */
export async function readBreakdowns(
  world: World,
  texts: readonly string[],
  known: readonly string[],
): Promise<readonly Breakdown[] | ExitCode> {
  const breakdowns: Breakdown[] = [];
  for (const text of texts) {
    const names = text
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
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

/** Whether what was read is an exit code. */
export function isRefusal(read: readonly Breakdown[] | ExitCode | undefined): read is ExitCode {
  return typeof read === 'number';
}
