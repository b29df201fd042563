import { attributeOf, textOf } from '../xml/attributes.ts';
import { badWorkbook } from './bad-workbook.ts';
import type { PartReader } from './part-reader.ts';
import { readOneByOne, type Workbook } from './sheet.ts';
import { readElements } from './xml-part.ts';
import { MOST_OF_A_LIST, type ZipMembers } from './zip-members.ts';

interface Relation {
  readonly kind: string;
  readonly target: string;
}

/** Where the workbook of an archive lies: `xl/workbook.xml`, or `xl/workbook.bin` in an .xlsb. */
export async function workbookPath(members: ZipMembers, file: string): Promise<string | undefined> {
  if (!members.has('_rels/.rels')) return ['xl/workbook.xml', 'xl/workbook.bin'].find((path) => members.has(path));
  const relations = await readRelations(members, '', file);
  return [...relations.values()].find(({ kind }) => kind === 'officeDocument')?.target;
}

/**
 * An .xlsx or .xlsb, of which only the list of sheets has been read. Texts and formats are read once, when the first sheet is.
 * What lies outside of the file (links to other workbooks) is never looked at: cells have the values kept in the file.
 */
export async function readXlsxWorkbook(
  members: ZipMembers,
  path: string,
  file: string,
  reader: PartReader,
): Promise<Workbook['read']> {
  const { entries, is1904 } = await reader.readList(members.chunks(path, MOST_OF_A_LIST), path, file);
  const relations = await readRelations(members, path, file);
  const targetOf = (kind: string) => [...relations.values()].find((relation) => relation.kind === kind)?.target;

  async function readCommon() {
    const strings = targetOf('sharedStrings');
    const styles = targetOf('styles');
    return {
      is1904,
      strings: strings === undefined ? [] : await reader.readStrings(members.chunks(strings), strings, file),
      formats:
        styles === undefined ? [] : await reader.readStyles(members.chunks(styles, MOST_OF_A_LIST), styles, file),
    };
  }

  let common: ReturnType<typeof readCommon> | undefined;
  // Sheets that hold a chart, a macro or a dialogue have no cells.
  const sheets = entries.flatMap(({ name, state, relation }) => {
    const part = relations.get(relation);
    if (part === undefined) throw badWorkbook(file, `the workbook does not say where its sheet "${name}" is`);
    return part.kind === 'worksheet' ? [{ name, state, part: part.target }] : [];
  });
  return (begin) =>
    readOneByOne(
      sheets.map(({ name, state, part }) => ({
        name,
        isHidden: state === 'hidden' || state === 'veryHidden',
        async read({ take, oddities }) {
          common ??= readCommon();
          await reader.readSheet(members.chunks(part), { file, part, ...(await common) }, take, oddities);
        },
      })),
      begin,
    );
}

/** What a part of the archive refers to, by id; targets are whole paths. */
async function readRelations(members: ZipMembers, path: string, file: string): Promise<ReadonlyMap<string, Relation>> {
  const slash = path.lastIndexOf('/') + 1;
  const folder = path.slice(0, slash);
  const relations = new Map<string, Relation>();
  const part = `${folder}_rels/${path.slice(slash)}.rels`;
  await readElements(members.chunks(part, MOST_OF_A_LIST), part, file, (name, attributes, refuse) => {
    const target = textOf(attributes, 'Target', refuse);
    if (name !== 'Relationship' || target === undefined || attributeOf(attributes, 'TargetMode') === 'External') return;
    const kind = (attributeOf(attributes, 'Type') ?? '').replace(/^.*\//, '');
    relations.set(attributeOf(attributes, 'Id') ?? '', { kind, target: resolve(folder, target) });
  });
  return relations;
}

/** Paths of an archive: absolute ones begin with a slash. */
function resolve(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
