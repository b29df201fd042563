// node csv-parse-alone.ts FILE: reads it with csv-parse and does nothing with its records.
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

let records = 0;
const parser = createReadStream(process.argv[2] ?? '', { highWaterMark: 1 << 20 }).pipe(parse({ bom: true }));
parser.on('readable', () => {
  while (parser.read() !== null) records++;
});
parser.on('end', () => process.stdout.write(`${records} records\n`));
