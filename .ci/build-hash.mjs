// Two builds of one version may come to different results: so each has a hash of its own, of all that went into the bundle.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Stands in the bundle for the hash, which is known only when it is clear what is bundled. */
const PLACEHOLDER = 'the-hash-of-the-build-as-64-hexadecimal-digits-stands-here-later';

/** What esbuild needs to be told for `src/cli/build.ts`, and to say what it has bundled. */
export const hashed = { define: { SLAUDIT_BUILD: JSON.stringify(PLACEHOLDER) }, metafile: true, write: false };

/**
 * The files of a bundle, with the hash in them: of its inputs, ours and those of packages, by name and content. It is the same for
 * the program in dist and in an executable, and for whoever builds the same inputs.
 */
export function withBuildHash(repository, { metafile, outputFiles }) {
  const hash = createHash('sha256');
  // What stands in for Node's own modules is in one of the two only, and changes no result.
  const inputs = Object.keys(metafile.inputs).filter((input) => !input.startsWith('.ci/'));
  for (const input of inputs.sort()) {
    const content = readFileSync(join(repository, input));
    hash.update(`${input} ${content.length}\n`).update(content);
  }
  const digest = hash.digest('hex');
  return outputFiles.map(({ path, text }) => ({ path, contents: text.replaceAll(PLACEHOLDER, digest) }));
}
