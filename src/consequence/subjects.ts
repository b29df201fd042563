import type { Per } from '../domain/consequence-rules.ts';
import type { Instant } from '../domain/time.ts';
import type { Society } from './events.ts';

/** Somebody who answers for a run or has to do with a ticket, as the people's rooms name them. */
export interface Party {
  readonly kind: string;
  readonly name: string;
}

/**
 * Whom something counts for, `per` what a rule asks: the one who answers, or their team or department at that instant by the
 * roster, else by the ticket's own field. `undefined`: for nobody; a name that the roster does not settle has no file.
 */
export function subjectOf(
  party: Party,
  per: Per,
  at: Instant,
  values: readonly string[],
  society: Pick<Society, 'unitOf' | 'field'>,
): string | undefined {
  if (party.kind === per) return party.name || undefined;
  if (per === 'employee' || per === 'supplier') return undefined;
  if (party.kind !== 'employee' && party.kind !== 'unmatched' && party.kind !== 'department') return undefined;
  const unit = party.kind === 'employee' ? society.unitOf(party.name, per, at) : '';
  return unit || society.field(values, per) || undefined;
}
