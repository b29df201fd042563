/** A line of an iCalendar file, as RFC 5545 has it: `DTSTART;VALUE=DATE:20261224`. */
export interface IcsLine {
  /** In capitals. */
  readonly name: string;
  /** By their names, in capitals. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
  /** Counts from 1; of a folded line the first. */
  readonly line: number;
  /** As far as it stands on that first line. */
  readonly length: number;
}

/** What is no such line has the empty name. Folded lines, which go on after a blank at the start of the next, are joined. */
export function icsLines(text: string): IcsLine[] {
  const joined: { text: string; line: number; length: number }[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = joined.at(-1);
    if (/^[ \t]/.test(line) && last !== undefined) last.text += line.slice(1);
    else if (line.trim() !== '') joined.push({ text: line, line: index + 1, length: line.length });
  }
  return joined.map(({ text: whole, line, length }) => ({ ...split(whole), line, length }));
}

/** Name and parameters end at the first colon outside quotes. */
const LINE = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:])*)*):(.*)$/s;
const PARAMETER = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:])*)/g;

function split(text: string): Pick<IcsLine, 'name' | 'parameters' | 'value'> {
  const [, name = '', parameters = '', value = ''] = LINE.exec(text) ?? [];
  return {
    name: name.toUpperCase(),
    parameters: new Map(
      Array.from(parameters.matchAll(PARAMETER), ([, key = '', quoted = '']) => [
        key.toUpperCase(),
        quoted.replaceAll('"', ''),
      ]),
    ),
    value,
  };
}

/** The text a value stands for: `\,` is a comma, `\n` a line break. */
export function icsText(value: string): string {
  return value.replaceAll(/\\(.)/gs, (_, escaped: string) => (/n/i.test(escaped) ? '\n' : escaped)).trim();
}
