import { type NamedColumn, namesOf, type Wanted } from '../rows/named-columns.ts';
import { Unusable } from '../unusable.ts';
import { cellFinder, columnsOf } from './cell-at.ts';
import { firstFound } from './named-rows.ts';
import { type RowPath, rowPaths } from './row-paths.ts';
import { isObject, leadsOn, rowsAt } from './rows-at.ts';
import type { Sample } from './sample-documents.ts';

/** Where a file's rows lie, as its beginning has it. */
export interface FoundRows {
  readonly path: readonly string[];
  /** It was not said; this was found instead of the file itself, or of a path that leads nowhere. */
  readonly isFound: boolean;
}

interface Asked {
  readonly file: string;
  readonly wanted: Wanted;
  /** `records.rows`; empty where it does not say. */
  readonly said: readonly string[];
}

/**
 * Where the rows lie. At the path that is said, if it leads somewhere; else at an end of it, where a page was saved without
 * what was around it. Where nothing is said: in the file itself, if that has the columns; else in the one list of objects
 * that has all of them; of all columns (inspection) in the largest outer list of a page.
 *
 * `undefined`: more of the file must be seen. Throws `Unusable` where several lists would do.
 */
export function findRows(sample: Sample, asked: Asked): FoundRows | undefined {
  const { documents, isCut } = sample;
  const { said, wanted } = asked;
  const asItIs = { path: said, isFound: false };
  const isAlone = isCut && documents.length <= 1;
  if (documents.length === 0) return isCut && said.length === 0 ? undefined : asItIs;
  if (said.length > 0) {
    const isThere = documents.some((each) => leadsOn(each, said));
    if (isThere || isAlone || wanted === 'all') return asItIs;
    const path = said.map((_, index) => said.slice(index + 1)).find((end) => hasAll(documents, end, wanted));
    return path === undefined ? asItIs : { path, isFound: true };
  }
  if (wanted === 'all') {
    const path = pageOf(documents);
    return path === undefined ? asItIs : { path: path.split('.'), isFound: true };
  }
  if (hasAll(documents, [], wanted)) return asItIs;
  const fitting = listsWith(documents, wanted);
  if (fitting.length > 1) throw several(asked, fitting);
  if (fitting[0] !== undefined) return { path: fitting[0].path.split('.'), isFound: true };
  return isAlone ? undefined : asItIs;
}

/** Lists of objects inside documents in which every column is found that must be there. */
function listsWith(documents: readonly unknown[], columns: readonly NamedColumn[]): readonly RowPath[] {
  return rowPaths(documents).filter(({ path }) => path !== '' && hasAll(documents, path.split('.'), columns));
}

/** Rows that are looked at. */
const MOST = 1000;

function hasAll(documents: readonly unknown[], path: readonly string[], columns: readonly NamedColumn[]): boolean {
  let open = columns.filter(({ isRequired }) => isRequired).map((column) => namesOf(column).map(cellFinder));
  if (open.length === 0) return false;
  let rows = 0;
  for (const row of rowsAt(documents, path)) {
    open = open.filter((finders) => firstFound(finders, row) === undefined);
    if (open.length === 0) return true;
    if (++rows === MOST) return false;
  }
  return false;
}

/** Keys that stand around the rows of a page, and not in a ticket. */
const AROUND =
  /^(?:_?links|_?meta|(?:total_?)?count|(?:next|prev|previous|after|before)(?:_?(?:page|url|cursor|link|token))?|(?:next)?page_?token|cursor|offset|limit|page|pages|paging|pagination|per_?page|total_?(?:pages|results|items)?|total|startAt|maxResults|isLast|has_?more|end_of_stream|end_time|@odata\..*)$/i;

/** Of documents that are pages of rows, the path of the rows: of several outer lists the one with most. */
function pageOf(documents: readonly unknown[]): string | undefined {
  const pages = documents.filter(isObject);
  if (pages.length < documents.length || pages.length === 0) return undefined;
  const isPage = (page: Readonly<Record<string, unknown>>) =>
    Object.keys(page).some((key) => AROUND.test(key)) ||
    Object.values(page).every((value) => typeof value === 'object');
  if (documents.length > 1 && !pages.every(isPage)) return undefined;
  const lists = rowPaths(documents).filter(({ path }) => path !== '');
  const outer = lists.filter(({ path }) => !lists.some((other) => path.startsWith(`${other.path}.`)));
  const [largest] = outer.toSorted((a, b) => b.count - a.count);
  return largest?.path;
}

/** What else could be the rows, for a complaint. */
export function otherLists(documents: readonly unknown[]): string | undefined {
  const lists = rowPaths(documents.length === 1 ? documents[0] : documents).filter(({ path }) => path !== '');
  if (lists.length === 0) return undefined;
  return `Lists of objects in it, which records.rows could name: ${lists.slice(0, SHOWN).map(shown).join('; ')}.`;
}

const SHOWN = 8;

function shown({ path, keys }: RowPath): string {
  const more = keys.length > SHOWN ? ' …' : '';
  return `${path} (${keys.slice(0, SHOWN).join(', ')}${more})`;
}

function several({ file }: Asked, lists: readonly RowPath[]): Unusable {
  const paths = lists.map(({ path }) => path);
  return new Unusable({
    code: 'missing-column',
    place: { file },
    message: `the columns that the policy names stand in several lists of this file: ${paths.join(', ')}`,
    hint: `Say which of them are the rows: records.rows: ${paths[0]}.`,
  });
}

/** There is nothing where the policy looks for rows. */
export function noRows(file: string, path: readonly string[], documents: readonly unknown[]): Unusable {
  const lists = otherLists(documents);
  const has = `The file has: ${columnsOf(documents[0]).join(', ') || 'a list'}.`;
  return new Unusable({
    code: 'missing-column',
    place: { file },
    message: `there are no rows at "${path.join('.')}", where the policy's records.rows looks for them`,
    hint: lists === undefined ? has : `${has} ${lists}`,
  });
}
