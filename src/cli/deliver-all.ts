import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Provenance } from '../domain/provenance.ts';
import type { Pieces } from '../report/formats/format.ts';
import { batches, tellUnwritten, writeToStandardOutput } from './deliver.ts';
import type { Digest } from './digest.ts';
import type { ExitCode } from './exit-codes.ts';
import { manifestOf } from './manifest.ts';
import type { Session } from './session.ts';
import { refuse } from './tell.ts';
import { tellings } from './tellings.ts';
import { type Draft, isSystemError } from './world.ts';

/** A result under its name. */
export interface Delivery {
  /** Without placeholders; `-` is standard output. */
  readonly path: string;
  /** The name was made of a pattern: the folder it lies in is made too. */
  readonly isMade: boolean;
  readonly format: string;
  /** Asked for once, and only when all names are known to be good. */
  readonly pieces: () => Pieces;
  /** Of what the result was made, to be put beside it. */
  readonly manifest?: Provenance;
}

/** A result that is written, but not yet under its name. */
interface Ready {
  readonly delivery: Delivery;
  readonly draft: Draft;
  readonly digest: Digest;
}

/**
 * Writes all results or, as far as it can be known beforehand, none: each file is written beside its place, and only when all
 * are whole do they appear, in their order. Returns `undefined` when all is written, else the exit code: 64 for two
 * results of one name or one that would replace an input, 73 with what is written and what is not.
 */
export async function deliverAll(session: Session, deliveries: readonly Delivery[]): Promise<ExitCode | undefined> {
  const collision = await tellCollision(session, deliveries);
  if (collision !== undefined) return collision;
  const ready: Ready[] = [];
  const published: string[] = [];
  const isOneOfMany = deliveries.length > 1;
  const fail = async (path: string, error: unknown): Promise<ExitCode> => {
    if (!isSystemError(error)) throw error;
    return tellUnwritten(session, path, error, isOneOfMany ? published : undefined);
  };
  try {
    for (const delivery of deliveries) {
      if (delivery.path === '-') continue;
      try {
        ready.push(...(await prepare(session, delivery)));
      } catch (error) {
        return await fail(delivery.path, error);
      }
    }
    for (const { path, pieces } of deliveries) {
      if (path !== '-') continue;
      const failure = await writeToStandardOutput(session, pieces());
      // Who closed the pipe has seen enough; the files are for somebody else.
      if (failure !== undefined && (failure !== 0 || ready.length === 0)) return failure;
    }
    for (const { delivery, draft, digest } of ready) {
      try {
        await draft.publish();
      } catch (error) {
        return await fail(delivery.path, error);
      }
      published.push(delivery.path);
      const { path: file, format } = delivery;
      session.knowledge.written = [...session.knowledge.written, { file, format, ...digest }];
    }
    return undefined;
  } finally {
    for (const { draft } of ready) await draft.discard();
  }
}

/** The result and, where it was asked for, its manifest. */
async function prepare(session: Session, delivery: Delivery): Promise<Ready[]> {
  const { path, manifest } = delivery;
  const own = await write(session, delivery);
  if (manifest === undefined) return [own];
  try {
    const text = manifestOf(path, delivery.format, own.digest, manifest);
    const beside = { path: manifestPath(path), isMade: false, format: 'json', pieces: () => [text] };
    return [own, await write(session, beside)];
  } catch (error) {
    await own.draft.discard();
    throw error;
  }
}

export function manifestPath(path: string): string {
  return `${path}.manifest.json`;
}

async function write(session: Session, delivery: Delivery): Promise<Ready> {
  const { files } = session;
  if (delivery.isMade) await files.makeFolder(dirname(delivery.path));
  const draft = await files.draft(delivery.path);
  try {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const batch of batches(delivery.pieces())) {
      const content = typeof batch === 'string' ? Buffer.from(batch) : batch;
      hash.update(content);
      bytes += content.length;
      await draft.write(batch);
    }
    return { delivery, draft, digest: { bytes, sha256: hash.digest('hex') } };
  } catch (error) {
    await draft.discard();
    throw error;
  }
}

/**
 * All that a run writes, `--log` and `--status-file` too, goes to places of its own. Places are compared as file systems do that know
 * no difference between A and a; links are followed, so that they are the same whether or not the files are there already.
 */
async function tellCollision(session: Session, deliveries: readonly Delivery[]): Promise<ExitCode | undefined> {
  const { log, statusFile } = tellings(session.argv);
  const results = deliveries.flatMap(({ path, manifest }) =>
    path === '-' ? [] : [path, ...(manifest === undefined ? [] : [manifestPath(path)])],
  );
  const names = [
    ...results.map((name) => ['-o', name] as const),
    ...(log === undefined ? [] : [['--log', log] as const]),
    ...(statusFile === undefined ? [] : [['--status-file', statusFile] as const]),
  ];
  const refuseBoth = (message: string, hint: string) => {
    session.knowledge.isContested = true;
    return refuse(session, message, hint);
  };
  const seen = new Map<string, string>();
  for (const [option, name] of names) {
    const found = await session.files.look(name).catch(() => undefined);
    if (found?.kind === 'file' && session.knowledge.identities?.has(found.identity) === true) {
      return refuse(session, `${option} "${name}" would overwrite what is read`, 'Name another file for the result.');
    }
    // Into a device or a pipe all that comes is written, one after the other.
    if (found?.kind === 'stream') continue;
    const place = (await session.files.placeOf(name)).normalize('NFC').toLowerCase();
    const keys = [place, ...(found?.kind === 'file' ? [found.identity] : [])];
    const other = keys.map((key) => seen.get(key)).find((each) => each !== undefined);
    if (other !== undefined) {
      if (option !== '-o') {
        const hint = 'Give each a name of its own.';
        return refuseBoth(`${option} "${name}" is the file that "${other}" names too`, hint);
      }
      const both =
        other === name ? `two results would be written to "${name}"` : `"${other}" and "${name}" are one file`;
      return refuseBoth(both, 'Give each a name of its own, with {view} or {format} in it.');
    }
    for (const key of keys) seen.set(key, name);
  }
  return undefined;
}
