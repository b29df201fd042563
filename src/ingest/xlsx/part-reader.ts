import type { DateFormat } from './number-format.ts';
import type { Oddities, TakeCells } from './sheet.ts';

export interface SheetEntry {
  readonly name: string;
  /** `hidden`, `veryHidden`, or neither. */
  readonly state: string;
  /** Id of the relation that says where it lies. */
  readonly relation: string;
}

export interface SheetList {
  readonly entries: readonly SheetEntry[];
  /** Days are counted from 1904. */
  readonly is1904: boolean;
}

export interface SheetPart {
  readonly file: string;
  readonly part: string;
  readonly is1904: boolean;
  readonly strings: readonly string[];
  /** By the number of a style; `undefined` where it shows plain numbers or texts. */
  readonly formats: readonly (DateFormat | undefined)[];
}

type Chunks = AsyncIterable<Uint8Array>;

/** Reads the parts of a workbook, which an .xlsx has as XML and an .xlsb as binary records. `part`: its path, for faults. */
export interface PartReader {
  readList(chunks: Chunks, part: string, file: string): Promise<SheetList>;
  readStrings(chunks: Chunks, part: string, file: string): Promise<readonly string[]>;
  readStyles(chunks: Chunks, part: string, file: string): Promise<readonly (DateFormat | undefined)[]>;
  readSheet(chunks: Chunks, of: SheetPart, take: TakeCells, oddities: Oddities): Promise<void>;
}
