import type { FigurePart, RunKey } from '../domain/report-diff.ts';
import type { SavedRun } from './saved-result.ts';

/** A run that is not the same in both results; absent where it is not there. */
export interface RunPair extends RunKey {
  readonly before: SavedRun | undefined;
  readonly after: SavedRun | undefined;
}

/**
 * The runs that count in a figure of a clock otherwise than before: in the whole, or in a group by a field, whose value each run has.
 * By employee only breaches can be told, for nobody is charged with a kept promise. Of other figures nothing is said.
 */
export function causesOf(parts: readonly FigurePart[], pairs: readonly RunPair[]): RunKey[] {
  const clock = parts.find(({ key }) => key === 'clocks');
  const at = clock === undefined ? -1 : parts.indexOf(clock);
  const where = parts.slice(0, at);
  if (clock?.item === undefined || where.some(({ key, item }) => key !== 'groups' || item === undefined)) return [];
  const figure = parts.slice(at + 1).map(({ key }) => key);
  const isOfBreaches = CHARGED.includes(figure[0] ?? '');
  const { called } = clock.item;
  const contribution = (run: SavedRun | undefined) =>
    run !== undefined && isIn(where, run, isOfBreaches) ? counted(figure, run) : 0;
  return pairs
    .filter((pair) => pair.clock === called && contribution(pair.before) !== contribution(pair.after))
    .map(({ ticket, cycle }) => ({ ticket, clock: called, cycle }));
}

/** Figures of runs for which somebody is charged. */
const CHARGED: readonly string[] = ['breached', 'breachedOpen', 'excused', 'over'];

/** How a run counts in a figure: by its outcome, or with a length; 0 where it does not. */
function counted(figure: readonly string[], run: SavedRun): string | number {
  if (run['is_counted'] === false) return 0;
  const outcome = String(run['outcome']);
  const isStopped = run['stopped_at'] !== null && run['stopped_at'] !== undefined;
  const [first = '', second] = figure;
  const length = (key: string) => (isStopped && run[key] !== null ? Number(run[key]) + 1 : 0);
  switch (first) {
    case 'attainment':
      return second === 'numerator' ? Number(outcome === 'met') : ['met', 'breached'].includes(outcome) ? outcome : 0;
    case 'breachedOpen':
      return Number(outcome === 'breached' && !isStopped);
    case 'noTarget':
      return Number(outcome === 'no-target');
    case 'open':
      return second === 'n' ? Number(isStopped) : length('elapsed_s');
    case 'wall':
      return second === 'n' ? Number(isStopped) : length('wall_s');
    case 'over':
      return outcome === 'breached' ? Number(run['over_s'] ?? 0) + 1 : 0;
    default:
      return Number(outcome === first);
  }
}

/** Whether a run is one of a group: `groups` of a division, then the group; perhaps once more. */
function isIn(where: readonly FigurePart[], run: SavedRun, isOfBreaches: boolean): boolean {
  const by = where.flatMap(({ item }) => item?.by ?? []);
  const groups = where.flatMap(({ item }) => (item?.name === undefined ? [] : [item.name]));
  return groups.every((name, index) => {
    const field = by[index] ?? '';
    if (field in run) return (run[field] ?? '') === name;
    return isOfBreaches && (run['charged_to'] ?? '') === name;
  });
}
