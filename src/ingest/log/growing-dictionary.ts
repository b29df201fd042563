import type { Dictionary } from '../../domain/event-log.ts';

export interface GrowingDictionary extends Dictionary {
  /** The text's code, given out now if it is new. */
  intern(text: string): number;
}

export function growingDictionary(): GrowingDictionary {
  const texts: string[] = [];
  const codes = new Map<string, number>();
  return {
    get size() {
      return texts.length;
    },
    text: (code) => texts[code] ?? '',
    code: (text) => codes.get(text),
    intern(text) {
      const known = codes.get(text);
      if (known !== undefined) return known;
      codes.set(text, texts.length);
      return texts.push(text) - 1;
    },
  };
}
