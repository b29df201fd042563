import type { Verification, VerificationList } from '../../domain/verification.ts';
import { type Page, type Reader, section, text, title } from '../page.ts';
import { fileName } from '../provenance/provenance-block.ts';
import { shellWords } from '../provenance/shell-words.ts';
import { shortHash } from '../provenance/short-hash.ts';
import type { Cell, Column, Records } from '../table.ts';
import type { View } from './view.ts';

/** Whether reports still hold, each with the files and versions then and now. */
export const verify: View<VerificationList> = {
  page: ({ reports }, reader) => reports.flatMap((report) => reportPage(report, reader)),
  records: ({ reports }) => records(reports),
  whole: (list) => list,
};

function reportPage({ file, holds, reasons, told, command, files, versions }: Verification, { words }: Reader): Page {
  const own = words.provenance;
  const say = own.verify;
  const begins = (hash: string | null): string | null => hash && shortHash(hash);
  const toned = (isGood: boolean, value: string): Cell => (isGood ? value : { value, tone: 'bad' });
  return [
    title(words.labelled(file, say.holds[holds])),
    ...reasons.map((reason) => text(words.asTitle(say.reasons[reason]))),
    ...(told === null || told === '' ? [] : [text(told)]),
    ...section(say.inputs, {
      columns: [
        { key: 'role', title: own.columns.role, kind: 'text' },
        { key: 'file', title: own.columns.file, kind: 'text' },
        { key: 'state', title: say.columns.state, kind: 'text' },
        { key: 'was', title: say.columns.was, kind: 'id' },
        { key: 'now', title: say.columns.now, kind: 'id' },
      ],
      rows: files.map(({ role, file: name, state, was, now }) => [
        role === null ? null : own.roles[role],
        fileName(name, words),
        toned(state === 'same', say.states[state]),
        begins(was),
        begins(now),
      ]),
    }),
    ...section(say.versionsTitle, {
      columns: [
        { key: 'what', title: say.columns.what, kind: 'text' },
        { key: 'was', title: say.columns.was, kind: 'text' },
        { key: 'now', title: say.columns.now, kind: 'text' },
        { key: 'state', title: say.columns.state, kind: 'text' },
      ],
      rows: versions.map(({ what, country, was, now, isSame }) => [
        country === null ? say.versions[what] : words.inBrackets(say.versions[what], country),
        was,
        now,
        toned(isSame, say.states[isSame ? 'same' : 'changed']),
      ]),
    }),
    ...(command.length === 0 ? [] : [text(words.labelled(own.command, shellWords(command)))]),
  ];
}

/** A line for each report, each of its inputs and each version. */
function records(reports: readonly Verification[]): Records {
  const keys = ['report', 'holds', 'what', 'name', 'state', 'was', 'now'];
  return {
    columns: keys.map((key): Column => ({ key, title: key, kind: 'text' })),
    rows: reports.flatMap(({ file, holds, reasons, files, versions, report, again }) => [
      [file, holds, 'report', reasons.join(' '), holds, report, again],
      ...files.map(({ role, file: name, state, was, now }) => [file, holds, role, name, state, was, now]),
      ...versions.map(({ what, country, was, now, isSame }) => [
        ...[file, holds, what, country, isSame ? 'same' : 'changed', was, now],
      ]),
    ]),
  };
}
