import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { TextRow, TextTable } from '../domain/text-table.ts';
import { entriesOf, itemsOf, readTree, type Tree, wordsOf } from './tree.ts';

/**
 * A YAML list of maps as a table: its header is every key there is, each map a row. Texts stay as they are written: `007`
 * is no number here. What is no such list is a fault of the kind `fault`.
 */
export function rowsOfYaml(file: string, text: string, fault: Code): Reading<TextTable | undefined, Code> {
  const { value: root, diagnostics } = readTree(file, text);
  const faults: Diagnostic<Code>[] = diagnostics.map((diagnostic) => ({ ...diagnostic, code: fault }));
  if (root === undefined) return { value: undefined, diagnostics: faults };
  const isEmpty = root.kind === 'scalar' && root.value === null;
  if (!isEmpty && root.kind !== 'list') faults.push(notA('list', root, fault));
  const items = isEmpty || root.kind !== 'list' ? [] : itemsOf(root);
  const header = [...new Set(items.flatMap(entriesOf).map(({ key }) => key))];
  const rows = items.map((item): TextRow => {
    if (item.kind !== 'map') faults.push(notA('map', item, fault));
    const cells = new Map(entriesOf(item).map(({ key, value }) => [key, cell(value)]));
    return { line: item.place.line ?? 1, cells: header.map((key) => cells.get(key) ?? '') };
  });
  return faults.length > 0
    ? { value: undefined, diagnostics: faults }
    : { value: { file, header, headerLine: root.place.line ?? 1, rows }, diagnostics: [] };

  function cell(value: Tree): string {
    if (value.kind === 'scalar') return wordsOf(value)?.text.trim() ?? '';
    faults.push(notA('text', value, fault));
    return '';
  }
}

function notA(what: string, { kind, place }: Tree, code: Code): Diagnostic<Code> {
  const message = `a ${kind === 'scalar' ? 'text' : kind} stands where a ${what} is expected`;
  return { code, place, message, hint: 'The file is a list of maps: - {ticket: …, clock: …, decision: …}.' };
}
