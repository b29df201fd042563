import type { Policy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { calendarSections } from './calendars.ts';
import { type Chapter, type Item, item, type Section } from './chapter.ts';
import { clockSections } from './clocks.ts';
import { consequenceChapter } from './consequences/consequence-chapter.ts';
import { exclusionItems, exclusionSection } from './exclusions.ts';
import { figureItems } from './figures.ts';
import { objectiveSections } from './objectives.ts';
import { recordItems } from './records.ts';
import { scopeItems } from './scope.ts';
import { vocabularyOf } from './vocabulary.ts';

/** By whose words and clock the rules are told. `local`: an instant as wall-clock time of the policy's zone. */
export interface Teller {
  readonly words: Catalogue;
  readonly local: (at: Instant) => string;
}

/**
 * All that decides a verdict under a policy and what follows from it, in words and in reading order. Of a policy with versions the newest is
 * told in full, of each earlier one what differs (S32).
 */
export function rulesOf(policy: Policy, teller: Teller): Chapter[] {
  const { words, local } = teller;
  const { chapters, general } = words.rules;
  const vocabulary = vocabularyOf(policy, words);
  const told: Chapter[] = [
    { title: chapters.scope, items: scopeItems(policy, vocabulary, local), sections: [] },
    { title: chapters.general, items: general.map((text) => item(text)), sections: [] },
    { title: chapters.calendars, items: [], sections: calendarSections(policy, words) },
    { title: chapters.exclusions, items: exclusionItems(policy, vocabulary, local), sections: [] },
    { title: chapters.clocks, items: [], sections: clockSections(policy, vocabulary) },
    { title: chapters.objectives, items: [], sections: objectiveSections(policy, vocabulary) },
    { title: words.tickets.rules.title, items: figureItems(policy, vocabulary), sections: [] },
    consequenceChapter(policy, vocabulary),
    { title: chapters.records, items: recordItems(policy.records, words), sections: [] },
    ...policy.earlier.toReversed().map((version) => earlierChapter(version, policy, teller)),
  ];
  return told.filter(({ items, sections }) => items.length > 0 || sections.length > 0);
}

/** What may be otherwise in another version: all versions read the export alike, and objectives are the newest's. */
function versionSections(policy: Policy, { words, local }: Teller): Section[] {
  const vocabulary = vocabularyOf(policy, words);
  const { calendars, clocks } = words.rules.chapters;
  const of = (chapter: string) => (section: Section) => ({
    ...section,
    title: words.rules.earlier.inChapter(chapter, section.title),
  });
  return [
    ...calendarSections(policy, words).map(of(calendars)),
    exclusionSection(policy, vocabulary, local),
    ...clockSections(policy, vocabulary).map(of(clocks)),
  ];
}

function earlierChapter(version: Policy, newest: Policy, teller: Teller): Chapter {
  const { words, local } = teller;
  const { earlier, and, quoted } = words.rules;
  const theirs = versionSections(version, teller);
  const ours = versionSections(newest, teller);
  const missing = ours.filter(({ key }) => !theirs.some((section) => section.key === key)).map(({ title }) => title);
  const isFirst = newest.earlier[0] === version;
  const differing = theirs.flatMap((section) => differenceOf(section, ours, earlier));
  return {
    title: versionTitle(version, newest, teller),
    items: [
      ...(version.name === newest.name ? [] : [item(earlier.name(quoted(version.name)))]),
      ...(version.effective === undefined || !isFirst ? [] : [item(earlier.since(local(version.effective)))]),
      ...(version.until === undefined ? [] : [item(earlier.until(local(version.until)))]),
      ...(missing.length === 0 ? [] : [item(earlier.without(and(missing)))]),
      item(differing.length + missing.length === 0 ? earlier.same : earlier.rest),
    ],
    sections: differing,
  };
}

/** What a section says otherwise than the newest version's; the whole of one that is gone since. */
function differenceOf(section: Section, newest: readonly Section[], words: Catalogue['rules']['earlier']): Section[] {
  const now = newest.find(({ key }) => key === section.key);
  if (now === undefined) return [section];
  const [before, after] = [without(section.items, now.items), without(now.items, section.items)];
  if (before.length + after.length === 0) return [];
  const told = (items: readonly Item[]) => (items.length === 0 ? [item(words.nothing)] : items);
  return [{ ...section, items: [item(words.before, told(before)), item(words.after, told(after))] }];
}

function without(items: readonly Item[], others: readonly Item[]): Item[] {
  const said = new Set(others.map((other) => JSON.stringify(other)));
  return items.filter((each) => !said.has(JSON.stringify(each)));
}

/** What a version judges: what began from its first instant until that of the next; the earliest also what began before. */
function versionTitle(version: Policy, newest: Policy, { words, local }: Teller): string {
  const { earlier } = words.rules;
  const all = [...newest.earlier, newest];
  const next = all[all.indexOf(version) + 1]?.effective;
  const before = next === undefined ? '' : local(next);
  const from = version === all[0] ? undefined : version.effective;
  return from === undefined ? earlier.first(before) : earlier.between(local(from), before);
}
