/** What is wrong and how to mend it, for people who know their policy and not the grammar of YAML. */
interface Fault {
  readonly message: string;
  readonly hint: string;
}

const PAIR = 'Expected "key: value", beginning in the column of the keys beside it; "：" is not a colon.';
const BRACKETS = 'Each { has its } and each [ its ]; a comma parts two entries inside.';
const QUOTES = 'Put the text in quotes.';

/** The parser's words → ours. Whatever is not listed keeps its own. */
const FAULTS: readonly (readonly [words: RegExp, message: string, hint: string])[] = [
  [/^Nested mappings/, 'a value here holds another ": "', 'A text with ": " in it needs quotes: "Promise: 24 h".'],
  [/^Implicit (map )?keys/, 'a key without its colon, or a line that begins too far in', PAIR],
  [/^All (mapping|sequence) items/, 'this line begins in another column than those it belongs to', PAIR],
  [/^Tabs/, 'a tab as indentation', 'Indent with blanks.'],
  [/^Flow (map|sequence)/, 'a bracket that opens further up is not closed', BRACKETS],
  [/^Block collections/, 'inside brackets two entries have no comma between them', BRACKETS],
  [/^Missing closing/, 'a quote that opens further up is not closed', 'Close it where the text ends.'],
  [/^Unexpected \S+ at node end/, 'something follows a text in quotes or a bracket', 'Put all of it inside.'],
  [/^Plain value/, 'a text that begins with this character needs quotes', QUOTES],
  [/^Unresolved tag/, 'a text that begins with "!" needs quotes', QUOTES],
  [
    /^Invalid escape/,
    'no such escape',
    'In double quotes a backslash begins an escape; in single quotes it is itself.',
  ],
];

/** A fault of the YAML parser, without a full stop. */
export function describeFault(words: string): Fault {
  const known = FAULTS.find(([pattern]) => pattern.test(words));
  if (known !== undefined) return { message: known[1], hint: known[2] };
  const line = words.split('\n')[0] ?? words;
  const message = (line.charAt(0).toLowerCase() + line.slice(1)).replace(/\.$/, '');
  return { message, hint: 'A policy is YAML 1.2; a text that looks like more needs quotes.' };
}
