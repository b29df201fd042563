import type { FigurePart, Scalar } from '../domain/report-diff.ts';
import { type Catalogue, titleOf } from '../locale/catalogue.ts';
import { recordColumn } from './columns/columns.ts';
import type { ColumnId, RecordKind } from './columns/registry.ts';
import { wordFor } from './page.ts';
import { shownPercent } from './shares.ts';
import { legible } from './views/clock-tables.ts';
import { breakdownName } from './views/listed-groups.ts';
import { groupName } from './views/names.ts';
import type { ViewName } from './views/views.ts';

/** A figure of a report as its readers know it. */
export interface FigureName {
  /** Of what it is: `Summary, By employee: 王芳 (E1): First response`. */
  readonly of: string;
  /** `Mean, open hours`. */
  readonly figure: string;
  /** What it is measured in, where that is known. */
  readonly kind: RecordKind | undefined;
}

/** The view that shows a part of a report. */
const SHOWN_IN: Readonly<Record<string, ViewName>> = {
  objectives: 'objectives',
  tickets: 'tickets',
  backlog: 'tickets',
  satisfaction: 'satisfaction',
  trend: 'trend',
  timeUse: 'steps',
  load: 'load',
  handOvers: 'hand-overs',
  latePauses: 'pauses',
  consequences: 'consequences',
  source: 'source',
  sensitivity: 'sensitivity',
  rows: 'quality',
  findings: 'quality',
};

export function sectionName(key: string, words: Catalogue): string {
  return words.views[SHOWN_IN[key] ?? 'summary'];
}

export function nameFigure(parts: readonly FigurePart[], words: Catalogue): FigureName {
  const top = parts[0]?.key ?? '';
  const items = parts.filter(({ item }) => item !== undefined);
  const named = top === 'clocks' || top === 'objectives' ? [] : [sectionName(top, words)];
  const of = [...named, ...itemNames(items, words)];
  const last = parts.findLastIndex(({ item }) => item !== undefined);
  // An item may itself be the figure: a list of plain values.
  const keys = parts.slice(last + 1).map(({ key }) => key);
  const id = columnOf(keys, top);
  const own = keys.join(', ');
  return {
    of: of.reduce((before, next) => words.labelled(before, next)),
    figure:
      id === undefined ? own : id === 'attainment_denominator' ? words.compare.changes.decided : words.columnTitles[id],
    kind: id === undefined ? undefined : recordColumn('', id).kind,
  };
}

/** Groups by what divides them, then each by its name; all else by its title, or as it is called. */
function itemNames(items: readonly FigurePart[], words: Catalogue): string[] {
  let by: readonly string[] = [];
  let level = 0;
  return items.flatMap(({ key, item }) => {
    if (item === undefined) return [];
    if (item.by !== undefined && item.name === undefined) {
      by = item.by;
      level = 0;
      const [outer = '', inner] = by;
      return words.summary.by(breakdownName({ by: outer, ...(inner !== undefined && { inner }) }, words));
    }
    if (item.name !== undefined) {
      const dimension = item.by?.[0] ?? by[level] ?? '';
      level += 1;
      const { kind = 'value', name, title } = item;
      const group = { kind: kind as 'value', name, ...(typeof title === 'string' && { title }) };
      return item.by === undefined
        ? groupName(dimension, group, words)
        : words.labelled(wordFor(words.fields, dimension), groupName(dimension, group, words));
    }
    if (typeof item.title === 'object') return titleOf(item.title, item.called, words);
    return key === 'findings' ? wordFor(words.findings, item.called) : (item.title ?? item.called);
  });
}

/** Keys of the JSON that the records call otherwise. */
const ALIASES: Readonly<Record<string, ColumnId>> = {
  share_numerator: 'attainment_numerator',
  share_denominator: 'attainment_denominator',
  share_percent: 'attainment_percent',
  at_least: 'objective_percent',
  reached: 'objective_reached',
  gap_missing: 'missing_runs',
  gap_spare: 'spare_runs',
  objective_gap_missing: 'missing_runs',
  objective_gap_spare: 'spare_runs',
};

/** The column of the records that has the same figure: `open.mean` is `open_mean_s`. */
function columnOf(keys: readonly string[], top: string): ColumnId | undefined {
  const name = keys.map((key) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).join('_');
  const whole = name.startsWith(`${top}_`) ? name : `${top}_${name}`;
  const asked = [ALIASES[name], name, `${name}_s`, whole, `${whole}_s`, name.replace(/^tickets_/, '')];
  return asked.find((id): id is ColumnId => id !== undefined && recordColumn('', id) !== recordColumn('', ''));
}

/** A value of a figure for people, in the unit in which it is measured. */
export function figureText(value: Scalar, kind: RecordKind | undefined, words: Catalogue): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value !== 'number') return value ?? words.unknown;
  switch (kind) {
    case 'percent':
      return words.percent(shownPercent(value));
    case 'seconds':
    case 'signed-seconds':
      return words.clockDuration(legible(value) ?? value);
    default:
      return words.count(value);
  }
}
