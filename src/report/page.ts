import type { Instant } from '../domain/time.ts';
import type { Catalogue } from '../locale/catalogue.ts';
import type { Chart } from './chart.ts';
import type { Selection, Table, Tone } from './table.ts';

/** What a person reads, from top to bottom. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** `isDetail`: what stands under it is for whoever asks for more; a page that can be folded folds it. */
  | { readonly kind: 'heading'; readonly text: string; readonly isDetail?: boolean }
  /** A paragraph behind its mark, `(a)`; `level` counts from 0. */
  | {
      readonly kind: 'item';
      readonly mark: string;
      readonly text: string;
      readonly level: number;
      /** That it deserves the reader's eye, which the text says, too. */
      readonly tone?: Tone;
      /** The runs that it is about. */
      readonly selects?: Selection;
    }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'chart'; readonly chart: Chart };

export type Page = readonly Block[];

/** In whose words, and by whose clock. */
export interface Reader {
  readonly words: Catalogue;
  /** An instant as wall-clock time of the policy's zone, `2026-10-08 09:30:00`. */
  readonly local: (at: Instant) => string;
  /** Name of that zone, where it is known. */
  readonly zone?: string;
  /** The page is a chapter of a book, which says by itself what it is about: of which policy, period and time. */
  readonly isChapter?: boolean;
  /** Beside the tables stand pictures; in plain text the tables are picture enough. */
  readonly isDrawn?: boolean;
}

export function title(text: string): Block {
  return { kind: 'title', text };
}

export function heading(text: string): Block {
  return { kind: 'heading', text };
}

export function text(line: string): Block {
  return { kind: 'text', text: line };
}

export function item(mark: string, line: string, level = 0): Block {
  return { kind: 'item', mark, text: line, level };
}

/** A table under its heading; nothing at all when it has no rows. */
export function section(caption: string, table: Table): Page {
  return table.rows.length === 0 ? [] : [heading(caption), ...tableAlone(table)];
}

/** The same as a detail, which a page may fold. */
export function detail(caption: string, table: Table): Page {
  return section(caption, table).map((block) => (block.kind === 'heading' ? { ...block, isDetail: true } : block));
}

/** A table on its own, where its heading stands further up; nothing at all when it has no rows. */
export function tableAlone(table: Table): Page {
  return table.rows.length === 0 ? [] : [{ kind: 'table', table }];
}

/** A role as the policy calls it, else as it is usually called. */
export function roleWord(role: string, { titles, roles }: Pick<Catalogue, 'titles' | 'roles'>): string {
  return wordFor({ ...roles, ...titles }, role);
}

/** An entry of a catalogue, or the key itself where the catalogue does not know it. */
export function wordFor(known: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(known, key) ? (known[key] ?? key) : key;
}
