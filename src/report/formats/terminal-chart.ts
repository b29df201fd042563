import type { Chart, Series } from '../chart.ts';
import type { RenderOptions } from './format.ts';
import { wrap } from './wrap.ts';

/** From the least to the most. */
const SIGNS = '▁▂▃▄▅▆▇█';

/** A line of signs for each series, and what it says. */
export function renderChart(chart: Chart, { width, words }: RenderOptions): string {
  const lines = chart.series.map((series) => words.labelled(series.name, sparkline(series)));
  return [...lines, chart.summary]
    .flatMap((line) => wrap(line, width))
    .map((line) => `${line}\n`)
    .join('');
}

/** From 0 to the greatest value; a blank where there is none. */
function sparkline({ values }: Series): string {
  const most = values.reduce<number>((greatest, value) => Math.max(greatest, value ?? 0), 0);
  return values
    .map((value) =>
      value === null ? ' ' : (SIGNS[Math.round((most === 0 ? 0 : value / most) * (SIGNS.length - 1))] ?? ' '),
    )
    .join('');
}
