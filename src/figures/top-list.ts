/** So many tickets a report lists beside its figures. */
export const MOST_LISTED = 1000;

/** The first of a list that may be far too long; plain values. Which they are depends on no order of arrival. */
export interface TopList<Item> {
  items: Item[];
}

export function emptyTopList<Item>(): TopList<Item> {
  return { items: [] };
}

/** @param compare a whole order: of no two items it is 0 */
export function addToTop<Item>(list: TopList<Item>, item: Item, compare: (a: Item, b: Item) => number): void {
  list.items.push(item);
  if (list.items.length > 2 * MOST_LISTED) list.items = topOf(list, compare);
}

export function mergeTop<Item>(list: TopList<Item>, other: TopList<Item>, compare: (a: Item, b: Item) => number): void {
  for (const item of other.items) addToTop(list, item, compare);
}

export function topOf<Item>({ items }: TopList<Item>, compare: (a: Item, b: Item) => number): Item[] {
  return items.toSorted(compare).slice(0, MOST_LISTED);
}
