import type { ErrorCode } from 'yaml';

/** What is wrong and how to mend it, for people who know their policy and not the grammar of YAML. */
interface Fault {
  readonly message: string;
  readonly hint: string;
}

/** Of faults whose own words are jargon, ours. Absent: the parser's say it. */
const MESSAGES: Readonly<Partial<Record<ErrorCode, string>>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a value here holds another ": "',
  MULTILINE_IMPLICIT_KEY: 'a key without its colon, or a line too far in',
  TAG_RESOLVE_FAILED: 'a "!" at the beginning of a value has a meaning of its own, which a policy has no use for',
};

const HINTS: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_DQ_ESCAPE: 'In double quotes a backslash begins an escape; in single quotes it is itself.',
  BAD_INDENT: 'Keys that belong together begin in one column. Or is a bracket further up not closed?',
  BAD_SCALAR_START: 'Put the text in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A text with a colon and a blank in it needs quotes: "Promise: 24 h".',
  BLOCK_IN_FLOW: 'Inside { } and [ ] a comma parts two entries.',
  MISSING_CHAR: 'A key is followed by a colon and a blank; quotes and brackets are closed.',
  MULTILINE_IMPLICIT_KEY: 'Expected "key: value", beginning in the column of the keys beside it.',
  TAB_AS_INDENT: 'Indent with blanks.',
  TAG_RESOLVE_FAILED: 'Put the text in quotes.',
  UNEXPECTED_TOKEN: 'What belongs to a text in quotes stands inside them; each bracket has its counterpart.',
};

/** A fault of the YAML parser: its words, or ours where they say more, without a full stop. */
export function describeFault(code: ErrorCode, words: string): Fault {
  const line = words.split('\n')[0] ?? words;
  const own = (line.charAt(0).toLowerCase() + line.slice(1)).replace(/\.$/, '');
  return {
    message: MESSAGES[code] ?? own,
    hint: HINTS[code] ?? 'A policy is YAML 1.2; put in quotes whatever is a text and looks like more.',
  };
}
