import type { Provenance } from '../domain/provenance.ts';
import type { Digest } from './digest.ts';

/** What stands beside a result that cannot hold it itself: of what it was made, and that it is this result. */
export interface Manifest {
  readonly schemaVersion: 1;
  readonly kind: 'manifest';
  /** `file`: its name without folders, for both lie in one. */
  readonly output: { readonly file: string; readonly format: string } & Digest;
  readonly provenance: Provenance;
}

export function manifestOf(path: string, format: string, digest: Digest, provenance: Provenance): string {
  const file = path.split(/[/\\]/).at(-1) ?? path;
  const { bytes, sha256 } = digest;
  const manifest: Manifest = {
    schemaVersion: 1,
    kind: 'manifest',
    output: { file, format, bytes, sha256 },
    provenance,
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
