/** The rules of a policy in words, in reading order, before anything is numbered. */
export interface Chapter {
  readonly title: string;
  /** What it has to say as a whole, before its sections. */
  readonly items: readonly Item[];
  readonly sections: readonly Section[];
}

export interface Section {
  /** What it is about, the same in all versions of a policy: `clock:resolution`. */
  readonly key: string;
  readonly title: string;
  readonly items: readonly Item[];
}

/** A sentence or a few, and what belongs under it. */
export interface Item {
  readonly text: string;
  readonly items?: readonly Item[];
}

export function item(text: string, items?: readonly Item[]): Item {
  return items === undefined ? { text } : { text, items };
}
