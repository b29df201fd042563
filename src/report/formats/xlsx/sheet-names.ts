import { onOneLine } from '../../../locale/visible.ts';

const LONGEST_NAME = 31;

/** Hands out names of sheets as Excel wants them: short, without `[]:*?/\`, unlike one another whatever their case. */
export function nameSheets(): (wanted: string) => string {
  // Excel keeps this name for itself.
  const taken = new Set(['history']);
  return (wanted) => {
    const base = legal(wanted);
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? base : numbered(base, number);
      const folded = name.toLowerCase();
      if (taken.has(folded)) continue;
      taken.add(folded);
      return name;
    }
  };
}

function legal(wanted: string): string {
  const plain = onOneLine(wanted)
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .replaceAll(/[\ufffe\uffff\ud800-\udfff]/gu, '\ufffd');
  const trimmed = shortened(plain, LONGEST_NAME).replaceAll(/^[' ]+|[' ]+$/g, '');
  return trimmed === '' ? '_' : trimmed;
}

function numbered(base: string, number: number): string {
  const mark = ` ${number}`;
  return `${shortened(base, LONGEST_NAME - mark.length).trimEnd()}${mark}`;
}

function shortened(name: string, most: number): string {
  return name.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

/** As formulas name it. */
export function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
