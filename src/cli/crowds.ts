import type { Breakdown } from '../domain/report.ts';
import { dividingField } from '../figures/crowds.ts';
import type { Audit } from '../run.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { tell } from './tell.ts';
import type { World } from './world.ts';

/** Groups that a report can have: each has figures of its own for every clock, and nobody reads so many. */
export const mostGroups = 50_000;

/**
 * Refuses a report that would have more groups than memory bears, before anything is judged: nearly always a column
 * was taken for another. `undefined` where there are few enough.
 */
export async function refuseCrowds(
  world: World,
  audit: Audit,
  by?: readonly Breakdown[],
  most = mostGroups,
): Promise<ExitCode | undefined> {
  const crowded = audit.crowded(by, most);
  const columnOf = (name: string) => {
    const field = dividingField(name);
    return { field, column: audit.policy.records.fields.find((each) => each.field === field)?.column ?? field };
  };
  for (const { by: each, groups } of crowded) {
    const { field, column } = columnOf(each.by);
    if (each.inner === undefined) {
      await tell(
        world,
        `slaudit: the field "${field}" has ${groups} different values, and a report divides by ${most} at most\n`,
      );
      await tell(
        world,
        `  Is "${column}" the right column? If it is, take the field out, or divide by others: --by channel.\n`,
      );
      continue;
    }
    const pair = `"${each.by}" and, within each, "${each.inner}"`;
    await tell(world, `slaudit: ${pair} make more than ${most} groups, and a report has no more\n`);
    await tell(world, `  Divide by what has fewer values, or by each alone: --by ${each.by} --by ${each.inner}.\n`);
  }
  return crowded.length > 0 ? EXIT.unusableExport : undefined;
}
