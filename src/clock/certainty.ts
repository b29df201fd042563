import type { Grade } from '../domain/event-log.ts';
import { CERTAINTIES, type Certainty } from '../domain/verdict.ts';

const CERTAINTY_OF_GRADE: Readonly<Record<Grade, Certainty>> = {
  exact: 'exact',
  shifted: 'exact',
  ambiguous: 'ambiguous',
  minute: 'minute',
  hour: 'coarse',
  day: 'coarse',
};

/** How exactly a length measured from or to such a stamp is known. */
export function certaintyOf(grade: Grade): Certainty {
  return CERTAINTY_OF_GRADE[grade];
}

/** A length is known only as exactly as the worse of its ends. */
export function worseOf(a: Certainty, b: Certainty): Certainty {
  if (a === b) return a;
  return CERTAINTIES.indexOf(a) > CERTAINTIES.indexOf(b) ? a : b;
}
