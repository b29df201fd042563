import type { ColumnMapping, Records } from '../../domain/policy.ts';

/** What cells say, as the policy has it. */
export interface CellTexts {
  /** The texts that mean nothing, the empty one among them. */
  readonly blanks: ReadonlySet<string>;
  /** The cell's text, untranslated; '' where it says nothing. */
  said(cell: string | undefined): string;
  /** The same by the policy's name; a value that is not listed keeps its own. */
  named(mapping: ColumnMapping, cell: string | undefined): string;
}

export function cellTexts(records: Pick<Records, 'missing'>): CellTexts {
  const blanks = new Set(['', ...records.missing.map((text) => text.trim())]);
  function said(cell: string | undefined): string {
    const text = cell?.trim() ?? '';
    return blanks.has(text) ? '' : text;
  }
  return { blanks, said, named: (mapping, cell) => translate(mapping, said(cell)) };
}

/** An export's value by the policy's name; a value that is not listed keeps its own. */
export function translate(mapping: ColumnMapping, text: string): string {
  return mapping.values.get(text) ?? text;
}
