import type { Policy } from '../domain/policy.ts';
import type { ProofRun, Reign, TargetTrial, Trial } from '../domain/proof.ts';
import type { Instant } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { passes } from '../timeline/condition.ts';
import { placeOf, rowOf, rowSaying } from '../timeline/place.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { CompiledClock } from './compile.ts';
import type { Court } from './court.ts';
import { type RunReign, reignsOf } from './reigns.ts';
import { NOT_APPLICABLE, versionAt } from './targets-in-force.ts';

/** Which targets were tried, and every one that fitted while the run went on. */
export function proveTargets(
  verdict: Verdict,
  judgedAt: Instant,
  court: Court,
  versions: readonly Policy[],
): Pick<ProofRun, 'targets' | 'reigns'> {
  const reigns = reignsOf(verdict.run, court);
  return {
    targets: trials(verdict, triedAt(verdict, judgedAt, reigns), court),
    reigns: reigns.map((reign, index) => proveReign(reign, index, verdict, court, versions)),
  };
}

/** The instant judged; or, where another target fitted by then, when the one came into force that decided all the same. */
function triedAt({ target }: Verdict, judgedAt: Instant, reigns: readonly RunReign[]): Instant {
  const fitted = reigns.findLast(({ inForce }) => inForce.from <= judgedAt);
  const decisive = reigns.findLast(({ inForce }) => inForce.from <= judgedAt && targetOf(inForce) === target);
  const other = decisive ?? reigns.find(({ inForce }) => targetOf(inForce) === target);
  return fitted === undefined || other === undefined || other === fitted ? judgedAt : other.inForce.from;
}

function targetOf({ target }: RunReign['inForce']) {
  return target === undefined || target === NOT_APPLICABLE ? undefined : target.target;
}

function trials(verdict: Verdict, at: Instant, { clock, timeline }: Court): TargetTrial[] {
  const step = timeline.stepIn(at);
  const tried: TargetTrial[] = [];
  for (const target of versionAt(clock, at).clock.targets) {
    const tests = target.when.map((test): Trial => {
      const field = timeline.log.fields.findIndex((column) => column.field === test.field);
      const value = timeline.text(timeline.value(step, field));
      return { test, value, holds: passes(test, value) };
    });
    tried.push({ target, matched: target === verdict.target, tests });
    if (target === verdict.target) break;
  }
  return tried;
}

function proveReign(
  { inForce, used }: RunReign,
  index: number,
  { run }: Verdict,
  { clock, timeline }: Court,
  versions: readonly Policy[],
): Reign {
  const target = targetOf(inForce);
  const row = index === 0 ? undefined : rowBringing(clock, timeline, inForce.from);
  const version = index === 0 ? undefined : versions.find(({ effective }) => effective === inForce.from)?.name;
  return {
    ...(target !== undefined && { target }),
    applies: inForce.target !== NOT_APPLICABLE,
    from: inForce.from,
    ...(inForce.promised !== undefined && { promised: inForce.promised }),
    ...(row !== undefined && { place: placeOf(timeline.log, row) }),
    ...(row === undefined && version !== undefined && { version }),
    ...(run.certainty !== 'coarse' && { used }),
  };
}

/** The row that changed a field on which the targets hang; `undefined` where none did: a version of the policy came. */
export function rowBringing(clock: CompiledClock, timeline: Timeline, at: Instant): number | undefined {
  const field = fieldsChangedAt(clock, timeline, at)[0];
  const step = timeline.stepIn(at);
  if (field !== undefined) return rowSaying(timeline, step, field);
  return step >= 0 && timeline.stepAt(step) === at && clock.successors.length === 0 ? rowOf(timeline, step) : undefined;
}

/** Those fields of which the clock's targets make something that changed at an instant. */
export function fieldsChangedAt(clock: CompiledClock, timeline: Timeline, at: Instant): number[] {
  const step = timeline.stepIn(at);
  if (step < 0 || timeline.stepAt(step) !== at) return [];
  const { when, targets } = versionAt(clock, at);
  const tests = [...when, ...targets.flatMap((target) => [...target.when, { field: target.promise }])];
  // Several steps may be of one instant, in the order of a sequence.
  let before = step - 1;
  while (before >= 0 && timeline.stepAt(before) === at) before--;
  const fields = [...new Set(tests.map(({ field }) => field))].filter((field) => field >= 0);
  return fields.filter((field) => timeline.value(before, field) !== timeline.value(step, field));
}
