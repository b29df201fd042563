import { inTurn, say } from '../diagnostics/say.ts';
import type { Sentence } from '../domain/diagnostic.ts';
import type { Millis } from '../domain/time.ts';
import type { Run } from '../domain/verdict.ts';
import { holdsAt } from '../timeline/condition.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Court, Judgement } from './court.ts';
import { type Found, subjectOf } from './found.ts';
import type { Pauses } from './pauses.ts';
import { fieldsChangedAt, rowBringing } from './prove-targets.ts';
import { type RunReign, reignsOf } from './reigns.ts';
import { runsInForce } from './runs-in-force.ts';
import { canChange, NOT_APPLICABLE } from './targets-in-force.ts';

/** Less than this share of the target before was left. */
const HARDLY_ANY = 1 / 10;

/**
 * Changes that gave a run more time, or took its target away, when less than a tenth of the time was left, or none: a
 * breach stays whatever is lowered later (S16), but lowered just before it there is none (S22). Told for an audit, not
 * judged: there may have been every reason. A later version of the policy gives more time to all and is no such change.
 */
export function loweredFound(court: Court, judgements: readonly Judgement[], pauses: Pauses): readonly Found[] {
  const { clock, timeline } = court;
  if (!canLower(court)) return NONE;
  const isLost = isLeft(clock.when, timeline);
  const runs = isLost ? runsInForce(court, pauses.spans) : judgements.map(({ run }) => run);
  return runs.flatMap((run) => loweredIn(run, court));
}

const NONE: readonly never[] = [];

function canLower({ clock: compiled, timeline }: Court): boolean {
  const { clock, targets } = compiled;
  if (timeline.log.moment === undefined || clock.change === 'at-start' || clock.kind === 'duty') return false;
  if (!canChange(compiled, timeline)) return false;
  return (
    targets.length > 1 ||
    clock.when.length > 0 ||
    targets.some(({ target, promise }) => target.when.length > 0 || promise >= 0)
  );
}

/** A run whose clock no longer applies at its end has no verdict: it must be traced anew. */
function isLeft(when: Court['clock']['when'], timeline: Timeline): boolean {
  let held = false;
  for (let step = 0; when.length > 0 && step < timeline.stepCount; step++) {
    const holds = holdsAt(when, timeline, step);
    if (held && !holds) return true;
    held = holds;
  }
  return false;
}

function loweredIn(run: Run, court: Court): Found[] {
  const reigns = run.certainty === 'coarse' ? [] : reignsOf(run, court);
  return reigns.flatMap((reign, index): Found[] => {
    const before = reigns[index - 1];
    const left = reign.leftBefore;
    if (before?.allowed === undefined || left === undefined || left >= before.allowed * HARDLY_ANY) return [];
    if (!isMore(reign, before)) return [];
    const row = rowBringing(court.clock, court.timeline, reign.inForce.from);
    if (row === undefined) return [];
    const name = subjectOf(court);
    const [from, to] = [targetText(before), targetText(reign)];
    const message =
      left < 0
        ? say`${name} came here from ${from} to ${to}, ${spell(-left)} after the time had run out`
        : say`${name} came here from ${from} to ${to}, ${spell(left)} before the time ran out`;
    const changed = changesText(court, reign.inForce.from);
    const hint = inTurn(changed, say`Judged by the rules all the same. Who changed it, and why?`);
    return [{ code: 'lowered', row, message, hint }];
  });
}

/** Without a target time never runs out. */
function isMore({ inForce: { target }, dueAt }: RunReign, before: RunReign): boolean {
  if (target === undefined || target === NOT_APPLICABLE) return true;
  return (dueAt ?? Infinity) > (before.dueAt ?? Infinity);
}

function targetText({ inForce: { target, promised }, allowed }: RunReign): Sentence {
  if (target === undefined || target === NOT_APPLICABLE) return say`no target`;
  if (promised !== undefined) return say`a promise for ${{ at: promised.at }}`;
  const { id } = target.target;
  return allowed === undefined || !Number.isFinite(allowed)
    ? say`target "${id}"`
    : say`target "${id}" (${spell(allowed)})`;
}

function changesText({ clock, timeline }: Court, at: number): Sentence | undefined {
  const step = timeline.stepIn(at);
  const value = (of: number, field: number) => `"${timeline.text(timeline.value(of, field))}"`;
  const texts = fieldsChangedAt(clock, timeline, at).map(
    (field) => say`${timeline.log.fields[field]?.field ?? ''} from ${value(step - 1, field)} to ${value(step, field)}`,
  );
  return texts.length === 0 ? undefined : say`Changed here: ${texts}.`;
}

/** `1 h 5 min 3 s`; to the millisecond where there are any. */
function spell(length: Millis): Sentence {
  const [hours, minutes] = [Math.floor(length / 3_600_000), Math.floor(length / 60_000) % 60];
  const seconds = (length % 60_000) / 1000;
  return inTurn(
    hours > 0 ? say`${hours} h` : undefined,
    minutes > 0 ? say`${minutes} min` : undefined,
    seconds > 0 || length === 0 ? say`${seconds} s` : undefined,
  );
}
