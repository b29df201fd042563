import { createHmac } from 'node:crypto';

/** Of whom or of what a code is. */
export type Kind = 'employee' | 'customer' | 'ticket';

const LETTERS: Readonly<Record<Kind, string>> = { employee: 'E', customer: 'C', ticket: 'T' };

/** Without I, L, O and U, which are misread or make words. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** So many digits a code has: of ten thousand customers two share one once in twenty thousand exports. */
export const SHORTEST = 8;
const STEP = 4;
const LONGEST = 48;

/** Codes of one kind under one key. */
export interface Pseudonyms {
  code(value: string): string;
  /** Values whose codes are longer, because two would have been the same. */
  readonly lengthened: number;
}

/**
 * Codes that nobody can undo without the key: the first digits of HMAC-SHA256 over the kind and the value. The same key gives
 * the same code, in whatever export. Of those values whose digits are the same, the codes go on until they differ, so that
 * each still begins with what it has elsewhere.
 *
 * @param values all that there are
 */
export function pseudonyms(kind: Kind, values: Iterable<string>, key: Uint8Array): Pseudonyms {
  const digits = new Map([...values].map((value) => [value, digitsOf(kind, value, key)]));
  const lengths = new Map<string, number>();
  let alike = Map.groupBy(digits.keys(), (value) => digits.get(value)?.slice(0, SHORTEST));
  for (let length = SHORTEST + STEP; length <= LONGEST; length += STEP) {
    const clashing = [...alike.values()].filter((group) => group.length > 1).flat();
    if (clashing.length === 0) break;
    for (const value of clashing) lengths.set(value, length);
    alike = Map.groupBy(clashing, (value) => digits.get(value)?.slice(0, length));
  }
  return {
    code(value) {
      const all = digits.get(value) ?? digitsOf(kind, value, key);
      const groups = all.slice(0, lengths.get(value) ?? SHORTEST).match(/.{4}/g) ?? [];
      return [LETTERS[kind], ...groups].join('-');
    },
    lengthened: lengths.size,
  };
}

/** Tells keys apart without telling anything of them. */
export function fingerprint(key: Uint8Array): string {
  return createHmac('sha256', key).update('slaudit key').digest('hex').slice(0, 16);
}

/** Five bits a digit, the first of them first. */
function digitsOf(kind: Kind, value: string, key: Uint8Array): string {
  const bytes = createHmac('sha256', key).update(`${kind}\0${value}`).digest();
  let digits = '';
  let rest = 0;
  let bits = 0;
  for (const byte of bytes) {
    rest = (rest << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) digits += DIGITS[(rest >> (bits - 5)) & 31] ?? '';
    rest &= (1 << bits) - 1;
  }
  return digits;
}
