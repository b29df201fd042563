import type { Provenance, Tool } from '../../domain/provenance.ts';
import type { Column, Records } from '../table.ts';

const COLUMNS: readonly Column[] = [
  { key: 'what', title: 'what', kind: 'text' },
  { key: 'name', title: 'name', kind: 'text' },
  { key: 'version', title: 'version', kind: 'text' },
  { key: 'bytes', title: 'bytes', kind: 'count' },
  { key: 'sha256', title: 'sha256', kind: 'text' },
];

/** A provenance as a flat table. */
export function provenanceRecords(provenance: Provenance | undefined): Records {
  if (provenance === undefined) return { columns: COLUMNS, rows: [] };
  const { tool, timeZoneData, holidayData, command, files, privacy } = provenance;
  return {
    columns: COLUMNS,
    rows: [
      ['tool', tool.name, tool.version, null, hashOf(tool)],
      ['time_zone_data', 'IANA', timeZoneData, null, null],
      ...holidayData.map(({ country, version, sha256 }) => ['holidays', country, version, null, sha256]),
      ...(privacy === undefined ? [] : [['privacy', privacy.kind, privacy.key ?? null, null, null]]),
      ...files.map(({ role, file, bytes, sha256 }) => [role, file, null, bytes, sha256]),
      ...command.map((word) => ['argument', word, null, null, null]),
    ],
  };
}

/** Of the build; what runs unbuilt has none. */
function hashOf({ build }: Tool): string | null {
  return build === 'source' ? null : build;
}
