import { dividingFields } from '../figures/dimensions.ts';
import type { Audit } from '../run.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { tell } from './tell.ts';
import type { World } from './world.ts';

/** Groups that a report can have: each has figures of its own for every clock, and nobody reads so many. */
const MOST = 50_000;

/**
 * Refuses a report that would have more groups than memory bears, before anything is judged: nearly always a column
 * was taken for another. `undefined` where there are few enough.
 */
export async function refuseCrowds(
  world: World,
  audit: Audit,
  by?: readonly string[],
  most = MOST,
): Promise<ExitCode | undefined> {
  const crowded = audit.crowded(dividingFields(audit.policy, by), most);
  for (const { field, values } of crowded) {
    const column = audit.policy.records.fields.find((each) => each.field === field)?.column ?? field;
    await tell(
      world,
      `slaudit: the field "${field}" has ${values} different values, and a report divides by ${most} at most\n`,
    );
    await tell(
      world,
      `  Is "${column}" the right column? If it is, take the field out, or divide by others: --by channel.\n`,
    );
  }
  return crowded.length > 0 ? EXIT.unusableExport : undefined;
}
