import { csv } from './csv.ts';
import type { Format } from './format.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { markdown } from './markdown.ts';
import { ndjson } from './ndjson.ts';
import { terminal } from './terminal.ts';
import { xlsx } from './xlsx.ts';

/** Every format there is, by the name `-f` knows it by. Help and completion are made from the keys. */
export const formats = { table: terminal, markdown, csv, json, ndjson, xlsx, html } as const satisfies Record<
  string,
  Format
>;

export type FormatName = keyof typeof formats;
