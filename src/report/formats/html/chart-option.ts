import { displayWidth } from '../../../locale/width.ts';
import type { Chart, Series } from '../../chart.ts';

/** Colours of the page's style, so that a picture is dark in the dark. */
const PALETTE = ['var(--c1)', 'var(--c2)', 'var(--c3)', 'var(--c4)', 'var(--c5)', 'var(--c6)'];
const TONES = { good: 'var(--good)', bad: 'var(--bad)' };
const TEXT = { color: 'var(--text)', fontSize: 12, lineHeight: 15, fontFamily: 'inherit' };
const FAINT = { ...TEXT, color: 'var(--muted)' };
const LINE = { lineStyle: { color: 'var(--line)' } };
/** Lines and points also differ in shape: colour is never the only sign. */
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'];
const DASHES = ['solid', 'dashed', 'dotted'] as const;
/** Beside a grid. */
const RIGHT = 8;
/** Darker is more; of so many shades. */
const SHADES = 6;

export interface Sized {
  readonly width: number;
  readonly height: number;
  readonly option: Readonly<Record<string, unknown>>;
}

export type Written = (value: number) => string;

/** What the drawing package is to draw; no animation, nothing that answers to a pointer. */
export function chartOption(chart: Chart, width: number, written: Written): Sized {
  const drawn =
    chart.kind === 'cells'
      ? cells(chart, width)
      : lies(chart)
        ? lying(chart, width, written)
        : upright(chart, width, written);
  const isNamed = chart.kind !== 'cells' && chart.series.length > 1;
  const legend = isNamed
    ? { show: true, left: 0, top: 0, itemGap: 14, textStyle: TEXT, selectedMode: false }
    : { show: false };
  const isMarked = chart.mark !== undefined && lies(chart);
  const room = (isMarked ? 14 : 0) + (isNamed ? 22 * legendLines(chart.series, width) + 10 : 8);
  return {
    width,
    height: drawn.height + room,
    option: {
      ...{ animation: false, color: PALETTE, textStyle: TEXT, legend },
      grid: { left: 4, right: drawn.right, top: room, bottom: 4, ...drawn.grid },
      ...drawn.option,
    },
  };
}

/** How many lines the names of the series take. */
function legendLines(series: readonly Series[], width: number): number {
  let lines = 1;
  let used = 0;
  for (const { name } of series) {
    const own = displayWidth(name) * 7 + 50;
    if (used > 0 && used + own > width) {
      lines += 1;
      used = 0;
    }
    used += own;
  }
  return lines;
}

/** Bars lie where their names need room, and stand where there are many, such as the hours of a day. */
function lies({ kind, categories }: Chart): boolean {
  if (kind === 'lines') return false;
  return categories.length <= 7 || categories.some((name) => displayWidth(name) > 7);
}

interface Drawn {
  readonly height: number;
  /** Room for what stands at the ends of bars. */
  readonly right: number;
  readonly grid?: object;
  readonly option: object;
}

/**
 * Room for names, in pixels, with a fifth to spare: nobody knows here in which font they will be shown. Longer ones take several
 * lines of `line` pixels.
 */
function roomForNames(names: readonly string[], most: number): { readonly room: number; readonly line: number } {
  const longest = Math.max(...names.map(displayWidth), 1) * 7.5;
  const room = Math.min(longest * 1.2 + 12, most);
  return { room, line: (room - 12) / 1.2 };
}

function lying(chart: Chart, width: number, written: Written): Drawn {
  const { categories, series, kind } = chart;
  const rows = kind === 'stacked' ? 1 : series.length;
  const { room, line } = roomForNames(categories, width * 0.42);
  const lines = Math.max(...categories.map((name) => Math.ceil((displayWidth(name) * 7.5) / line)));
  return {
    height: categories.length * Math.max(rows * 20 + 10, lines * 16 + 8) + 32,
    right: 56,
    grid: { left: room, bottom: 26, outerBoundsMode: 'none' },
    option: {
      xAxis: valueAxis(chart, written),
      yAxis: {
        ...categoryAxis(categories),
        inverse: true,
        axisLabel: { ...TEXT, width: line, overflow: 'break', interval: 0 },
      },
      series: barSeries(chart, 'right', written),
    },
  };
}

function upright(chart: Chart, width: number, written: Written): Drawn {
  const { categories, series, kind } = chart;
  return {
    height: 240,
    right: 24,
    option: {
      xAxis: { ...categoryAxis(categories), boundaryGap: kind !== 'lines', axisLabel: { ...FAINT, hideOverlap: true } },
      yAxis: valueAxis(chart, written),
      series:
        kind === 'lines'
          ? series.map((each, index) => lineSeries(each, index, chart, written))
          : barSeries(chart, width / categories.length > 26 * series.length ? 'top' : 'none', written),
    },
  };
}

function categoryAxis(categories: readonly string[]): object {
  return { type: 'category', data: categories, axisTick: { show: false }, axisLine: LINE };
}

