import type { ClockFigures } from '../../domain/figures.ts';
import type { ChangeHighlight } from '../../domain/highlights.ts';
import type { Report } from '../../domain/report.ts';
import { LEAST } from './thresholds.ts';

type Ground = Pick<Report, 'period' | 'trend' | 'clocks' | 'dataEnds'>;

/**
 * Of the clocks the one whose attainment changed most on the month before; of equal ones the first of the policy. Only where
 * the report is about one whole month, and the exports reach back to the one before.
 */
export function changeOf({ period, trend, clocks, dataEnds }: Ground): ChangeHighlight | undefined {
  // What looks like a change would be that of the data.
  if (dataEnds !== undefined) return undefined;
  const months = trend?.months ?? [];
  const index = months.findIndex(({ month }) => month === period?.label);
  const [now, before] = [months[index], months[index - 1]];
  if (now === undefined || before === undefined || now.isPartial) return undefined;
  const changes = clocks.flatMap((own): ChangeHighlight[] => {
    const earlier = before.clocks.find(({ clock }) => clock === own.clock);
    const points = pointsBetween(own, earlier);
    if (earlier === undefined || points === undefined || Math.abs(points) < LEAST.change) return [];
    const { clock, title, attainment: kept } = own;
    return [
      {
        ...{ kind: 'change', clock, title, month: now.month, kept, points },
        before: { month: before.month, kept: earlier.attainment },
      },
    ];
  });
  return changes.sort((a, b) => Math.abs(b.points) - Math.abs(a.points))[0];
}

/** To three decimals; `undefined` where either month has too few runs. */
function pointsBetween({ attainment: now }: ClockFigures, earlier: ClockFigures | undefined): number | undefined {
  const before = earlier?.attainment;
  const isFew = now.denominator < LEAST.runsOfMonth || (before?.denominator ?? 0) < LEAST.runsOfMonth;
  if (isFew || now.percent === null || before === undefined || before.percent === null) return undefined;
  return Math.round((now.percent - before.percent) * 1000) / 1000;
}
