import { decode } from './bytes/decode.ts';
import type { DecodeOptions } from './bytes/decode-options.ts';
import { type Peeked, peek } from './bytes/peek.ts';
import type { TextPart } from './bytes/unpack.ts';
import { looksLikeJson } from './json/looks-like-json.ts';
import { kindOfMarkup, type MarkupKind } from './xml/kind-of-markup.ts';

/** How a text is to be read. */
export type TextFormat = 'csv' | 'json' | MarkupKind;

export interface OpenedText {
  readonly format: TextFormat;
  /** UTF-8. */
  readonly bytes: Peeked;
}

/** Decodes a text and tells its format by how it begins, whatever the file is called. Throws what `decode` throws. */
export async function openText(part: TextPart, options: DecodeOptions): Promise<OpenedText> {
  const bytes = await peek(decode(part, options));
  return { format: formatOf(bytes.head), bytes };
}

export function formatOf(head: Uint8Array): TextFormat {
  if (looksLikeJson(head)) return 'json';
  const isMarkup = head.find((byte) => byte > 0x20) === 0x3c;
  return (isMarkup ? kindOfMarkup(new TextDecoder().decode(head)) : undefined) ?? 'csv';
}
