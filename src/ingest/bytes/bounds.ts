import { Buffer } from 'node:buffer';
import { Unusable } from '../unusable.ts';

/** What must be held whole to be read: archives, whose table of contents comes last, and workbooks. */
const MOST_HELD = 512 * 1024 ** 2;

/** Logs shrink to a sixtieth at best, a run of one byte to a thousandth. */
const STEEPEST = 200;
/** So much is unpacked whatever it was packed in. */
const FREE = 100 * 1024 ** 2;
const MOST_UNPACKED = 64 * 1024 ** 3;

/** Counts what is unpacked of what the user gave; of an archive all members together, for they may be the same bytes. */
export interface Gauge {
  /** To be told before the bytes are passed on; throws `Unusable` where they are beyond what a sound file unpacks to. */
  add(bytes: number, file: string): void;
}

/** @param packed the bytes of the source that have been read so far */
export function unpackingGauge(packed: () => number): Gauge {
  let unpacked = 0;
  return {
    add(bytes, file) {
      unpacked += bytes;
      if (unpacked > MOST_UNPACKED) throw tooMuch(file, `it unpacks to more than ${inUnits(MOST_UNPACKED)}`);
      if (unpacked <= FREE || unpacked <= STEEPEST * packed()) return;
      throw tooMuch(file, `${inUnits(packed())} unpack to more than ${inUnits(unpacked)}, as no export does`);
    },
  };
}

/** All bytes of something that can be read only whole. */
export async function whole(chunks: AsyncIterable<Uint8Array>, file: string): Promise<Buffer> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MOST_HELD) {
      throw new Unusable({
        code: 'too-large',
        place: { file },
        message: `archives and workbooks are read up to ${inUnits(MOST_HELD)}, and this one is larger`,
        hint: 'Unpack it and give the files inside, or save the sheets as CSV: text is read at any size.',
      });
    }
    all.push(chunk);
  }
  return Buffer.concat(all);
}

function tooMuch(file: string, message: string): Unusable {
  return new Unusable({
    code: 'too-large',
    place: { file },
    message,
    hint: 'If it is sound nevertheless, unpack it yourself and give the files inside.',
  });
}

/** In binary units, for a person. */
function inUnits(bytes: number): string {
  const units = ['bytes', 'KiB', 'MiB', 'GiB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${Math.floor(bytes / 1024 ** power)} ${units[power]}`;
}
