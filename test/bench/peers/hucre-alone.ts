// node hucre-alone.ts FILE: reads a workbook's first sheet with hucre and does nothing with its rows.
import { openAsBlob } from 'node:fs';
import { streamXlsxRows } from 'hucre/xlsx';

let rows = 0;
const file = await openAsBlob(process.argv[2] ?? '');
for await (const _ of streamXlsxRows(await file.bytes())) rows++;
process.stdout.write(`${rows} rows\n`);
