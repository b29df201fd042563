import { displayWidth } from '../../locale/width.ts';
import type { Chart, Series } from '../chart.ts';
import { cellText } from './cell-text.ts';
import type { RenderOptions } from './format.ts';
import { wrap } from './wrap.ts';

/** From the least to the most. They are one column wide here, and two in some Chinese terminals: they stand alone, in no table. */
const LEVELS = '▁▂▃▄▅▆▇█';
const BAR = '#';
const MARK = '|';
/** A sign for each part of a whole. */
const PARTS = '#=+:ox*%';
const GAP = '  ';
/** A label takes no more of the screen than this share, and a bar at least so many columns. */
const MOST_OF_LABEL = 0.4;
const LEAST_OF_BAR = 8;
/** So many signs of a line at least stand side by side. */
const LEAST_OF_LINE = 4;

/** Title, picture and what it says, within the width of the screen. Its numbers stand in a table as well. */
export function renderChart(chart: Chart, options: RenderOptions): string {
  const lines = [
    ...wrap(chart.title, options.width),
    ...DRAWN[chart.kind](chart, options),
    ...wrap(chart.summary, options.width),
  ];
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

const DRAWN: Readonly<Record<Chart['kind'], (chart: Chart, options: RenderOptions) => string[]>> = {
  bars: drawBars,
  stacked: drawStacked,
  lines: (chart, options) => drawLevels(chart, options, (series) => greatest([series])),
  // Rows of a grid are held against each other, lines each against itself.
  cells: (chart, options) => drawLevels(chart, options, () => greatest(chart.series)),
};

/** A value as it is written in a table. */
function valueText(value: number | null, { unit }: Pick<Chart, 'unit'>, options: RenderOptions): string {
  if (value === null) return options.words.unknown;
  const kind = unit === 'seconds' ? 'clock-seconds' : unit;
  const legible = unit === 'seconds' && value >= 60 ? Math.round(value) : value;
  return cellText({ key: '', title: '', kind }, legible, options);
}

function greatest(series: readonly Series[]): number {
  return series.reduce((most, { values }) => values.reduce<number>((more, each) => Math.max(more, each ?? 0), most), 0);
}

/** Label, value and bar: the bar comes last, where its width pushes nothing aside. */
function drawBars(chart: Chart, options: RenderOptions): string[] {
  const { categories, series, mark } = chart;
  const isPlain = series.length === 1;
  const texts = series.map(({ values }) => categories.map((_, at) => valueText(values[at] ?? null, chart, options)));
  const valueWidth = widest(texts.flat());
  const labels = labelsWithin(isPlain ? categories : series.map(({ name }) => `${GAP}${name}`), options);
  const labelWidth = widest(labels);
  const room = barRoom(options, labelWidth + valueWidth + 2 * GAP.length);
  const most = Math.max(greatest(series), mark?.value ?? 0, chart.unit === 'percent' ? 100 : 0);
  const line = (label: string, text: string, value: number | null) => {
    const bar = withMark(BAR.repeat(scaled(value, most, room)), mark && scaled(mark.value, most, room));
    return `${padded(label, labelWidth)}${GAP}${' '.repeat(valueWidth - displayWidth(text))}${text}${GAP}${bar}`;
  };
  const lines = categories.flatMap((category, at) => [
    ...(isPlain ? [] : wrap(category, options.width)),
    ...series.map(({ values }, which) =>
      line(labels[isPlain ? at : which] ?? '', texts[which]?.[at] ?? '', values[at] ?? null),
    ),
  ]);
  if (mark === undefined) return lines;
  const text = options.words.labelled(mark.title, valueText(mark.value, chart, options));
  return [...lines, ...wrap(`${MARK} ${text}`, options.width)];
}

/** The whole of each category in one bar, and which sign is which part. */
function drawStacked(chart: Chart, options: RenderOptions): string[] {
  const { categories, series } = chart;
  const totals = categories.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  // Parts of 100 that are no decimal fractions add up to a hair less.
  const texts = totals.map((total) => valueText(Math.round(total * 1000) / 1000, chart, options));
  const labels = labelsWithin(categories, options);
  const [labelWidth, valueWidth] = [widest(labels), widest(texts)];
  const room = barRoom(options, labelWidth + valueWidth + 2 * GAP.length);
  const most = Math.max(0, ...totals);
  const sign = (which: number) => PARTS[which % PARTS.length] ?? BAR;
  const lines = categories.map((_, at) => {
    // Cut where the running sum is: rounded one by one, the parts would not make up the whole.
    let sum = 0;
    const bar = series.map(({ values }, which) => {
      const from = scaled(sum, most, room);
      sum += values[at] ?? 0;
      return sign(which).repeat(scaled(sum, most, room) - from);
    });
    const text = texts[at] ?? '';
    const value = ' '.repeat(valueWidth - displayWidth(text)) + text;
    return `${padded(labels[at] ?? '', labelWidth)}${GAP}${value}${GAP}${bar.join('')}`;
  });
  const legend = series.map(({ name }, which) => `${sign(which)} ${name}`).join(GAP);
  return [...lines, ...wrap(legend, options.width)];
}

/**
 * A sign for each value, from 0 to the most, a blank where there is none; in several rows where there are more than fit. Under
 * them the first category and the last.
 */
function drawLevels(chart: Chart, options: RenderOptions, mostOf: (series: Series) => number): string[] {
  const { categories, series } = chart;
  const { words, width } = options;
  const isGrid = chart.kind === 'cells';
  const most = series.map(mostOf);
  const ends = most.map((value) => words.tickets.chart.most(valueText(value, chart, options)));
  const labels = labelsWithin(
    series.map(({ name }) => name),
    options,
  );
  const labelWidth = widest(labels);
  const endWidth = isGrid ? 0 : widest(ends) + GAP.length;
  const room = Math.max(LEAST_OF_LINE, width - labelWidth - GAP.length - endWidth);
  const lines: string[] = [];
  for (let from = 0; from < Math.max(1, categories.length); from += room) {
    const shown = categories.slice(from, from + room);
    for (const [which, { values }] of series.entries()) {
      const signs = shown.map((_, at) => level(values[from + at] ?? null, most[which] ?? 0)).join('');
      const end = isGrid ? '' : GAP + (ends[which] ?? '');
      lines.push(`${padded(labels[which] ?? '', labelWidth)}${GAP}${signs}${end}`);
    }
    lines.push(...axis(shown, labelWidth + GAP.length, width));
  }
  if (!isGrid) return lines;
  return [...lines, ...wrap(words.tickets.chart.most(valueText(Math.max(0, ...most), chart, options)), width)];
}

/** The first category under its sign, the last after it. */
function axis(shown: readonly string[], indent: number, width: number): string[] {
  const [first, last] = [shown.at(0), shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const text = shown.length === 1 ? first : `${first} .. ${last}`;
  const lead = indent + displayWidth(text) <= width ? indent : 0;
  return wrap(text, width - lead).map((line) => ' '.repeat(lead) + line);
}

function level(value: number | null, most: number): string {
  if (value === null) return ' ';
  return LEVELS[Math.round((most === 0 ? 0 : Math.max(0, value) / most) * (LEVELS.length - 1))] ?? ' ';
}

/** Columns of a bar; what is more than nothing has at least one. */
function scaled(value: number | null, most: number, room: number): number {
  if (value === null || value <= 0 || most <= 0) return 0;
  return Math.max(1, Math.round((Math.min(value, most) / most) * room));
}

function withMark(bar: string, at: number | undefined): string {
  if (at === undefined) return bar;
  const before = Math.max(0, at - 1);
  return `${bar.padEnd(before).slice(0, before)}${MARK}${bar.slice(before + 1)}`;
}

function barRoom({ width }: RenderOptions, taken: number): number {
  return Math.max(LEAST_OF_BAR, width - taken);
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, displayWidth(text)), 0);
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Long labels are cut, so that something is left for the picture; the table beside it has them whole. */
function labelsWithin(labels: readonly string[], { width }: RenderOptions): string[] {
  const room = Math.max(LEAST_OF_BAR, Math.floor(width * MOST_OF_LABEL));
  return labels.map((label) => {
    if (displayWidth(label) <= room) return label;
    const indent = /^ */.exec(label)?.[0] ?? '';
    return `${indent}${wrap(label.trimStart(), room - indent.length - 2)[0] ?? ''}..`;
  });
}