function valueAxis({ unit, mark, series }: Chart, written: Written): object {
  const values = series.flatMap(({ values: each }) => each.filter((value) => value !== null));
  const most = Math.max(0, mark?.value ?? 0, ...values);
  return {
    type: 'value',
    ...(unit === 'percent' && most <= 100 && { min: 0, max: 100, interval: 25 }),
    ...(unit === 'count' && { minInterval: 1 }),
    splitNumber: 4,
    splitLine: LINE,
    axisLabel: { ...FAINT, hideOverlap: true, formatter: written },
  };
}

function barSeries(chart: Chart, place: 'right' | 'top' | 'none', written: Written): object[] {
  const isStacked = chart.kind === 'stacked';
  // A number wider than its part of the bar would run into the next.
  const least = isStacked ? greatestStack(chart) * 0.09 : 0;
  const label = {
    show: place !== 'none',
    position: isStacked ? 'inside' : place,
    ...TEXT,
    ...(isStacked && { color: 'var(--on-chart)' }),
    formatter: ({ value }: { value: number | string }) =>
      typeof value === 'number' && value >= least ? written(value) : '',
  };
  return chart.series.map((each, index) => ({
    ...still('bar', each, index),
    ...(isStacked && { stack: 'all' }),
    barMaxWidth: 22,
    data: each.values.map((value) => {
      // A part of nothing has no number in it.
      if (value === null || (isStacked && value === 0)) return '-';
      return isAtMark(value, chart) && place === 'right' ? { value, label: INSIDE } : value;
    }),
    label,
    ...(index === 0 && markLine(chart, place === 'right')),
  }));
}

/** A number that would be written across the line of the mark stands in its bar. */
const INSIDE = { position: 'insideRight', color: 'var(--on-chart)' } as const;

/** In hundredths of the whole, the width of a number. */
const NUMBER = 12;

function isAtMark(value: number, { unit, mark }: Chart): boolean {
  return (
    unit === 'percent' && mark !== undefined && value >= NUMBER && value <= mark.value && mark.value - value < NUMBER
  );
}

function greatestStack({ categories, series }: Chart): number {
  return Math.max(...categories.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0)));
}

function lineSeries(series: Series, index: number, chart: Chart, written: Written): object {
  const last = series.values.findLastIndex((value) => value !== null);
  return {
    ...still('line', series, index),
    symbol: SYMBOLS[index % SYMBOLS.length],
    symbolSize: 7,
    lineStyle: { width: 2, type: DASHES[index % DASHES.length] },
    data: series.values.map((value, at) => ({
      value: value ?? '-',
      label: { show: at === last, position: 'top', ...TEXT, formatter: () => (value === null ? '' : written(value)) },
    })),
    ...(index === 0 && markLine(chart, false)),
  };
}

function still(type: string, { name, tone }: Series, index: number): object {
  const color = tone === undefined ? PALETTE[index % PALETTE.length] : TONES[tone];
  return { type, name, silent: true, emphasis: { disabled: true }, itemStyle: { color }, color };
}

function markLine({ mark }: Chart, isLying: boolean): object {
  if (mark === undefined) return {};
  return {
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: 'var(--text)', type: [5, 3], width: 1.5 },
      label: { ...TEXT, formatter: mark.title.replaceAll(/[{}]/g, ''), position: isLying ? 'start' : 'insideEndTop' },
      data: [isLying ? { xAxis: mark.value } : { yAxis: mark.value }],
    },
  };
}

/**
 * A grid of marks in so many shades: the package's own heat map mixes colours, and those of the page's style cannot be mixed. So the
 * room beside the grid is reckoned here.
 */
function cells({ categories, series }: Chart, width: number): Drawn {
  const values = series.flatMap(({ values: each }) => each.filter((value) => value !== null));
  const most = Math.max(1, ...values);
  const shade = (value: number) => (value === 0 ? 0 : Math.max(1, Math.ceil((value / most) * (SHADES - 1))));
  const { room: left, line } = roomForNames(
    series.map(({ name }) => name),
    width * 0.35,
  );
  const cell = (width - left - RIGHT) / categories.length;
  return {
    height: series.length * 26 + 30,
    right: RIGHT,
    grid: { left, bottom: 26, outerBoundsMode: 'none' },
    option: {
      xAxis: { ...categoryAxis(categories), axisLabel: { ...FAINT, hideOverlap: true } },
      yAxis: {
        ...categoryAxis(series.map(({ name }) => name)),
        inverse: true,
        axisLabel: { ...TEXT, interval: 0, width: line * 1.2, overflow: 'truncate' },
      },
      series: [
        {
          type: 'scatter',
          ...{ silent: true, emphasis: { disabled: true }, symbol: 'rect', symbolSize: [cell - 2, 24] },
          data: series.flatMap(({ values: row }, y) =>
            row.flatMap((value, x) => {
              if (value === null) return [];
              const own = shade(value);
              const label = { ...TEXT, show: cell > 22, color: `var(--on-shade${own})`, formatter: String(value) };
              return [{ value: [x, y], itemStyle: { color: `var(--shade${own})`, opacity: 1 }, label }];
            }),
          ),
        },
      ],
    },
  };
}
