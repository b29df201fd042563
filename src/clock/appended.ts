/**
 * The list with one more at its end. Of the lists that a ticket needs most are empty and nearly all others hold one: a list that
 * is pushed onto reserves seventeen places, and the memory of millions of tickets is what their judging waits for.
 */
export function appended<Item>(list: readonly Item[], item: Item): readonly Item[] {
  return list.length === 0 ? [item] : [...list, item];
}
