import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from '../../../src/diagnostics/codes.ts';
import type { Diagnostic } from '../../../src/domain/diagnostic.ts';
import { decode } from '../../../src/ingest/bytes/decode.ts';
import { peek } from '../../../src/ingest/bytes/peek.ts';
import { unpack } from '../../../src/ingest/bytes/unpack.ts';
import type { Wanted } from '../../../src/ingest/rows/named-columns.ts';
import { Unusable } from '../../../src/ingest/unusable.ts';
import { source } from '../exports.ts';

interface Asked {
  /** Bytes of a piece. */
  readonly size?: number;
  readonly encoding?: string;
  readonly wanted?: Wanted;
}

export interface Decoded {
  /** `undefined`: unusable. */
  readonly text: string | undefined;
  readonly encoding: string | undefined;
  readonly diagnostics: readonly Diagnostic<Code>[];
  /** `file:line code` of each diagnostic. */
  readonly told: readonly string[];
}

/** The text of bytes called `a`. */
export async function decoded(
  bytes: Uint8Array,
  { size = 65_536, encoding, wanted = [] }: Asked = {},
): Promise<Decoded> {
  const diagnostics: Diagnostic<Code>[] = [];
  const chunks: Uint8Array[] = [];
  let settled: string | undefined;
  let isSound = true;
  try {
    const head = await peek(source('a', bytes, size).chunks(), 65_536);
    const options = {
      encoding,
      isStatable: true,
      wanted,
      tell: (finding: Diagnostic<Code>) => diagnostics.push(finding),
      settled: (found: string) => {
        settled = found;
      },
    };
    for await (const chunk of decode({ kind: 'text', name: 'a', bytes: head }, options))
      chunks.push(Buffer.from(chunk));
  } catch (error) {
    diagnostics.push(...faultsOf(error));
    isSound = false;
  }
  // Every chunk is read by itself: each must end where a character ends.
  const text = chunks.map((chunk) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(chunk)).join('');
  return { text: isSound ? text : undefined, encoding: settled, diagnostics, told: diagnostics.map(placed) };
}

export interface Unpacked {
  /** `name: text`, or `name: workbook of n bytes`. */
  readonly parts: readonly string[];
  readonly diagnostics: readonly Diagnostic<Code>[];
  readonly told: readonly string[];
  /** Bytes that came out. */
  readonly length: number;
}

/** What lies in bytes, up to a fault if there is one. Of a long text the beginning. */
export async function unpacked(bytes: Uint8Array, { name = 'a.zip', size = 65_536 } = {}): Promise<Unpacked> {
  const diagnostics: Diagnostic<Code>[] = [];
  const parts: string[] = [];
  let length = 0;
  try {
    for await (const part of unpack(source(name, bytes, size), (finding) => diagnostics.push(finding))) {
      if (part.kind === 'workbook') {
        parts.push(`${part.name}: workbook of ${part.content.length} bytes`);
        length += part.content.length;
        continue;
      }
      let text = '';
      for await (const chunk of part.bytes.chunks) {
        if (text.length < 100) text += Buffer.from(chunk.subarray(0, 100)).toString('latin1');
        length += chunk.length;
      }
      parts.push(`${part.name}: ${text}`);
    }
  } catch (error) {
    diagnostics.push(...faultsOf(error));
  }
  return { parts, diagnostics, told: diagnostics.map(placed), length };
}

function faultsOf(error: unknown): readonly Diagnostic<Code>[] {
  if (error instanceof Unusable) return error.diagnostics;
  throw error;
}

function placed({ code, place }: Diagnostic<Code>): string {
  return `${[place?.file, place?.line].filter((each) => each !== undefined).join(':')} ${code}`;
}

interface ByPython {
  readonly sentences: readonly { readonly encoding: string; readonly text: string; readonly bytes: string }[];
  readonly tables: Readonly<Record<string, CodeTable>>;
  readonly archives: Readonly<Record<string, string>>;
}

export interface CodeTable {
  readonly encoding: string;
  readonly of: 'one_byte' | 'two_bytes' | 'four_bytes';
  readonly step: number;
  readonly ranges: string;
  readonly sha256: string;
}

/** Made by `generate-files.py`, with Python's codecs and archives. */
export const byPython: ByPython = JSON.parse(readFileSync(join(import.meta.dirname, 'by-python.json'), 'utf8'));
