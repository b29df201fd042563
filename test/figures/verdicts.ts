import type { Clock, FieldMapping, Policy, Target } from '../../src/domain/policy.ts';
import type { Instant, Period } from '../../src/domain/time.ts';
import type { Charged, Verdict } from '../../src/domain/verdict.ts';

const place = { file: 'policy.yaml', line: 1 };

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** `2026-10-08 09:30`, read as UTC: these tests have no zones. */
export function at(text: string): Instant {
  return Date.parse(`${text.replace(' ', 'T')}Z`);
}

export const october: Period = { label: '2026-10', start: at('2026-10-01 00:00'), end: at('2026-11-01 00:00') };

export function clock(id: string, more: Partial<Clock> = {}): Clock {
  return {
    id,
    title: { zh: id, en: id },
    kind: 'plain',
    start: [],
    stop: [],
    during: [],
    pause: [],
    cancel: [],
    reset: [],
    when: [],
    change: 'at-instant',
    calendar: '24x7',
    isOnShift: false,
    charge: [{ kind: 'holder' }],
    severity: [],
    targets: [],
    by: [],
    boundary: 'inclusive',
    minHolding: 0,
    unanswered: 'resolution',
    createdByAgent: 'normal',
    stillOpen: 'breached',
    month: 'decided',
    place,
    ...more,
  };
}

export const response = clock('first_response', {
  title: { zh: '首次响应', en: 'First response' },
  kind: 'response',
  severity: [
    { name: 'minor', operator: '<=', over: 30 * MINUTE },
    { name: 'severe', operator: '>', over: 30 * MINUTE },
  ],
  attain: 90,
});

export const resolution = clock('resolution', { title: { zh: '解决', en: 'Resolution' }, kind: 'resolution' });

export const duty = clock('progress', { title: { zh: '进度汇报', en: 'Progress report' }, kind: 'duty' });

export function policy(clocks: readonly Clock[], fields: readonly string[] = ['channel', 'assignee']): Policy {
  const mapping = (column: string) => ({ column, values: new Map(), place });
  return {
    file: 'policy.yaml',
    name: '售后服务响应时限控制制度',
    timezone: 'Asia/Shanghai',
    records: {
      form: 'events',
      file: {},
      rows: [],
      repeats: 'last',
      ticket: mapping('工单号'),
      events: [],
      durations: [],
      fields: fields.map((field): FieldMapping => ({ ...mapping(field), field, clearedByEmpty: false })),
      missing: [],
      include: [],
    },
    calendars: new Map(),
    exclusions: [],
    clocks,
    objectives: [],
    consequences: {
      ladders: [],
      compensation: [],
      liability: [],
      rewards: [],
      rounding: { to: 1, rule: 'half-up' },
    },
    earlier: [],
    version: 'at-start',
  };
}

export function target(id: string, within: number): Target {
  return { id, when: [], within: { kind: 'duration', length: within }, calendar: '24x7', isOnShift: false, place };
}

export interface Told {
  readonly ticket?: string;
  readonly clock?: Clock;
  readonly cycle?: number;
  readonly start?: string;
  readonly stop?: string;
  readonly cancelled?: string;
  readonly due?: string;
  readonly decided?: string;
  readonly elapsed?: number;
  readonly wall?: number;
  readonly within?: number;
  readonly over?: number;
  readonly severity?: string;
  readonly charged?: Charged;
  readonly fields?: readonly string[];
  readonly reason?: string;
  readonly outcome: Verdict['outcome'];
}

/** A verdict as the engine would give it; what is not told is not there. */
export function verdict(told: Told): Verdict {
  const moment = (text: string) => ({ grade: 'exact' as const, at: at(text), latest: at(text), row: 0 });
  const decided = told.decided ?? (told.outcome === 'breached' ? told.due : (told.stop ?? told.cancelled));
  return {
    ticket: told.ticket ?? 'T-1',
    run: {
      clock: told.clock ?? response,
      cycle: told.cycle ?? 1,
      gaps: [],
      pauses: [],
      certainty: 'exact',
      undoneStops: [],
      remarks: [],
      ...(told.start !== undefined && { start: moment(told.start) }),
      ...(told.stop !== undefined && { stop: moment(told.stop) }),
      ...(told.cancelled !== undefined && { cancelledAt: at(told.cancelled) }),
    },
    outcome: told.outcome,
    fields: told.fields ?? ['phone', 'Li'],
    reason: told.reason ?? '',
    ...(told.due !== undefined && { dueAt: at(told.due) }),
    ...(decided !== undefined && told.outcome !== 'undecided' && { decidedAt: at(decided) }),
    ...(told.elapsed !== undefined && { elapsed: told.elapsed }),
    ...(told.wall !== undefined && { wall: told.wall }),
    ...(told.within !== undefined && { within: told.within, target: target('1', told.within) }),
    ...(told.over !== undefined && { over: told.over }),
    ...(told.severity !== undefined && { severity: told.severity }),
    ...(told.charged !== undefined && { charged: told.charged }),
  };
}
