import { Buffer } from 'node:buffer';
import { CutRows, LACKING, MARGIN } from '../../../src/ingest/cells/cut-rows.ts';

/** Rows of one cell, as if they had been cut from lines; `undefined`: the row has none. */
export function cutColumn(texts: readonly (string | undefined)[]): CutRows {
  const rows = new CutRows(1, texts.length);
  const bytes = Buffer.from(texts.map((text) => `${text ?? ''}\n`).join(''));
  rows.standIn(Buffer.concat([bytes, Buffer.alloc(MARGIN)]));
  let at = 0;
  for (const [row, text] of texts.entries()) {
    const end = at + Buffer.byteLength(text ?? '');
    rows.starts[row] = text === undefined ? LACKING : at;
    rows.ends[row] = text === undefined ? LACKING : end;
    at = end + 1;
  }
  rows.count = texts.length;
  return rows;
}
