import { Buffer, isUtf8 } from 'node:buffer';
import type { Entry } from 'yauzl';
import { detectEncoding } from './detect-encoding.ts';

/**
 * The names of an archive's members, for people to read: `/` between folders, nothing that a terminal would obey. They are never
 * paths to be written to. Windows writes Chinese names in its own encoding and does not say so; all of one archive are in one.
 */
export async function memberNames(entries: readonly Entry[]): Promise<readonly string[]> {
  const { default: yauzl } = await import('yauzl');
  const silent = entries.filter((entry) => !saysUtf8(entry)).map(({ fileNameRaw }) => fileNameRaw);
  const encoding = silent.every((name) => isUtf8(name)) ? 'utf-8' : encodingOf(silent);
  const decoder = new TextDecoder(encoding);
  return entries.map((entry) => {
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    return shown(
      saysUtf8(entry)
        ? yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
        : decoder.decode(fileNameRaw),
    );
  });
}

/** Names by which their encoding is told; an archive can have hundreds of megabytes of them. */
const MOST_JUDGED = 1000;

function encodingOf(names: readonly Buffer[]): string {
  const telling = names.filter((name) => !isUtf8(name)).slice(0, MOST_JUDGED);
  const sample = Buffer.concat(telling.flatMap((name) => [name.subarray(0, 1024), Buffer.from('\n')]));
  return detectEncoding({ head: sample, window: sample, isLast: true, wanted: 'all' }).encoding;
}

/** By its flag, or by a second name in a field of Info-ZIP. */
function saysUtf8({ generalPurposeBitFlag, extraFields }: Entry): boolean {
  return (generalPurposeBitFlag & 0x800) !== 0 || extraFields.some(({ id }) => id === 0x7075);
}

const LONGEST_NAME = 200;

function shown(name: string): string {
  const characters = [...name.replaceAll('\\', '/').replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd')];
  return characters.length <= LONGEST_NAME ? characters.join('') : `…${characters.slice(1 - LONGEST_NAME).join('')}`;
}
