import type { Code } from '../diagnostics/codes.ts';
import { inOrder } from '../diagnostics/format.ts';
import type { Diagnostic, Reading } from '../domain/diagnostic.ts';
import type { Policy } from '../domain/policy.ts';
import { requireAsked } from './asked-columns.ts';
import { alwaysOpen, readCalendars, readTimezone } from './calendars.ts';
import { readClock, readTitle } from './clocks.ts';
import { readCompanions } from './companions.ts';
import { type Complaints, complaints } from './complaints.ts';
import { readConsequences } from './consequences/read-consequences.ts';
import { readExclusions, readInstant } from './exclusions.ts';
import { extendTrees } from './extend.ts';
import { readFigures } from './figures.ts';
import { mendSections } from './misspelt-sections.ts';
import { readObjectives } from './objectives.ts';
import { present } from './present.ts';
import { type Presets, withPreset } from './presets.ts';
import { readPrivacy } from './privacy.ts';
import { readRecords } from './records.ts';
import { readSourceVerdicts } from './source-verdicts.ts';
import { child, choiceOf, entriesOf, keyPlace, readTrees, type Tree, textOf, wordsOf } from './tree.ts';
import { joinVersions, type Version } from './versions.ts';
import { ALWAYS } from './words/calendars.ts';
import { LANGUAGES, VERSIONS } from './words/policy.ts';

/** A file of a policy: its path as the user gave it, and what stands in it. */
export interface PolicyText {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads a policy from the texts of its YAML files, which are not opened.
 *
 * Each document of each file is a version of the one policy (S32). Every fault is told at once, in the order of places,
 * each with file, line, column and length; with a fault there is no policy. `presets` are the mappings that records may
 * name. Only text that is not YAML ends the reading of a file early. The shape is checked first, by `complainOfShape`; the
 * reading of what the parts mean then passes over whatever has the wrong shape.
 */
export function readPolicies(
  texts: readonly PolicyText[],
  presets: Presets,
  complainOfShape: (tree: Tree, found: Complaints) => void,
): Reading<Policy | undefined, Code> {
  const found = complaints();
  const notYaml: Diagnostic<Code>[] = [];
  const trees = texts.flatMap(({ file, text }) => {
    const { value, diagnostics } = readTrees(file, text);
    notYaml.push(...diagnostics);
    return value ?? [];
  });
  const versions = extendTrees(trees, found).flatMap((written): Version[] => {
    const { tree: given, found: complaining } = withPreset(written, presets, found);
    const tree = mendSections(given, complaining);
    complainOfShape(tree, complaining);
    const policy = resolve(tree.place.file, tree, complaining);
    return policy === undefined ? [] : [{ tree, policy }];
  });
  const joined = joinVersions(versions, found);
  const newest = versions.find(({ policy }) => policy.records === joined?.records);
  const policy = joined && newest && requireAsked(joined, newest.tree);
  const all = [...notYaml, ...found.list];
  return { value: all.length === 0 ? policy : undefined, diagnostics: inOrder(all) };
}

function resolve(file: string, tree: Tree, found: Complaints): Policy | undefined {
  // Where the zone is unknown, UTC stands in, so that the rest of the file is still read.
  const timezone = readTimezone(child(tree, 'timezone'), found) ?? 'UTC';
  const { records, names } = readRecords(tree, timezone, found);
  const definitions = readCalendars(child(tree, 'calendars'), timezone, found);
  if (!definitions.has(ALWAYS)) definitions.set(ALWAYS, alwaysOpen(ALWAYS, timezone));
  const calendars = { entries: entriesOf(child(tree, 'calendars')), definitions };
  const entries = entriesOf(child(tree, 'clocks'));
  const clocks = entries.map((entry) => readClock(entry, calendars, names, found));
  const currency = readCurrency(child(tree, 'currency'), found);
  const place = keyPlace(tree, 'clocks');
  if (place && clocks.length === 0) found.add('bad-value', place, 'the policy has no clock', 'Nothing would be timed.');
  const policy = {
    file,
    name: textOf(child(tree, 'name')) ?? file,
    ...present('effective', readInstant(child(tree, 'effective'), timezone, found)),
    ...present('until', readUntil(tree, timezone, found)),
    version: choiceOf(child(tree, 'version'), VERSIONS) ?? 'at-start',
    timezone,
    ...present('currency', currency),
    ...present('language', choiceOf(child(tree, 'language'), LANGUAGES)),
    ...present('titles', readTitles(child(tree, 'titles'))),
    ...readCompanions(tree, found),
    calendars: definitions,
    exclusions: readExclusions(child(tree, 'exclusions'), timezone, entries, names, found),
    clocks,
    earlier: [],
    objectives: readObjectives(child(tree, 'objectives'), entries, clocks, calendars, names, found),
    consequences: readConsequences(tree, currency, entries, clocks, calendars, names, found),
    ...present('figures', readFigures(tree, names, found)),
    ...present('privacy', readPrivacy(tree, names, found)),
    ...present('appeal', child(tree, 'appeal') && readTitle(child(tree, 'appeal'))),
  };
  const verdicts = readSourceVerdicts(child(child(tree, 'records'), 'verdict'), entries, found);
  return records && { ...policy, records: { ...records, ...(verdicts.length > 0 && { verdicts }) } };
}

function readTitles(tree: Tree | undefined): Policy['titles'] {
  return tree && new Map(entriesOf(tree).map(({ key, value }) => [key, readTitle(value)]));
}

function readUntil(tree: Tree, timezone: string, found: Complaints): number | undefined {
  const words = wordsOf(child(tree, 'until'));
  const until = readInstant(words && child(tree, 'until'), timezone, found);
  const effective = readInstant(child(tree, 'effective'), timezone, complaints());
  if (words !== undefined && until !== undefined && effective !== undefined && until <= effective) {
    const hint = 'The instant of "until" is the first at which it is not in force any more.';
    found.add('bad-date', words.place, `this version ends at "${words.text}", not after its beginning`, hint);
  }
  return until;
}

function readCurrency(tree: Tree | undefined, found: Complaints): string | undefined {
  const words = wordsOf(tree);
  if (words === undefined || /^[A-Z]{3}$/.test(words.text)) return words?.text;
  found.add(
    'bad-value',
    words.place,
    `"${words.text}" is not a currency`,
    'The three letters of ISO 4217: CNY, EUR, USD.',
  );
  return undefined;
}
