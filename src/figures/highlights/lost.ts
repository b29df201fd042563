import type { SetAsideHighlight, UndecidedHighlight } from '../../domain/highlights.ts';
import type { Report } from '../../domain/report.ts';
import { isLost, LEAST } from './thresholds.ts';

/** Rows that are set aside for no fault: nothing of the exports is lost with them. */
const NO_FAULT = [
  'repeated-row',
  'repeated-header',
  'total-row',
  'footer-row',
  'superseded',
  'not-included',
  'after-as-of',
  'without-event',
];

/** Why runs could not be judged, the most first. */
export type Reasons = UndecidedHighlight['reasons'];

export function undecidedOf({ clocks }: Pick<Report, 'clocks'>, reasons: Reasons): UndecidedHighlight | undefined {
  const undecided = clocks.reduce((sum, clock) => sum + clock.undecided, 0);
  const of = clocks.reduce((sum, { met, breached, excused }) => sum + met + breached + excused, undecided);
  return isLost(undecided, of) ? { kind: 'undecided', undecided, of, reasons } : undefined;
}

export function setAsideOf({ rows: { rows: of, setAside } }: Pick<Report, 'rows'>): SetAsideHighlight | undefined {
  const reasons = setAside.filter(({ reason }) => !NO_FAULT.includes(reason)).toSorted((a, b) => b.rows - a.rows);
  const rows = reasons.reduce((sum, each) => sum + each.rows, 0);
  return isLost(rows, of) || rows >= LEAST.lostRows ? { kind: 'set-aside', rows, of, reasons } : undefined;
}
