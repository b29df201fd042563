import { Unusable } from '../unusable.ts';
import type { MarkupKind } from './kind-of-markup.ts';

/** A text in angle brackets that is no export which can be read here. */
export function otherMarkup(file: string, kind: MarkupKind): Unusable {
  const isSheet = kind === 'spreadsheet';
  return new Unusable({
    code: 'not-an-export',
    place: { file },
    message: isSheet
      ? 'the file is a workbook of Excel 2003 in XML'
      : 'the file is an XML document, and no event log (XES)',
    hint: isSheet
      ? 'Open it in a spreadsheet program and save it as .xlsx.'
      : 'Export it as CSV, JSON, XES or as a workbook.',
  });
}
