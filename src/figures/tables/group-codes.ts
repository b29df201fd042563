import type { Division } from '../dimension.ts';
import type { Party } from '../party.ts';

/** The groups of a breakdown by number, in the order in which they turned up. Plain values. */
export interface GroupCodes {
  readonly outer: PartyCodes;
  /** Where it has two levels: of each pair that occurs the group and the group within it; absent: one level. */
  readonly pairs?: { readonly inner: PartyCodes; readonly outerOf: number[]; readonly innerOf: number[] };
}

/** An employee and a department of one name are two. */
export interface PartyCodes {
  readonly kinds: Party['kind'][];
  readonly names: string[];
}

/** Gives groups their numbers: one level by its parties, two by their pairs. */
export interface GroupCoder {
  readonly codes: GroupCodes;
  readonly outer: PartyCoder;
  /** Absent: one level. */
  readonly inner?: PartyCoder;
  codeOf(outer: Party, inner: Party | undefined): number;
  /** The same of the numbers that the two have; of one level only the first counts. */
  pairOf(outer: number, inner: number): number;
  /** The number of each of another's groups here. */
  take(other: GroupCodes): Int32Array;
}

export interface PartyCoder {
  readonly codes: PartyCodes;
  codeOf(party: Party): number;
  take(other: PartyCodes): Int32Array;
}

export function groupCoder({ inner: within }: Pick<Division, 'inner'>): GroupCoder {
  const outer = partyCoder();
  if (within === undefined) {
    return {
      codes: { outer: outer.codes },
      outer,
      codeOf: outer.codeOf,
      pairOf: (code) => code,
      take: (other) => outer.take(other.outer),
    };
  }
  const inner = partyCoder();
  const pairs = { inner: inner.codes, outerOf: [] as number[], innerOf: [] as number[] };
  /** By outer × MOST + inner. */
  const known = new Map<number, number>();

  function pairOf(one: number, other: number): number {
    const key = one * MOST + other;
    let code = known.get(key);
    if (code === undefined) {
      code = pairs.outerOf.push(one) - 1;
      pairs.innerOf.push(other);
      known.set(key, code);
    }
    return code;
  }

  return {
    codes: { outer: outer.codes, pairs },
    ...{ outer, inner, pairOf },
    codeOf: (one, other = NOBODY) => pairOf(outer.codeOf(one), inner.codeOf(other)),
    take({ outer: others, pairs: otherPairs }) {
      const [outers, inners] = [outer.take(others), inner.take(otherPairs?.inner ?? { kinds: [], names: [] })];
      return Int32Array.from(otherPairs?.outerOf ?? [], (code, pair) =>
        pairOf(outers[code] ?? 0, inners[otherPairs?.innerOf[pair] ?? 0] ?? 0),
      );
    },
  };
}

/** More groups than this no memory holds. */
const MOST = 2 ** 26;
const NOBODY: Party = { kind: 'value', name: '' };

export function partyCoder(): PartyCoder {
  const codes: PartyCodes = { kinds: [], names: [] };
  const byKind = new Map<Party['kind'], Map<string, number>>();
  // Most are of the kind of the one before.
  let [lastKind, named]: [Party['kind'] | undefined, Map<string, number>] = [undefined, new Map()];

  function codeOf({ kind, name }: Party): number {
    if (kind !== lastKind) {
      named = byKind.get(kind) ?? new Map();
      byKind.set(kind, named);
      lastKind = kind;
    }
    let code = named.get(name);
    if (code === undefined) {
      code = codes.kinds.push(kind) - 1;
      codes.names.push(name);
      named.set(name, code);
    }
    return code;
  }

  return {
    codes,
    codeOf,
    take: ({ kinds, names }: PartyCodes) =>
      Int32Array.from(kinds, (kind, code) => codeOf({ kind, name: names[code] ?? '' })),
  };
}

export function partyAt({ kinds, names }: PartyCodes, code: number): Party {
  return { kind: kinds[code] ?? 'value', name: names[code] ?? '' };
}
