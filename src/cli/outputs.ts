import type { Format } from '../report/formats/format.ts';
import type { ExitCode } from './exit-codes.ts';
import { isPlaceholder, PLACEHOLDERS, placeholdersIn } from './name-pattern.ts';
import { refuse } from './tell.ts';
import { refuseUnknownName } from './unknown-name.ts';
import type { World } from './world.ts';

/** Where results go and in which format, as it was written on the command line. */
export interface OutputRequest {
  readonly output?: readonly string[];
  readonly format?: string;
  readonly manifest?: boolean;
}

/** One result. */
export interface Output<FormatName extends string = string> {
  /** As it was written, perhaps with placeholders; `-` is standard output. */
  readonly path: string;
  readonly format: FormatName;
}

/** All that is to be written. */
export interface Plan<FormatName extends string = string> {
  readonly outputs: readonly Output<FormatName>[];
  readonly formats: Readonly<Record<FormatName, Pick<Format, 'ending'>>>;
  /** The format of the command where nothing says another. */
  readonly standard: FormatName;
}

/** Endings that mean a format beside those that the formats bear themselves. */
const ALIASES: Readonly<Record<string, string>> = { htm: 'html', jsonl: 'ndjson', markdown: 'md' };

/** Endings of documents that nobody writes here: a text under such a name could not be opened. */
const NEVER: Readonly<Record<string, string>> = {
  pdf: 'Write HTML and print it: a browser makes a PDF of it.',
  xls: 'Write .xlsx.',
  ods: 'Write .xlsx; LibreOffice opens it.',
  docx: 'Write HTML; word processors open it.',
};

/** `text` is another name of the table, where a page has few tables. */
export function withFormatName<Request extends OutputRequest>(request: Request): Request {
  return request.format === 'text' ? { ...request, format: 'table' } : request;
}

/**
 * What is to be written: each `-o` in the format that `-f` says, else its ending, else `standard`. Refused: names that have a
 * placeholder nobody knows, and endings that contradict `-f` where there are several.
 */
export async function planOutputs<FormatName extends string>(
  world: World,
  { output = ['-'], format, manifest = false }: OutputRequest,
  formats: Readonly<Record<FormatName, Pick<Format, 'ending'>>>,
  standard: FormatName,
): Promise<Plan<FormatName> | { readonly exit: ExitCode }> {
  const names = Object.keys(formats) as FormatName[];
  const known = names.find((name) => name === format);
  if (format !== undefined && known === undefined) {
    return { exit: await refuseUnknownName(world, '--format', format, names) };
  }
  const outputs: Output<FormatName>[] = [];
  for (const path of output) {
    const strange = placeholdersIn(path).find((name) => !isPlaceholder(name));
    if (strange !== undefined) {
      const hint = `In braces can stand: ${PLACEHOLDERS.map((name) => `{${name}}`).join(', ')}.`;
      return { exit: await refuse(world, `-o "${path}": {${strange}} stands for nothing`, hint) };
    }
    const ending = endingOf(path);
    const meant = names.find((name) => formats[name].ending === (ALIASES[ending] ?? ending));
    if (known === undefined && meant === undefined && Object.hasOwn(NEVER, ending)) {
      return { exit: await refuse(world, `-o "${path}": no result is written as .${ending}`, NEVER[ending]) };
    }
    if (known !== undefined && output.length > 1 && meant !== undefined && meant !== known) {
      const hint = 'Leave -f out: each file gets the format of its ending.';
      return { exit: await refuse(world, `-f ${known} contradicts -o "${path}", whose ending means ${meant}`, hint) };
    }
    outputs.push({ path, format: known ?? meant ?? standard });
  }
  if (output.filter((path) => path === '-').length > 1) {
    return { exit: await refuse(world, '-o - is given twice', 'There is one standard output.') };
  }
  if (manifest && output.includes('-')) {
    return {
      exit: await refuse(
        world,
        '--manifest puts a file beside the result, and standard output has no place',
        'Name a file: -o breaches.csv.',
      ),
    };
  }
  return { outputs, formats, standard };
}

/** In lower case, without the dot; '' of a name without one. A placeholder is none. */
function endingOf(path: string): string {
  return /[^/\\]\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}
