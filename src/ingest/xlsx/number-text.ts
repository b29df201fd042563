/** Numbers of more digits are rounded when they are typed into a spreadsheet. */
const EXACT_BELOW = 1e15;

/** A number as people write it: `297732`, `0.1`; shortest form, never with an exponent. */
export function numberText(value: number): string {
  const short = String(value);
  if (!short.includes('e')) return short;
  if (Number.isInteger(value)) return BigInt(value).toString();
  const [digits = '', exponent = ''] = short.split('e');
  const [whole = '', decimals = ''] = digits.replace('-', '').split('.');
  const zeros = '0'.repeat(Math.max(0, -Number(exponent) - whole.length));
  return `${value < 0 ? '-' : ''}0.${zeros}${whole}${decimals}`;
}

/** More digits than a spreadsheet keeps: the last ones have become zeros. */
export function isInexact(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) >= EXACT_BELOW;
}
