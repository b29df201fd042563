import { english } from '../diagnostics/say.ts';
import type { FileOptions } from '../domain/policy.ts';
import { type Complaints, complaints } from './complaints.ts';
import { present } from './present.ts';
import { child, type Entry, itemsOf, type Tree, textOf, type Words, wordsOf } from './tree.ts';

/** How the files are written, where the policy says so. */
export function readFileOptions(tree: Tree | undefined, found: Complaints): FileOptions {
  const sheets = itemsOf(child(tree, 'sheet')).flatMap((item) => textOf(item) ?? []);
  const header = readHeader(itemsOf(child(tree, 'header')).map(wordsOf), found);
  return {
    ...present('encoding', readEncoding(wordsOf(child(tree, 'encoding')), found)),
    ...present('delimiter', readCharacter(wordsOf(child(tree, 'delimiter')), { tab: '\t' }, found)),
    ...present('quote', readCharacter(wordsOf(child(tree, 'quote')), { none: '' }, found)),
    ...present('escape', readCharacter(wordsOf(child(tree, 'escape')), {}, found)),
    ...(sheets.length > 0 && { sheets }),
    ...(header.length > 0 && { header }),
  };
}

function readEncoding(words: Words | undefined, found: Complaints): string | undefined {
  if (words === undefined) return undefined;
  try {
    return new TextDecoder(words.text).encoding;
  } catch {
    const hint = 'For example utf-8, gb18030 (also for GBK and GB2312), big5, utf-16le, shift_jis, windows-1252.';
    found.add('bad-value', words.place, `"${words.text}" is not an encoding that is known here`, hint);
    return undefined;
  }
}

/** One character that can part or enclose cells, or a word for one. */
function readCharacter(
  words: Words | undefined,
  named: Readonly<Record<string, string>>,
  found: Complaints,
): string | undefined {
  if (words === undefined) return undefined;
  const text = named[words.text] ?? words.text;
  if (text === '' ? words.text in named : [...text].length === 1 && !/[\r\n]/.test(text)) return text;
  const others = Object.keys(named).map((name) => `, or ${name}`);
  found.add('bad-value', words.place, `"${words.text}" is not one character`, `Such as ";"${others.join('')}.`);
  return undefined;
}

function readHeader(rows: readonly (Words | undefined)[], found: Complaints): readonly number[] {
  const [, , third] = rows;
  if (third !== undefined) {
    const hint = 'A header is one row, or two of which the lower divides the columns of the upper.';
    found.add('bad-value', third.place, 'a header has no third row', hint);
  }
  return rows.flatMap((row) => readRow(row, found));
}

function readRow(words: Words | undefined, found: Complaints): number[] {
  if (words === undefined) return [];
  const row = Number(words.text);
  if (Number.isInteger(row) && row >= 1) return [row];
  found.add('bad-value', words.place, `"${words.text}" is not a row`, 'Rows and lines count from 1.');
  return [];
}

/** What can be said of files on a command line: the texts of the keys of `records.file`. */
export interface FileOptionTexts {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: readonly string[];
  /** Numbers with commas between. */
  readonly header?: string;
  /** Says nothing of the files, and no policy says it. */
  readonly parser?: 'csv-parse';
}

/** The same options from texts, or what is wrong with the first that cannot be read. */
export function parseFileOptions({ encoding, delimiter, sheet, header, parser }: FileOptionTexts): Parsed {
  const values = { encoding, delimiter, sheet, header: header?.split(',') };
  const found = complaints();
  const options = readFileOptions(treeOf(values), found);
  const [fault] = found.list;
  return fault === undefined
    ? { options: { ...options, ...present('parser', parser) } }
    : { fault: { message: english(fault.message), hint: english(fault.hint ?? '') } };
}

type Parsed =
  | { readonly options: FileOptions }
  | { readonly fault: { readonly message: string; readonly hint: string } };

function treeOf(values: Readonly<Record<string, string | readonly string[] | undefined>>): Tree {
  const place = { file: '' };
  const scalar = (value: string): Tree => ({ kind: 'scalar', value, text: value, place });
  const entries = Object.entries(values).flatMap(([key, value]): [string, Entry][] => {
    if (value === undefined) return [];
    const tree: Tree = typeof value === 'string' ? scalar(value) : { kind: 'list', items: value.map(scalar), place };
    return [[key, { key, keyPlace: place, value: tree }]];
  });
  return { kind: 'map', entries: new Map(entries), place };
}
