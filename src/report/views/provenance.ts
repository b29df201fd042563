import type { Provenance } from '../../domain/provenance.ts';
import { heading, type Page, type Reader, section, text } from '../page.ts';
import { fileName, hidingTold } from '../provenance/provenance-block.ts';
import { provenanceRecords } from '../provenance/provenance-records.ts';
import { shellWords } from '../provenance/shell-words.ts';
import { shortHash } from '../provenance/short-hash.ts';
import { headOf } from '../report-head.ts';
import { about } from './about.ts';
import type { View } from './view.ts';

/** From what the report was made, in full: for whoever has to answer for it. */
export const provenance: View = {
  page: ({ report }, reader) => [...about(report, reader), ...provenancePage(report.provenance, reader)],
  records: ({ report }) => provenanceRecords(report.provenance),
  whole: ({ report }) => headOf(report),
  hasSubject: ({ report }) => report.provenance !== undefined,
};

function provenancePage(made: Provenance | undefined, { words }: Reader): Page {
  if (made === undefined) return [];
  const { roles, columns, holidayColumns, ...own } = words.provenance;
  return [
    ...section(own.title, {
      columns: [
        { key: 'role', title: columns.role, kind: 'text' },
        { key: 'file', title: columns.file, kind: 'text' },
        { key: 'bytes', title: columns.bytes, kind: 'count' },
        { key: 'sha256', title: columns.hash, kind: 'text' },
      ],
      rows: made.files.map(({ role, file, bytes, sha256 }) => [roles[role], fileName(file, words), bytes, sha256]),
    }),
    ...section(own.holidays, {
      columns: [
        { key: 'country', title: holidayColumns.country, kind: 'text' },
        { key: 'version', title: holidayColumns.version, kind: 'text' },
        { key: 'sha256', title: holidayColumns.hash, kind: 'text' },
      ],
      rows: made.holidayData.map(({ country, version, sha256 }) => [country, version, sha256]),
    }),
    heading(own.made),
    ...hidingTold(made, words),
    text(own.toolVersion(made.tool.version, shortHash(made.tool.build))),
    text(own.timeZoneData(made.timeZoneData)),
    text(words.labelled(own.command, shellWords(made.command))),
    text(own.again),
  ];
}
