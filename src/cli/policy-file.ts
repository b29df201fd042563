import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../domain/diagnostic.ts';
import { lost } from './exports.ts';
import { isSystemError, type World } from './world.ts';

/** What is found under the path of a policy: its text, or why there is none. */
export type PolicyFile =
  | { readonly kind: 'text'; readonly text: string; readonly identity: string }
  | { readonly kind: 'missing'; readonly complaint: string }
  | { readonly kind: 'not-utf8'; readonly diagnostic: Diagnostic<Code> };

export async function readPolicyFile(world: World, path: string): Promise<PolicyFile> {
  try {
    const { identity } = await world.files.look(path);
    const bytes = await world.files.read(path);
    const text = decode(bytes);
    return text === undefined
      ? { kind: 'not-utf8', diagnostic: notUtf8(path, bytes) }
      : { kind: 'text', text, identity };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENOENT') return { kind: 'missing', complaint: await lost(world, path) };
    if (error.code === 'EISDIR') {
      return {
        kind: 'missing',
        complaint: `slaudit: the policy "${path}" is a directory\n  Name the YAML file in it.\n`,
      };
    }
    return { kind: 'missing', complaint: `slaudit: the policy "${path}" cannot be read: ${error.message}\n` };
  }
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
