import { describe, expect, test } from 'vitest';
import { codes } from '../../src/diagnostics/codes.ts';
import { english, say, someOf } from '../../src/diagnostics/say.ts';
import { catalogues } from '../../src/locale/catalogue.ts';
import { inWords } from '../../src/locale/sentence.ts';
import { templatesIn, templatesOf } from './templates.ts';

const inSource = templatesIn('src');
const others = Object.values(catalogues).filter(({ tag }) => tag !== 'en');

describe('a sentence', () => {
  const sentence = say`"${'x'}" in column "${'到期'}" is not a date`;

  test('is English with its values filled in', () => {
    expect(english(sentence)).toBe('"x" in column "到期" is not a date');
    expect(english('as it is')).toBe('as it is');
  });

  test('is said by a language in its own order, values that are sentences and lists too', () => {
    const list = (items: readonly string[]) => items.join('、');
    const sentences = {
      '"{0}" in column "{1}" is not a date': '「{1}」栏的「{0}」不是日期',
      '{0}: {1}': '{1}（{0}）',
      '{0} and {1} more': '{0}等，另有{1}项',
    };
    expect(inWords(say`${sentence}: ${['a', 'b']}`, { sentences, list })).toBe('a、b（「到期」栏的「x」不是日期）');
    expect(inWords(say`${someOf(['a', 'b', 'c'], 2)}: ${1}`, { sentences, list })).toBe('1（a、b等，另有1项）');
  });

  test('tells an instant in UTC to machines, by the reader’s clock to people', () => {
    const told = say`it ends at ${{ at: Date.UTC(2026, 9, 31, 16) }}`;
    expect(english(told)).toBe('it ends at 2026-10-31T16:00:00Z');
    expect(inWords(told, catalogues.en)).toBe('it ends at 2026-10-31T16:00:00Z');
    expect(inWords(say`${told}, ${[told]}`, catalogues.en, (at) => `<${at / 3_600_000}>`)).toBe(
      // 20,757 days from 1970 to 31 October 2026, and 16 hours: 20,757 × 24 + 16.
      'it ends at <498184>, it ends at <498184>',
    );
  });

  test('without a translation stays English; what looks like a hole in a value is none', () => {
    const book = { sentences: {}, list: (items: readonly string[]) => items.join() };
    expect(inWords(say`is ${'{1}'}: ${'b'}`, book)).toBe('is {1}: b');
    expect(inWords(say`write {from: ${'a'}}`, book)).toBe('write {from: a}');
  });
});

describe('the sentences of the source', () => {
  test('are found: those in values, those over lines, those with quotes and braces', () => {
    const source =
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source
      "const a = say`one ${'}`'.length} of ${say`in ${b}`}`;\n// say`not me`\nconst c = say`{x: ${d}} is \\`it\\``;";
    expect(templatesOf(source, 'a.ts').map(({ template }) => template)).toEqual([
      'one {0} of {1}',
      'in {0}',
      '{x: {0}} is `it`',
    ]);
  });

  test('are many', () => expect(inSource.length).toBeGreaterThan(250));
});

describe.each(others)('in the language $tag', ({ sentences, findings }) => {
  test('every sentence of a warning or note can be said', () => {
    expect(inSource.filter(({ template }) => !Object.hasOwn(sentences, template))).toEqual([]);
  });

  test('nothing is translated that nobody says', () => {
    const known = new Set(inSource.map(({ template }) => template));
    expect(Object.keys(sentences).filter((template) => !known.has(template))).toEqual([]);
  });

  test('every sentence has the holes of its template', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\d+\}/g))].sort().join(' ');
    expect(Object.entries(sentences).filter(([template, own]) => holes(template) !== holes(own))).toEqual([]);
  });

  test('every kind of warning and note has a title', () => {
    const told = Object.entries(codes).flatMap(([code, { severity }]) => (severity === 'error' ? [] : [code]));
    expect(told.filter((code) => !Object.hasOwn(findings, code))).toEqual([]);
  });
});

/** Errors end a run: they stand in no report. All else must be said in every language. */
test('no warning or note is made of plain text', async () => {
  const { readdirSync, readFileSync } = await import('node:fs');
  const plain = /(?:message|hint):\s*(?:`|'|")|const (?:message|hint) =\s*(?:`|'|")/;
  const soft = Object.entries(codes).flatMap(([code, { severity }]) => (severity === 'error' ? [] : [code]));
  const faults = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('locale'))
    .flatMap((name) =>
      // A finding is written within a few lines of its code.
      readFileSync(`src/${name}`, 'utf8')
        .split(/\n\n|\n}\n|\n {2,4}}\n/)
        .filter((part) => soft.some((code) => part.includes(`code: '${code}'`)) && plain.test(part))
        .map((part) => `${name}: ${part.slice(0, 200)}`),
    );
  expect(faults).toEqual([]);
});
