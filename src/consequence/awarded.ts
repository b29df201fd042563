import { monthsBefore } from '../calendar/windows.ts';
import type { Zone } from '../calendar/zone.ts';
import type { Consequence } from '../domain/consequence.ts';
import { type Award, type Countable, PROPOSALS } from '../domain/consequence-rules.ts';
import type { Instant } from '../domain/time.ts';

/** As what an award is counted, and stands in the record. */
export function nameOf(award: Award): Countable {
  return award.kind === 'action' ? award.action : award.kind;
}

/** What the record says of an award whatever it comes to. `at`: when it falls due; what lasts does so from then on. */
export function awarded(
  award: Award,
  at: Instant,
  zone: Zone,
): Pick<Consequence, 'consequence' | 'isMoney' | 'isProposal' | 'until'> {
  return {
    consequence: nameOf(award),
    isMoney: award.kind === 'fine' || award.kind === 'bonus',
    isProposal: award.kind === 'action' && PROPOSALS.includes(award.action),
    ...(award.kind === 'action' && award.months !== undefined && { until: monthsBefore(at, -award.months, zone) }),
  };
}
