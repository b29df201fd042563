import type { Award, Countable } from '../../domain/consequence-rules.ts';

/** As what an award is counted. */
export function broughtBy(award: Award): Countable {
  return award.kind === 'action' ? award.action : award.kind;
}
