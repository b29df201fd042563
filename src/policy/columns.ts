import type { ColumnMapping, StampMapping } from '../domain/policy.ts';
import { readTimezone } from './calendars.ts';
import type { Complaints } from './complaints.ts';
import { present } from './present.ts';
import { isOfPreset } from './presets.ts';
import { child, choiceOf, entriesOf, itemsOf, type Tree, textOf, type Words, wordsOf } from './tree.ts';
import { AMBIGUITIES, ASSUMPTIONS } from './words/records.ts';

/** A column by its header, or `{column, values, optional}`; of several names the first that a file has. */
export function readColumn(tree: Tree | undefined): ColumnMapping | undefined {
  const naming = tree?.kind === 'map' ? child(tree, 'column') : tree;
  const names = itemsOf(naming).flatMap((item) => textOf(item) ?? []);
  const [column, ...alternatives] = names;
  if (tree === undefined || naming === undefined || column === undefined) return undefined;
  const optional = child(tree, 'optional');
  const isOptional = optional?.kind === 'scalar' ? optional.value === true : isOfPreset(naming.place);
  const values = entriesOf(child(tree, 'values')).flatMap(({ key, value }): [string, string][] => {
    const ours = textOf(value);
    return ours === undefined ? [] : [[key, ours]];
  });
  return {
    column,
    ...(alternatives.length > 0 && { alternatives }),
    ...(isOptional && { isOptional }),
    values: new Map(values),
    place: tree.place,
  };
}

/** How stamps are read whose column does not say otherwise. */
export type TimeDefaults = Pick<StampMapping, 'formats' | 'zone' | 'assume' | 'ambiguous'>;

export function readTimeDefaults(tree: Tree | undefined, timezone: string, found: Complaints): TimeDefaults {
  return readTimeOptions(tree, { formats: [], zone: timezone, assume: 'undecided', ambiguous: 'earlier' }, found);
}

/** A column of instants, by its header or with its own time options. */
export function readStamp(tree: Tree | undefined, defaults: TimeDefaults, found: Complaints): StampMapping | undefined {
  const column = readColumn(tree);
  return (
    column && {
      ...column,
      ...present('timeOfDay', textOf(child(tree, 'time_of_day'))),
      ...readTimeOptions(tree, defaults, found),
    }
  );
}

function readTimeOptions(tree: Tree | undefined, defaults: TimeDefaults, found: Complaints): TimeDefaults {
  const own = child(tree, 'format');
  const formats = itemsOf(own).flatMap((item) => wordsOf(item) ?? []);
  for (const format of formats) checkFormat(format, found);
  return {
    formats: own === undefined ? defaults.formats : formats.map((format) => format.text),
    zone: readTimezone(child(tree, 'zone'), found) ?? defaults.zone,
    assume: choiceOf(child(tree, 'assume'), ASSUMPTIONS) ?? defaults.assume,
    ambiguous: choiceOf(child(tree, 'ambiguous'), AMBIGUITIES) ?? defaults.ambiguous,
  };
}

const TOKENS = /^(?:yyyy|yy|M{1,4}|dd?|HH?|hh?|mm?|ss?|S{1,9}|a|E{1,4}|X{1,3}|Z{1,3}|T)$/;
/** Ways to count time instead of writing it. */
const COUNTED = ['epoch_s', 'epoch_ms', 'epoch_us', 'epoch_ns', 'excel'];

function checkFormat({ text, place }: Words, found: Complaints): void {
  if (COUNTED.includes(text)) return;
  const letters = text.replaceAll(/'[^']*'/g, ' ').match(/([A-Za-z])\1*/g) ?? [];
  const odd = letters.find((token) => !TOKENS.test(token));
  if (odd !== undefined) {
    const hint =
      `Written like yyyy-MM-dd HH:mm:ss (M is the month, m the minute); other letters stand in '…'. ` +
      `Counted times are ${COUNTED.join(', ')}.`;
    found.add('bad-value', place, `"${odd}" in the time format "${text}" means nothing`, hint);
  } else if (!/y/.test(text) || !/M/.test(text) || !/d/.test(text)) {
    found.add('bad-value', place, `the time format "${text}" lacks year, month or day`, 'Written like yyyy/M/d H:mm.');
  }
}
