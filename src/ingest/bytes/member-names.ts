import { Buffer, isUtf8 } from 'node:buffer';
import type { Entry } from 'yauzl';
import { detectEncoding } from './detect-encoding.ts';

/**
 * The names of an archive's members, for people to read: `/` between folders, nothing that a terminal would obey. They are never
 * paths to be written to. Windows writes Chinese names in its own encoding and does not say so; all of one archive are in one.
 */
export async function memberNames(entries: readonly Entry[]): Promise<readonly string[]> {
  const { default: yauzl } = await import('yauzl');
  const silent = Buffer.concat(
    entries.filter((entry) => !saysUtf8(entry)).flatMap(({ fileNameRaw }) => [fileNameRaw, Buffer.from('\n')]),
  );
  const encoding = isUtf8(silent)
    ? 'utf-8'
    : detectEncoding({ head: silent, window: silent, isLast: true, wanted: 'all' }).encoding;
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

/** By its flag, or by a second name in a field of Info-ZIP. */
function saysUtf8({ generalPurposeBitFlag, extraFields }: Entry): boolean {
  return (generalPurposeBitFlag & 0x800) !== 0 || extraFields.some(({ id }) => id === 0x7075);
}

const LONGEST_NAME = 200;

function shown(name: string): string {
  const characters = [...name.replaceAll('\\', '/').replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '\ufffd')];
  return characters.length <= LONGEST_NAME ? characters.join('') : `…${characters.slice(1 - LONGEST_NAME).join('')}`;
}
