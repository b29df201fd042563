import type { FileDigest, Provenance } from '../../domain/provenance.ts';
import { type Page, type Reader, section, text } from '../page.ts';
import type { Table } from '../table.ts';
import { shortHash } from './short-hash.ts';

/** More would push the figures off the page. */
const MOST_FILES = 20;

/** The last lines of a page: which files, by which version of the tool. Nothing where nobody knows. */
export function provenanceBlock(provenance: Provenance | undefined, { words }: Reader): Page {
  if (provenance === undefined) return [];
  const { tool, timeZoneData, holidayData, files } = provenance;
  const own = words.provenance;
  const countries = holidayData.map(({ country, version }) => words.inBrackets(country, version));
  const left = files.length - MOST_FILES;
  return [
    ...section(own.title, fileTable(files.slice(0, MOST_FILES), words)),
    ...(left > 0 ? [text(own.more(left))] : []),
    ...hidingTold(provenance, words),
    text(
      words.clauses([
        own.tool(tool.version, timeZoneData),
        ...(countries.length > 0 ? [own.holidayData(words.list(countries))] : []),
      ]),
    ),
  ];
}

/** That nobody is named, and by which key: whoever compares two reports has to know. */
export function hidingTold({ privacy }: Provenance, words: Reader['words']): Page {
  if (privacy === undefined) return [];
  return [text(words.privacy.told[privacy.kind](privacy.key ?? words.unknown))];
}

function fileTable(files: readonly FileDigest[], words: Reader['words']): Table {
  const { columns, shortHash: title } = words.provenance;
  return {
    columns: [
      { key: 'role', title: columns.role, kind: 'text' },
      { key: 'file', title: columns.file, kind: 'text' },
      { key: 'sha256', title, kind: 'id' },
    ],
    rows: files.map(({ role, file, sha256 }) => [
      words.provenance.roles[role],
      fileName(file, words),
      shortHash(sha256),
    ]),
  };
}

export function fileName(file: string, words: Reader['words']): string {
  return file === '-' ? words.provenance.standardInput : file;
}
