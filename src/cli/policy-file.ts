import { dirname, isAbsolute, join } from 'node:path';
import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic, Place } from '../domain/diagnostic.ts';
import { listedVersions, type PolicyText } from '../run.ts';
import { lost } from './exports.ts';
import { isSystemError, type World } from './world.ts';

/** What is found under the path of a policy: its texts, or why there are none. */
export type PolicyFile =
  | { readonly kind: 'texts'; readonly texts: readonly PolicyText[]; readonly identities: ReadonlySet<string> }
  | { readonly kind: 'missing'; readonly complaint: string }
  | {
      readonly kind: 'faulty';
      readonly diagnostics: readonly Diagnostic<Code>[];
      readonly texts: readonly PolicyText[];
    };

/** A policy is one file, or a list of files with a version each (S32); their paths begin in the folder of the list. */
export async function readPolicyFile(world: World, path: string): Promise<PolicyFile> {
  const file = await readOne(world, path);
  if (file.kind !== 'texts') return file;
  const [{ text } = { text: '' }] = file.texts;
  const { value: listed, diagnostics } = listedVersions(path, text);
  if (diagnostics.length > 0) return { kind: 'faulty', diagnostics, texts: file.texts };
  if (listed === undefined) return file;
  const versions: PolicyFile[] = [];
  for (const { text: name, place } of listed) {
    versions.push(await readOne(world, isAbsolute(name) ? name : join(dirname(path), name), place));
  }
  return together(versions, file.identities);
}

/** What is in the way of any of them is in the way of all. */
function together(versions: readonly PolicyFile[], list: ReadonlySet<string>): PolicyFile {
  const missing = versions.flatMap((version) => (version.kind === 'missing' ? [version.complaint] : []));
  if (missing.length > 0) return { kind: 'missing', complaint: missing.join('') };
  const texts = versions.flatMap((version) => (version.kind === 'missing' ? [] : version.texts));
  const diagnostics = versions.flatMap((version) => (version.kind === 'faulty' ? version.diagnostics : []));
  if (diagnostics.length > 0) return { kind: 'faulty', diagnostics, texts };
  const identities = versions.flatMap((version) => (version.kind === 'texts' ? [...version.identities] : []));
  return { kind: 'texts', texts, identities: new Set([...list, ...identities]) };
}

/** @param named where a list of versions names the file */
async function readOne(world: World, path: string, named?: Place): Promise<PolicyFile> {
  const by = named === undefined ? '' : `  It is named in ${named.file}:${named.line}:${named.column}.\n`;
  try {
    const { identity } = await world.files.look(path);
    const bytes = await world.files.read(path);
    const text = decode(bytes);
    if (text === undefined) return { kind: 'faulty', diagnostics: [notUtf8(path, bytes)], texts: [] };
    return { kind: 'texts', texts: [{ file: path, text }], identities: new Set([identity]) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') return { kind: 'missing', complaint: (await lost(world, path)) + by };
    if (error.code === 'EISDIR') {
      const complaint = `slaudit: the policy "${path}" is a directory\n  Name the YAML file in it.\n${by}`;
      return { kind: 'missing', complaint };
    }
    return { kind: 'missing', complaint: `slaudit: the policy "${path}" cannot be read: ${error.message}\n${by}` };
  }
}

/** The text of each file, for excerpts. */
export function sourceOf(file: PolicyFile): (name: string) => string | undefined {
  const texts = new Map(file.kind === 'missing' ? [] : file.texts.map((each) => [each.file, each.text]));
  return (name) => texts.get(name);
}

/** Text of UTF-8 bytes; `undefined` when they are something else. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function notUtf8(file: string, bytes: Uint8Array): Diagnostic<Code> {
  return {
    code: 'policy-syntax',
    place: { file, line: firstBadLine(bytes) },
    message: 'this line is not UTF-8',
    hint: 'Save the policy as UTF-8.',
  };
}

/** A line break is the same byte in all that is likely to be here, and never part of a UTF-8 character. */
export function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start) + 1 || bytes.length;
    if (decode(bytes.subarray(start, end)) === undefined) return line;
    start = end;
  }
  return line;
}
