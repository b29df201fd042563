import { Unusable } from '../unusable.ts';

/** Unpacks gzip, of one member or several. Throws `Unusable` where it is damaged, cut short, or followed by something else. */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Uint8Array> {
  // Loaded with the first: most exports are not packed, and small ones are read sooner than these are there.
  const [{ pipeline, Readable }, { createGunzip }] = await Promise.all([import('node:stream'), import('node:zlib')]);
  const stream = createGunzip({ chunkSize: 65_536 });
  const iterator = chunks[Symbol.asyncIterator]();
  // Zeros after the last member are padding. Node stops there, and would pass over members that follow in silence.
  let length = 0;
  let end = 0;
  function look(chunk: Uint8Array): void {
    const last = chunk.findLastIndex((byte) => byte !== 0);
    if (last >= 0) end = length + last + 1;
    length += chunk.length;
  }
  async function* fed(): AsyncGenerator<Uint8Array> {
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      look(next.value);
      yield next.value;
    }
  }
  pipeline(Readable.from(fed()), stream, () => {});
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('Z_')) throw error;
    throw badGzip(file, code === 'Z_BUF_ERROR' ? 'the gzip file is cut short' : 'the gzip file is damaged');
  }
  // The stream ends with the last member, whatever is still to come.
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) look(next.value);
  if (end > stream.bytesWritten) throw badGzip(file, 'the gzip file goes on after zeros, where its end should be');
}

function badGzip(file: string, message: string): Unusable {
  return new Unusable({
    code: 'bad-gzip',
    place: { file },
    message,
    hint: 'Copy or download it again; `gzip -t` says whether a file is whole.',
  });
}
