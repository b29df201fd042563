import type { Policy } from '../domain/policy.ts';
import type { Report } from '../domain/report.ts';
import type { Threshold } from '../figures/thresholds.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Session } from './session.ts';
import { refuse, tell } from './tell.ts';
import type { World } from './world.ts';

/** The thresholds of `--fail-on`, or the exit code when one of them cannot be meant. */
export async function readFailOn(
  world: World,
  texts: readonly string[],
  policy: Policy,
): Promise<{ readonly thresholds: readonly Threshold[] } | { readonly exit: ExitCode }> {
  const [{ readThreshold }, { parseLength }] = await Promise.all([
    import('../figures/thresholds.ts'),
    import('../run.ts'),
  ]);
  const names = {
    clocks: policy.clocks.map(({ id }) => id),
    objectives: policy.objectives.map(({ id }) => id),
    parseLength,
  };
  const thresholds: Threshold[] = [];
  for (const text of texts) {
    const threshold = readThreshold(text, names);
    if ('fault' in threshold) return { exit: await refuse(world, `--fail-on: ${threshold.fault}`, threshold.hint) };
    thresholds.push(threshold);
  }
  return { thresholds };
}

/** After the result is written: whether it passed a threshold, which is told. */
export async function tellPassed(
  world: Session,
  report: Report,
  thresholds: readonly Threshold[],
): Promise<ExitCode | undefined> {
  if (thresholds.length === 0) return undefined;
  const { checkList } = await import('../figures/check-list.ts');
  const lines = checkList(report, thresholds).lines.filter(({ kind }) => kind === 'threshold');
  // No failure, but said also to a job that wants no words: an empty export must not look healthy.
  for (const { id } of lines.filter(({ isKept }) => isKept === null)) {
    await tell(world, `slaudit: ${id}: there was nothing to measure\n`);
  }
  const passed = lines.filter(({ isKept }) => isKept === false);
  world.knowledge.passed = passed.map(({ id }) => id);
  for (const { id, value, unit, numerator, denominator } of passed) {
    const of = numerator === null ? '' : `, ${numerator} of ${denominator}`;
    const sign = unit === 'percent' ? '%' : unit === 'seconds' ? ' s' : '';
    await tell(world, `slaudit: ${id}: it is ${value}${sign}${of}\n`);
  }
  return passed.length > 0 ? EXIT.missed : undefined;
}
