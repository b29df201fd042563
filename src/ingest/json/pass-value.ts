const QUOTE = 0x22;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const DOT = 0x2e;
const ZERO = 0x30;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const U = 0x75;

/** The letters behind a backslash, `u` aside. */
const ESCAPED: ReadonlySet<number> = new Set([...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0)));

/** Lists and objects that may lie in one another: a bit each. */
const DEEPEST = 31;
/** So many digits a number holds, whatever they are. */
const MOST_DIGITS = 15;
/** Smaller numbers are written as `1e-7`. */
const MOST_DECIMALS = 6;

// All of these look at bytes behind which a byte stands that no text, number or blank has, such as 0: so none asks for the end.

/** The index of the first byte from `at` on that is no blank. */
export function afterBlanks(bytes: Uint8Array, at: number): number {
  let index = at;
  for (let byte = bytes[index]!; byte <= 0x20; byte = bytes[++index]!) {
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) break;
  }
  return index;
}

/** The index after a value of which nothing is wanted but that it is one; -1 for anything else, and for what is nested too deep. */
export function passValue(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  if (byte === QUOTE) return passText(bytes, at + 1);
  return byte === OPEN_OBJECT || byte === OPEN_LIST ? passNested(bytes, at) : passScalar(bytes, at);
}

/** The index after the closing quote of the text whose opening quote stands before `at`; -1 for what is no text. */
export function passText(bytes: Uint8Array, at: number): number {
  for (let index = at; ; ) {
    let byte = bytes[index++]!;
    // Nearly all bytes are above it.
    while (byte > QUOTE && byte !== BACKSLASH) byte = bytes[index++]!;
    if (byte === QUOTE) return index;
    if (byte < 0x20) return -1;
    if (byte === BACKSLASH) {
      index = passEscape(bytes, index);
      if (index < 0) return -1;
    }
  }
}

function passEscape(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== U) return ESCAPED.has(bytes[at]!) ? at + 1 : -1;
  return codeOfHex(bytes, at + 1) < 0 ? -1 : at + 5;
}

/** Of the four hexadecimal digits at `at`; -1 where there are none. */
export function codeOfHex(bytes: Uint8Array, at: number): number {
  let code = 0;
  for (let index = at; index < at + 4; index++) {
    const byte = bytes[index]!;
    const letter = byte | 0x20;
    if (isDigit(byte)) code = code * 16 + byte - ZERO;
    else if (letter >= 0x61 && letter <= 0x66) code = code * 16 + letter - 0x61 + 10;
    else return -1;
  }
  return code;
}

/** A list of what is open, and no function that calls itself: nesting is the file's to choose. */
function passNested(bytes: Uint8Array, start: number): number {
  /** Of each level whether it is a list, the innermost in the lowest bit. */
  let lists = 0;
  let depth = 0;
  let at = start;
  for (;;) {
    const byte = bytes[at]!;
    if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (depth++ === DEEPEST) return -1;
      const isList = byte === OPEN_LIST;
      lists = (lists << 1) | (isList ? 1 : 0);
      at = afterBlanks(bytes, at + 1);
      if (bytes[at] !== (isList ? CLOSE_LIST : CLOSE_OBJECT)) {
        if (!isList) at = passKey(bytes, at);
        if (at < 0) return -1;
        continue;
      }
    } else {
      at = byte === QUOTE ? passText(bytes, at + 1) : passScalar(bytes, at);
      if (at < 0) return -1;
      at = afterBlanks(bytes, at);
    }
    // Behind a value, or before what closes an empty list or object.
    while (bytes[at] === ((lists & 1) === 1 ? CLOSE_LIST : CLOSE_OBJECT)) {
      lists >>>= 1;
      if (--depth === 0) return at + 1;
      at = afterBlanks(bytes, at + 1);
    }
    if (bytes[at] !== COMMA) return -1;
    at = afterBlanks(bytes, at + 1);
    if ((lists & 1) === 0) at = passKey(bytes, at);
    if (at < 0) return -1;
  }
}

/** From its opening quote on to the value behind it. */
function passKey(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== QUOTE) return -1;
  const end = passText(bytes, at + 1);
  const colon = end < 0 ? -1 : afterBlanks(bytes, end);
  return bytes[colon] === COLON ? afterBlanks(bytes, colon + 1) : -1;
}

function passScalar(bytes: Uint8Array, at: number): number {
  const end = wordEnd(bytes, at);
  return end < 0 ? passNumber(bytes, at) : end;
}

function passNumber(bytes: Uint8Array, start: number): number {
  let at = bytes[start] === MINUS ? start + 1 : start;
  const first = at;
  at = passDigits(bytes, at);
  if (at === first || (bytes[first] === ZERO && at > first + 1)) return -1;
  if (bytes[at] === DOT) {
    const decimals = at + 1;
    at = passDigits(bytes, decimals);
    if (at === decimals) return -1;
  }
  if ((bytes[at]! | 0x20) === 0x65) {
    const sign = bytes[at + 1];
    const exponent = sign === PLUS || sign === MINUS ? at + 2 : at + 1;
    at = passDigits(bytes, exponent);
    if (at === exponent) return -1;
  }
  return at;
}

function passDigits(bytes: Uint8Array, at: number): number {
  let index = at;
  while (isDigit(bytes[index]!)) index++;
  return index;
}

/** Where `true`, `false` or `null` ends that begins at `at`; -1 for anything else. */
export function wordEnd(bytes: Uint8Array, at: number): number {
  const first = bytes[at];
  if (first === 0x74) return bytes[at + 1] === 0x72 && bytes[at + 2] === 0x75 && bytes[at + 3] === 0x65 ? at + 4 : -1;
  if (first === 0x6e) return bytes[at + 1] === 0x75 && bytes[at + 2] === 0x6c && bytes[at + 3] === 0x6c ? at + 4 : -1;
  if (first !== 0x66 || bytes[at + 1] !== 0x61 || bytes[at + 2] !== 0x6c) return -1;
  return bytes[at + 3] === 0x73 && bytes[at + 4] === 0x65 ? at + 5 : -1;
}

/** Where a number ends whose shortest form is just what stands there; -1 for any other: `1.0`, `1e3`, `-0`, one of sixteen digits. */
export function plainNumberEnd(bytes: Uint8Array, start: number): number {
  const first = bytes[start] === MINUS ? start + 1 : start;
  let at = passDigits(bytes, first);
  let digits = at - first;
  if (digits === 0 || (bytes[first] === ZERO && digits > 1)) return -1;
  if (bytes[at] === DOT) {
    const point = at;
    at = passDigits(bytes, point + 1);
    const decimals = at - point - 1;
    if (decimals === 0 || decimals > MOST_DECIMALS || bytes[at - 1] === ZERO) return -1;
    digits += decimals;
  } else if (bytes[first] === ZERO && first > start) return -1;
  return digits > MOST_DIGITS ? -1 : at;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}
