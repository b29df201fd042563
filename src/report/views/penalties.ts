import type { ConsequenceFigures, ConsequenceLine, ConsequenceSum, Subject } from '../../domain/consequence-figures.ts';
import type { Per } from '../../domain/consequence-rules.ts';
import type { Report } from '../../domain/report.ts';
import type { Catalogue } from '../../locale/catalogue.ts';
import { isPenalty, sumText } from '../consequence-words.ts';
import { detail, heading, type Page, type Reader, section, text, wordFor } from '../page.ts';
import { headOf } from '../report-head.ts';
import type { PenaltiesDocument } from '../schema/documents.ts';
import type { Column, Row } from '../table.ts';
import { about } from './about.ts';
import { consequenceColumns, consequenceRows } from './consequence-rows.ts';
import { partyName } from './names.ts';
import { penaltyRecords } from './penalty-records.ts';
import { penaltyTable } from './penalty-table.ts';
import type { View } from './view.ts';

/** Who bears what, and from which breaches: employees first, then teams, departments and suppliers. */
export const penalties: View = {
  isMain: true,
  page: ({ report }, reader) => penaltyPage(report, reader),
  records: ({ report }) => penaltyRecords(report),
  whole: ({ report }) => wholeOf(report),
  hasSubject: ({ report }) => report.consequences !== undefined,
};

const KINDS: readonly Per[] = ['employee', 'team', 'department', 'supplier'];

function penaltyPage(report: Report, reader: Reader): Page {
  const { penalties: words } = reader.words.consequences;
  const { consequences: figures } = report;
  if (figures === undefined) return [...about(report, reader), heading(words.title), text(words.noRules)];
  const parts = KINDS.flatMap((kind) => kindPage(kind, figures, report, reader));
  return [
    ...about(report, reader),
    heading(words.title),
    ...(parts.length === 0 ? [text(words.none)] : []),
    ...figures.withoutFile.map(({ kind, breaches }) =>
      text(words.withoutFile(breaches, reader.words.consequences.noFile[kind])),
    ),
    ...parts,
  ];
}

/** The subjects of a kind on a line each, and then each consequence with what it is from. */
function kindPage(kind: Per, figures: ConsequenceFigures, report: Report, reader: Reader): Page {
  const { words } = reader;
  const subjects = subjectsOf(kind, figures);
  const sums = (figures.totals.find((total) => total.kind === kind)?.sums ?? []).filter(isPenalty);
  const title = words.consequences.kinds[kind];
  const bills = subjects.map((subject) => ({ ...subject, sums: penaltySums(subject) }));
  return [...section(title, penaltyTable(bills, sums, words)), ...detailPage(title, subjects, figures, report, reader)];
}

function detailPage(
  title: string,
  subjects: readonly Subject[],
  figures: ConsequenceFigures,
  report: Report,
  reader: Reader,
): Page {
  const { words } = reader;
  const columns: Column[] = consequenceColumns(reader);
  const rows = subjects.flatMap((subject): Row[] => {
    const lines = linesOf(subject, figures);
    if (lines.length === 0) return [];
    const { penalties: captions } = words.consequences;
    const name = captions.file(partyName('value', subject.name, words, subject.title), subject.department ?? '');
    return [
      { kind: 'caption', text: words.labelled(name, breachesText(subject, words)) },
      ...consequenceRows(lines, report.clocks, reader),
      { kind: 'note', text: words.labelled(captions.sum, sumsText(penaltySums(subject), words)) },
    ];
  });
  return detail(words.consequences.penalties.details(title), { columns, rows });
}

/** `3 breaches, of them 2 minor, 1 severe, 1 more excused, 1 while off duty`. */
export function breachesText({ counted, excused, offDuty, severity }: Subject, words: Catalogue): string {
  const { penalties: say } = words.consequences;
  const bands = severity
    .filter((band) => band.counted > 0)
    .map(({ band, counted: breaches }) => say.band(band === '' ? say.noBand : wordFor(words.titles, band), breaches));
  const isBanded = severity.some(({ band }) => band !== '') && bands.length > 0;
  return words.clauses([
    say.breaches(counted),
    ...(isBanded ? [say.bands(words.list(bands))] : []),
    ...(offDuty > 0 ? [say.offDuty(offDuty)] : []),
    ...(excused > 0 ? [say.excused(excused)] : []),
  ]);
}

export function sumsText(sums: readonly ConsequenceSum[], words: Catalogue): string {
  return words.clauses(sums.map((sum) => sumText(sum, words)));
}

export function penaltySums({ sums }: Subject): ConsequenceSum[] {
  return sums.filter(isPenalty);
}

/** Who has a breach, or bears something for one of another period. */
function subjectsOf(kind: Per, { subjects }: ConsequenceFigures): Subject[] {
  return subjects.filter(
    (subject) => subject.kind === kind && (subject.breaches.length > 0 || penaltySums(subject).length > 0),
  );
}

export function linesOf(
  { kind, name }: Pick<Subject, 'kind' | 'name'>,
  { lines }: ConsequenceFigures,
): ConsequenceLine[] {
  return lines.filter((line) => line.kind === kind && line.who === name && isPenalty(line));
}

function wholeOf(report: Report): PenaltiesDocument {
  const { consequences: figures } = report;
  return {
    ...headOf(report),
    currency: figures?.currency ?? null,
    withoutFile: figures?.withoutFile ?? [],
    totals: (figures?.totals ?? []).flatMap(({ kind, sums }) => {
      const own = sums.filter(isPenalty);
      return own.length === 0 ? [] : [{ kind, sums: own }];
    }),
    subjects:
      figures === undefined
        ? []
        : KINDS.flatMap((kind) => subjectsOf(kind, figures)).map((subject) => ({
            ...subject,
            sums: penaltySums(subject),
            consequences: linesOf(subject, figures),
          })),
  };
}
