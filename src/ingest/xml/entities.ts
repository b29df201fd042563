const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** No entity that is known here is written longer. */
const LONGEST = 12;

/** The five entities of XML and characters by number; whatever else `&` begins is a fault. */
export function decodeEntities(text: string, refuse: (message: string) => Error): string {
  return text.replace(/&([^;&]{0,12});?/g, (written, name: string) => {
    const known = written.endsWith(';') ? (NAMED.get(name) ?? numbered(name)) : undefined;
    if (known === undefined) throw refuse(`${JSON.stringify(written)} is no entity of XML`);
    return known;
  });
}

function numbered(name: string): string | undefined {
  const digits = /^#(?:(\d{1,7})|x([\da-fA-F]{1,6}))$/.exec(name);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number.parseInt(digits[2] ?? '', 16) : Number(digits[1]);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Where a text can be cut in two from `start` on: at its end, or before an entity whose end is still to come. */
export function entityCut(text: string, start: number): number {
  const and = text.lastIndexOf('&');
  return and >= start && text.length - and <= LONGEST && !text.includes(';', and) ? and : text.length;
}
