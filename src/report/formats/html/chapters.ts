import type { Page } from '../../page.ts';
import type { Chapter } from '../format.ts';
import { renderBlocks } from './blocks.ts';
import { asId, escaped } from './escape.ts';
import { fold, foldTitle } from './fold.ts';
import type { Rendering } from './rendering.ts';

/** A book of more chapters is folded but for what is read first. */
const MOST_OPEN = 5;

/** How the chapters of a document stand in it. */
export interface Parts {
  readonly open: readonly Chapter[];
  readonly folded: readonly Chapter[];
  /** They have nothing to say. */
  readonly empty: readonly Chapter[];
  /** Details and long tables of the open ones are closed, too. */
  readonly isFolding: boolean;
}

/** What is asked for alone is shown, whatever it is; a page on everything is a few sheets of paper until more of it is opened. */
export function partsOf(chapters: readonly Chapter[]): Parts {
  if (chapters.length === 1) return { open: chapters, folded: [], empty: [], isFolding: false };
  const isEmpty = ({ isMain, records }: Chapter) => !isMain && records().rows.length === 0;
  const empty = chapters.filter(isEmpty);
  const told = chapters.filter((each) => !isEmpty(each));
  if (chapters.length <= MOST_OPEN) return { open: told, folded: [], empty, isFolding: false };
  return {
    open: told.filter(({ isMain }) => isMain),
    folded: told.filter(({ isMain }) => !isMain),
    ...{ empty, isFolding: true },
  };
}

export function chapterId({ name }: Pick<Chapter, 'name'>): string {
  return `chapter-${asId(name)}`;
}

/** Under the title of the document where that is the chapter’s own. */
export function openChapter(
  chapter: Chapter,
  { isSole, isFolding }: { readonly isSole: boolean; readonly isFolding: boolean },
  rendering: Rendering,
): string {
  const id = chapterId(chapter);
  const layout = { level: isSole ? 2 : 3, name: chapter.title, isFolding };
  const body = renderBlocks(withoutItsName(chapter), layout, rendering);
  const title = isSole ? '' : `<h2 id="${id}-title">${escaped(chapter.title)}</h2>\n`;
  const named = isSole ? '' : ` aria-labelledby="${id}-title"`;
  return `<section class="chapter" id="${id}"${named}>\n${title}${body}</section>\n`;
}

export function foldedChapter(chapter: Chapter, rendering: Rendering): string {
  const body = renderBlocks(withoutItsName(chapter), { level: 4, name: chapter.title }, rendering);
  return fold({ look: 'chapter folded', id: chapterId(chapter), summary: foldTitle(chapter.title, 3), body });
}

/** Some pages begin with what they are called. */
function withoutItsName({ page, title }: Chapter): Page {
  const [first, ...rest] = page;
  return first?.kind === 'heading' && first.text === title ? rest : page;
}
