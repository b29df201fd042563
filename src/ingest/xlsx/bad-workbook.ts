import { Unusable } from '../unusable.ts';

const SAVE_AGAIN = 'Open it in a spreadsheet program and save it again, or export it anew.';

/** A workbook of which nothing more can be read. */
export function badWorkbook(file: string, message: string, hint = SAVE_AGAIN): Unusable {
  return new Unusable({ code: 'bad-workbook', place: { file }, message, hint });
}
