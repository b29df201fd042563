import type { FigurePart, Scalar } from '../domain/report-diff.ts';
import { isMap, type JsonMap } from './json-map.ts';

/** A number or text of a report. */
export interface Leaf {
  readonly value: Scalar;
  readonly parts: readonly FigurePart[];
}

/** Told elsewhere: runs, what follows from each, and from what it was made; or told again in sentences. */
const NO_FIGURES: readonly string[] = ['details', 'provenance', 'breaches', 'highlights'];

/** What the things of a list are called by: the first of these that all of them have and that tells them apart. */
const CALLED_BY: readonly (readonly string[])[] = [
  ['clock'],
  ['id'],
  ['code'],
  ['month'],
  ['date'],
  ['file'],
  ['reason'],
  ['why'],
  ['band'],
  ['score'],
  ['use', 'waitingFor', 'rule'],
  ['by', 'inner'],
  ['by', 'name'],
  ['kind', 'name'],
  ['weekday', 'hour'],
  ['hour'],
  ['from', 'until'],
  ['from', 'to'],
  ['handOvers'],
  ['reading'],
  ['figure'],
  ['kind', 'family', 'consequence', 'proposal', 'currency'],
  ['family', 'consequence', 'proposal', 'currency'],
  ['kind'],
];

/**
 * Every number and text of a report by its path, `clocks.answer.breached`: things of a list by what they are called, never by their
 * place in it. No recursion, for what is read may be nested as deep as it likes.
 */
export function leavesOf(report: JsonMap): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  const open: Node[] = [{ value: report, parts: [], calledBy: NO_FIGURES }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, parts } = next;
    if (Array.isArray(value)) open.push(...itemsOf(value, parts).reverse());
    else if (isMap(value)) open.push(...entriesOf(value, next).reverse());
    else found.set(pathOf(parts), { value: value as Scalar, parts });
  }
  return found;
}

interface Node {
  readonly value: unknown;
  readonly parts: readonly FigurePart[];
  /** Keys that are in the path already. */
  readonly calledBy: readonly string[];
}

function pathOf(parts: readonly FigurePart[]): string {
  return parts.flatMap(({ key, item }) => (item === undefined ? [key] : [key, item.called])).join('.');
}

function entriesOf(value: JsonMap, { parts, calledBy }: Node): Node[] {
  return Object.entries(value)
    .filter(([key]) => !calledBy.includes(key))
    .map(([key, inner]) => ({ value: inner, parts: [...parts, { key }], calledBy: [] }));
}

/** Lists of runs and of consequences are rows, not figures. */
function itemsOf(items: readonly unknown[], parts: readonly FigurePart[]): Node[] {
  const last = parts.at(-1);
  if (last === undefined || items.some((item) => isMap(item) && ('ticket' in item || 'breach' in item))) return [];
  const { names, keys } = namesOf(items);
  return items.map((value, index) => {
    const item = { called: names[index] ?? '', ...(isMap(value) && namedBy(value, keys)) };
    // A list within a list has no key of its own.
    const part = last.item === undefined ? { ...last, item } : { key: '', item };
    return { value, parts: [...parts.slice(0, last.item === undefined ? -1 : undefined), part], calledBy: keys };
  });
}

/** What is told of a thing beside its name: by what a grouping divides, of what kind a group is, and its title. */
function namedBy({ by, inner, kind, name, title }: JsonMap, keys: readonly string[]) {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const own = isMap(title)
    ? Object.fromEntries(Object.entries(title).filter(([, word]) => typeof word === 'string'))
    : text(title);
  return {
    ...(keys.includes('by') && text(by) !== undefined && { by: [by, inner].flatMap((each) => text(each) ?? []) }),
    ...(keys.includes('name') && { kind: text(kind) ?? 'value', name: text(name) ?? '' }),
    ...(own !== undefined && { title: own as Record<string, string> | string }),
  };
}

/** What distinguishes the things of a list, and the keys that say it; where that is nothing, or not enough, their number. */
function namesOf(items: readonly unknown[]): { readonly names: readonly string[]; readonly keys: readonly string[] } {
  for (const keys of CALLED_BY) {
    const [first = ''] = keys;
    if (!items.every((item) => isMap(item) && nameOf(item[first]) !== undefined)) continue;
    const names = items.map((item) => keys.flatMap((key) => (isMap(item) ? (nameOf(item[key]) ?? []) : [])).join('/'));
    if (new Set(names).size === names.length) return { names, keys };
  }
  return { names: items.map((_, index) => String(index + 1)), keys: [] };
}

/** A text or number, or the kind and name of somebody. */
function nameOf(value: unknown): string | undefined {
  if (isMap(value)) return typeof value['name'] === 'string' ? `${String(value['kind'])} ${value['name']}` : undefined;
  return ['string', 'boolean', 'number'].includes(typeof value) ? String(value) : undefined;
}
