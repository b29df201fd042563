import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import Library from 'date-holidays';

// Prints src/calendar/holidays/codes.ts from date-holidays:
//   node test/calendar/holidays/generate-codes.ts > src/calendar/holidays/codes.ts

const require = createRequire(import.meta.url);

export function generateCodes(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(require.resolve('date-holidays/package.json'), 'utf8'),
  );
  return [
    `// Printed by test/calendar/holidays/generate-codes.ts from date-holidays ${version}: do not edit.`,
    '',
    '/** Countries and regions whose public holidays are known: ISO 3166 codes, and parts of regions after a second dash. */',
    'export const holidayCodes: ReadonlySet<string> = new Set(',
    '  `',
    ...wrap(libraryCodes()),
    '`.match(/\\S+/g),',
    ');',
    '',
  ].join('\n');
}

/** Sorted. Codes with small letters (islands of the Cook Islands) are left out: the library itself cannot find them. */
export function libraryCodes(): string[] {
  const library = new Library();
  const countries = Object.keys(library.getCountries());
  const codes = countries.flatMap((country) => [
    country,
    ...Object.keys(library.getStates(country) ?? {}).flatMap((state) => [
      `${country}-${state}`,
      ...Object.keys(library.getRegions(country, state) ?? {}).map((region) => `${country}-${state}-${region}`),
    ]),
  ]);
  return codes.filter((code) => code === code.toUpperCase()).sort();
}

function wrap(words: readonly string[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    if (line.length + 1 + word.length > 116) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(generateCodes());
