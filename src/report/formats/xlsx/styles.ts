import type { CellStyle } from 'hucre/xlsx';
import type { RecordKind } from '../../columns/registry.ts';

const INK = '1F2937';
const ACCENT = '1F4E79';
const RULE = 'D0D7DE';

/** Has Latin and Chinese letters; Office brings it along on every system. A font that is not named is a serif one to LibreOffice. */
export const FONT = { name: 'Microsoft YaHei', size: 10 };

function filled(rgb: string): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } };
}

const below: NonNullable<CellStyle['border']> = { bottom: { style: 'thin', color: { rgb: RULE } } };

export const styles = {
  header: {
    font: { ...FONT, bold: true, color: { rgb: 'FFFFFF' } },
    fill: filled(ACCENT),
    alignment: { vertical: 'center', wrapText: true },
  },
  title: { font: { ...FONT, bold: true, size: 18, color: { rgb: ACCENT } }, alignment: { vertical: 'center' } },
  heading: {
    font: { ...FONT, bold: true, size: 12, color: { rgb: ACCENT } },
    border: { bottom: { style: 'medium', color: { rgb: ACCENT } } },
  },
  label: { font: { ...FONT, color: { rgb: '57606A' } }, alignment: { vertical: 'top' } },
  note: { font: { ...FONT, size: 9, color: { rgb: '57606A' } }, alignment: { vertical: 'top', wrapText: true } },
  sentence: { font: { ...FONT, color: { rgb: INK } }, alignment: { vertical: 'top', wrapText: true } },
  link: { font: { ...FONT, color: { rgb: '0563C1' }, underline: true } },
} as const satisfies Record<string, CellStyle>;

/** Colours that mean the same everywhere, as conditional formats: they follow a figure that somebody mends. */
export const tones = {
  bad: { font: { ...FONT, color: { rgb: '9C0006' } }, fill: filled('FFC7CE') },
  good: { font: { ...FONT, color: { rgb: '006100' } }, fill: filled('C6EFCE') },
} as const satisfies Record<'bad' | 'good', CellStyle>;

const FORMATS: Partial<Record<RecordKind, string>> = {
  count: '#,##0',
  number: '#,##0.###',
  percent: '0.0%',
  points: '+0.0##;-0.0##;0',
  seconds: '[h]:mm:ss',
  'signed-seconds': '#,##0.00',
  utc: 'yyyy-mm-dd hh:mm:ss',
  // Text, so that whoever types another number beneath keeps its zeros.
  id: '@',
};

export const POINTS = '#,##0.###';

/** How cells of a kind look; `money`: the format of the report's currency. */
export function bodyStyle(kind: RecordKind, money: string = POINTS): CellStyle {
  const numFmt = kind === 'money' ? money : FORMATS[kind];
  return {
    ...(numFmt !== undefined && { numFmt }),
    alignment: { vertical: 'top', ...(isQuantity(kind) ? { horizontal: 'right' } : { wrapText: kind === 'text' }) },
  };
}

/** The same in a table of the first sheet. */
export function ruled(style: CellStyle): CellStyle {
  return { ...style, border: below };
}

export function summed(style: CellStyle): CellStyle {
  return {
    ...style,
    font: { ...FONT, ...style.font, bold: true },
    border: { top: { style: 'thin', color: { rgb: ACCENT } } },
  };
}

export function isQuantity(kind: RecordKind): boolean {
  return kind !== 'text' && kind !== 'id' && kind !== 'word' && kind !== 'place' && kind !== 'utc' && kind !== 'flag';
}
