import { FILE_ROLES, type FileRole, type Provenance } from '../../domain/provenance.ts';
import type { Column, Records, Value } from '../table.ts';

const COLUMNS: readonly Column[] = [
  { key: 'what', title: 'what', kind: 'text' },
  { key: 'name', title: 'name', kind: 'text' },
  { key: 'version', title: 'version', kind: 'text' },
  { key: 'bytes', title: 'bytes', kind: 'count' },
  { key: 'sha256', title: 'sha256', kind: 'text' },
];

/** A provenance as a flat table, from which it can be put together again: `provenanceOfRows`. */
export function provenanceRecords(provenance: Provenance | undefined): Records {
  if (provenance === undefined) return { columns: COLUMNS, rows: [] };
  const { tool, timeZoneData, holidayData, command, files } = provenance;
  return {
    columns: COLUMNS,
    rows: [
      ['tool', tool.name, tool.version, null, null],
      ['time_zone_data', 'IANA', timeZoneData, null, null],
      ...holidayData.map(({ country, version, sha256 }) => ['holidays', country, version, null, sha256]),
      ...files.map(({ role, file, bytes, sha256 }) => [role, file, null, bytes, sha256]),
      ...command.map((word) => ['argument', word, null, null, null]),
    ],
  };
}

/** From the values of those columns, in their order; `undefined` where they are not such a table. */
export function provenanceOfRows(rows: readonly (readonly Value[])[]): Provenance | undefined {
  const of = (what: string) => rows.filter(([each]) => each === what);
  const text = (value: Value | undefined): string => (value === null || value === undefined ? '' : String(value));
  const [[, , tool] = []] = of('tool');
  const [[, , timeZoneData] = []] = of('time_zone_data');
  if (tool === undefined || timeZoneData === undefined) return undefined;
  const isRole = (what: Value | undefined): what is FileRole => FILE_ROLES.some((role) => role === what);
  return {
    tool: { name: 'slaudit', version: text(tool) },
    command: of('argument').map(([, word]) => text(word)),
    files: rows.flatMap(([role, file, , bytes, sha256]) =>
      isRole(role) ? [{ role, file: text(file), bytes: Number(bytes), sha256: text(sha256) }] : [],
    ),
    timeZoneData: text(timeZoneData),
    holidayData: of('holidays').map(([, country, version, , sha256]) => ({
      country: text(country),
      version: text(version),
      sha256: text(sha256),
    })),
  };
}
