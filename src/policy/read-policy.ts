import type { Code } from '../diagnostics/codes.ts';
import { inOrder } from '../diagnostics/format.ts';
import type { Reading } from '../domain/diagnostic.ts';
import type { Policy } from '../domain/policy.ts';
import { alwaysOpen, readCalendars, readTimezone } from './calendars.ts';
import { readClock } from './clocks.ts';
import { type Complaints, complaints } from './complaints.ts';
import { readExclusions, readInstant } from './exclusions.ts';
import { ALWAYS } from './grammar/calendars.ts';
import { LANGUAGES } from './grammar/policy.ts';
import { readObjectives } from './objectives.ts';
import { present } from './present.ts';
import { readRecords } from './records.ts';
import { complainOfShape } from './shape.ts';
import { child, choiceOf, entriesOf, keyPlace, readTrees, type Tree, textOf, wordsOf } from './tree.ts';
import { complainOfUnsupported } from './unsupported.ts';
import { joinVersions, type Version } from './versions.ts';

/**
 * Reads a policy from the text of its YAML file.
 *
 * Several documents in the file are versions of one policy (S32). Every fault in the file is told at once, in the order of places, each with line, column and length; with a fault
 * there is no policy. Only text that is not YAML ends the reading early. The shape is checked first against the
 * grammar; the reading of what the parts mean then passes over whatever has the wrong shape.
 *
 * @param file the path as the user gave it; it is not opened
 */
export function readPolicy(file: string, text: string): Reading<Policy | undefined, Code> {
  const { value: trees, diagnostics } = readTrees(file, text);
  if (trees === undefined) return { value: undefined, diagnostics: inOrder(diagnostics) };
  const found = complaints();
  const versions = trees.flatMap((tree): Version[] => {
    complainOfShape(tree, found);
    complainOfUnsupported(tree, found);
    const policy = resolve(file, tree, found);
    return policy === undefined ? [] : [{ tree, policy }];
  });
  const policy = joinVersions(versions, found);
  const all = [...diagnostics, ...found.list];
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
  const people = wordsOf(child(tree, 'people'));
  const place = keyPlace(tree, 'clocks');
  if (place && clocks.length === 0) found.add('bad-value', place, 'the policy has no clock', 'Nothing would be timed.');
  const policy = {
    file,
    name: textOf(child(tree, 'name')) ?? file,
    ...present('effective', readEffective(tree, timezone, found)),
    timezone,
    ...present('currency', readCurrency(child(tree, 'currency'), found)),
    ...present('language', choiceOf(child(tree, 'language'), LANGUAGES)),
    ...present('people', people && { path: people.text, place: people.place }),
    calendars: definitions,
    exclusions: readExclusions(child(tree, 'exclusions'), timezone, entries, names, found),
    clocks,
    earlier: [],
    objectives: readObjectives(
      child(tree, 'objectives'),
      entries,
      (id) => clocks.find((clock) => clock.id === id)?.calendar,
      calendars,
      names,
      found,
    ),
  };
  return records && { ...policy, records };
}

function readEffective(tree: Tree, timezone: string, found: Complaints): number | undefined {
  const effective = child(tree, 'effective');
  const place = keyPlace(tree, 'effective');
  if (effective?.kind === 'list' && place) {
    const hint = 'Write the versions into this file, as documents divided by a line ---, each with its date.';
    found.add('not-yet-supported', place, 'a list of files is not supported yet', hint);
  }
  return readInstant(effective, timezone, found);
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
