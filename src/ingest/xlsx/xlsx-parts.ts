import { attributeOf, textOf } from '../xml/attributes.ts';
import type { PartReader, SheetEntry } from './part-reader.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readStyles } from './styles.ts';
import { readXlsxSheet } from './xlsx-sheet.ts';
import { readElements } from './xml-part.ts';

/** The parts of an .xlsx: XML. */
export const xlsxParts: PartReader = {
  async readList(chunks, part, file) {
    const entries: SheetEntry[] = [];
    let is1904 = false;
    await readElements(chunks, part, file, (name, attributes, refuse) => {
      if (name === 'workbookPr') is1904 = ['1', 'true', 'on'].includes(attributeOf(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      // The prefix is any that stands for the namespace of relations.
      const relation = /\s[^\s=]+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '';
      const state = attributeOf(attributes, 'state') ?? '';
      entries.push({ name: textOf(attributes, 'name', refuse) ?? '', state, relation });
    });
    return { entries, is1904 };
  },
  readStrings: readSharedStrings,
  readStyles,
  readSheet: readXlsxSheet,
};
