import type { Catalogue } from '../../locale/catalogue.ts';
import { type Block, heading, item, type Page } from '../page.ts';
import type { Chapter, Item } from './chapter.ts';

/** Chapters as a page, each part with its number as documents of that language have them. */
export function numberChapters(chapters: readonly Chapter[], { rules }: Catalogue): Page {
  return chapters.flatMap((chapter, index): Block[] => {
    const number = index + 1;
    return [
      heading(marked(rules.chapterMark(number), chapter.title)),
      ...numberItems(chapter.items, rules),
      ...chapter.sections.flatMap((section, at): Block[] => [
        heading(marked(rules.sectionMark(number, at + 1), section.title)),
        ...numberItems(section.items, rules),
      ]),
    ];
  });
}

function numberItems(items: readonly Item[], rules: Catalogue['rules'], level = 0): Block[] {
  const mark = [rules.itemMark, rules.subItemMark][level] ?? rules.lineMark;
  return items.flatMap((each, index): Block[] => [
    item(mark(index + 1), each.text, level),
    ...numberItems(each.items ?? [], rules, level + 1),
  ]);
}

/** A number before what it numbers: a full-width mark brings its own distance. */
export function marked(mark: string, text: string): string {
  return /[、）]$/.test(mark) ? mark + text : `${mark} ${text}`;
}
