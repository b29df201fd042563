/** Gives names their numbers, in the order in which they turn up. */
export interface NameCoder {
  readonly names: string[];
  codeOf(name: string): number;
  /** The number of each of another's names here. */
  take(names: readonly string[]): number[];
}

export function nameCoder(): NameCoder {
  const names: string[] = [];
  const codes = new Map<string, number>();
  function codeOf(name: string): number {
    let code = codes.get(name);
    if (code === undefined) {
      code = names.push(name) - 1;
      codes.set(name, code);
    }
    return code;
  }
  return { names, codeOf, take: (others) => others.map(codeOf) };
}
