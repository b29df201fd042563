import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The files of a tar archive packed with gzip: name, a size in octal, content in blocks of 512 bytes. */
export function filesOf(path: string): readonly { readonly name: string; readonly content: Uint8Array }[] {
  const archive = gunzipSync(readFileSync(path));
  const files: { name: string; content: Uint8Array }[] = [];
  for (let start = 0; start < archive.length; ) {
    const text = (from: number, to: number) => archive.toString('utf8', start + from, start + to).replace(/\0.*$/s, '');
    const name = text(0, 100);
    const size = Number.parseInt(text(124, 136), 8) || 0;
    if (text(156, 157) === '0') files.push({ name, content: archive.subarray(start + 512, start + 512 + size) });
    start += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}
