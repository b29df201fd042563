/** A word of the command line that begins an option, with the value that follows it; or one that stands for itself. */
export type Argument =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'option'; readonly name: string; readonly value?: string; readonly words: readonly string[] };

/** What is to be known of an option to read past it. */
export interface OptionShape {
  readonly short?: string | undefined;
  readonly long?: string | undefined;
  readonly required: boolean;
}

/** Cuts arguments as the parser does that has read them without complaint; options go by their long names. */
export function cutArguments(argv: readonly string[], options: readonly OptionShape[]): Argument[] {
  const cut: Argument[] = [];
  const rest = [...argv];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') return [...cut, ...rest.map((each): Argument => ({ kind: 'word', word: each }))];
    const [, long, inline] = /^(--[^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const short = /^-[^-]/.test(word) ? word.slice(0, 2) : undefined;
    const option = options.find((each) => (long === undefined ? short && each.short === short : each.long === long));
    const name = option?.long ?? option?.short;
    if (option === undefined || name === undefined) {
      cut.push({ kind: 'word', word });
    } else if (!option.required) {
      cut.push({ kind: 'option', name, words: [word] });
    } else if (inline !== undefined || word.length > 2 === (short !== undefined)) {
      cut.push({ kind: 'option', name, value: inline ?? word.slice(2), words: [word] });
    } else {
      const value = rest.shift() ?? '';
      cut.push({ kind: 'option', name, value, words: [word, value] });
    }
  }
  return cut;
}

/** Say where a result goes and what is told beside it; the result is the same without them. */
const WITHOUT_EFFECT: readonly string[] = [
  '--output',
  '--manifest',
  '--quiet',
  '--status',
  '--status-file',
  '--log',
  '--no-color',
];

/** What the result was made by, where the arguments alone do not say it. */
export interface Circumstance {
  /** Absent: that of the command. */
  readonly format?: string;
  readonly view?: string;
  /** In place of one that the clock on the wall has told. */
  readonly period?: string;
  /** The same where a command compares two. */
  readonly periods?: readonly string[];
  readonly asOf?: string;
}

/**
 * The command that makes this one result anywhere and at any time, on standard output: options first, as they were
 * written, then the view and the format, then the rest. However a result was asked for, its command is the same.
 */
export function commandOf(
  argv: readonly string[],
  options: readonly OptionShape[],
  { format, view, period, periods = period === undefined ? [] : [period], asOf }: Circumstance,
): string[] {
  const words: string[] = [];
  const kept: string[] = [];
  const told = [...periods];
  for (const argument of cutArguments(argv, options)) {
    if (argument.kind === 'word') words.push(argument.word);
    else if (argument.name === '--period' && told.length > 0) kept.push('--period', told.shift() ?? '');
    else if (argument.name === '--as-of' && argument.value === 'now' && asOf !== undefined) kept.push('--as-of', asOf);
    else if (argument.name === '--fail-on' && argv[0] === 'report') continue;
    else if (![...WITHOUT_EFFECT, '--format', '--view'].includes(argument.name)) kept.push(...argument.words);
  }
  const [command = '', ...positional] = words;
  const hasOddName = positional.some((word) => word.startsWith('-') && word !== '-');
  return [
    'slaudit',
    command,
    ...kept,
    ...(view === undefined ? [] : ['--view', view]),
    ...(format === undefined ? [] : ['-f', format]),
    ...(hasOddName ? ['--'] : []),
    ...positional,
  ];
}
