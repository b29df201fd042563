// node scan-delimiters.ts FILE: looks at every byte and counts what separates; a reader in JavaScript must do at least that.
import { openSync, readSync } from 'node:fs';

const [COMMA, QUOTE, BREAK] = [0x2c, 0x22, 0x0a];
const file = openSync(process.argv[2] ?? '', 'r');
const block = new Uint8Array(1 << 20);
let commas = 0;
let records = 0;
let isQuoted = false;
for (let length = readSync(file, block); length > 0; length = readSync(file, block)) {
  for (let at = 0; at < length; at++) {
    const byte = block[at] as number;
    if (byte > COMMA) continue;
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (byte === COMMA) commas++;
    else if (byte === BREAK) records++;
  }
}
process.stdout.write(`${records} records, ${commas} commas\n`);
