import type { RunLine } from '../../../domain/run-line.ts';
import type { GroupName, Selection } from '../../table.ts';

/** The list of runs. */
export const RUNS = 'runs';

/** How the list is filtered, as part of an address: `#runs?clock=resolution&outcome=breached`. The page's script reads it. */
export function selectionLink({ clock, outcomes = [], severity, group }: Selection): string {
  const wishes: [string, string][] = [
    ...(clock === undefined ? [] : [['clock', clock] satisfies [string, string]]),
    ...outcomes.map((outcome): [string, string] => ['outcome', outcome]),
    ...(severity === undefined ? [] : [['severity', severity] satisfies [string, string]]),
    ...(group === undefined ? [] : named(group, '')),
    ...(group?.inner === undefined ? [] : named(group.inner, '2')),
  ];
  return `#${RUNS}?${new URLSearchParams(wishes)}`;
}

function named({ by, kind, name }: GroupName, level: '' | '2'): [string, string][] {
  return [
    [`by${level}`, by],
    [`kind${level}`, kind],
    [`name${level}`, name],
  ];
}

/** The report's groupings, in the order of a run's groups. */
export type GroupingNames = readonly { readonly by: string; readonly inner?: string }[];

/** Whether a figure counts this run. One that was decided in another period is in none. */
export function isSelected(
  run: RunLine,
  { clock, outcomes, severity, group }: Selection,
  groupings: GroupingNames,
): boolean {
  if (!run.isCounted) return false;
  if (clock !== undefined && run.clock !== clock) return false;
  if (outcomes !== undefined && !outcomes.includes(run.outcome)) return false;
  if (severity !== undefined && run.severity !== severity) return false;
  return group === undefined || groupings.some((grouping, index) => isIn(run.groups[index], grouping, group));
}

function isIn(
  own: RunLine['groups'][number] | undefined,
  { by, inner }: GroupingNames[number],
  group: Selection['group'],
): boolean {
  if (own === undefined || group === undefined || group.by !== by) return false;
  if (own.kind !== group.kind || own.name !== group.name) return false;
  if (group.inner === undefined) return true;
  const { inner: asked } = group;
  return asked.by === inner && own.inner?.kind === asked.kind && own.inner.name === asked.name;
}
