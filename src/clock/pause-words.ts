import type { Clock } from '../domain/policy.ts';

/** A pause rule of the clock in the policy's own words. */
export function describePause({ pause }: Clock, rule: number): string {
  const described = pause[rule];
  if (described === undefined) return '';
  if (described.kind === 'between') {
    const events = described.from.map((trigger) => (trigger.kind === 'event' ? trigger.event : trigger.kind));
    return events.join(' / ');
  }
  return described.when
    .map((test) =>
      test.kind === 'one-of'
        ? `${test.field}: ${test.values.join(' / ')}`
        : `${test.field} ${test.operator} ${test.value}`,
    )
    .join(', ');
}
