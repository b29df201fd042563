import type { FileRole } from '../../domain/provenance.ts';
import type { FileThenAndNow, Verification, VerificationReason, VersionThenAndNow } from '../../domain/verification.ts';
import { COUNT } from '../count.ts';

/** What reports say of where they come from, in English. */
export const provenanceInEnglish = {
  title: 'Made from',
  roles: {
    export: 'export',
    policy: 'policy',
    roster: 'roster',
    excuses: 'decisions on excuses',
    personnel: 'personnel file',
    leave: 'leave',
    calendar: 'calendar file',
  } satisfies Record<FileRole, string>,
  standardInput: 'standard input',
  columns: { role: 'What', file: 'File', bytes: 'Bytes', hash: 'SHA-256' },
  shortHash: 'SHA-256 begins',
  holidays: 'Holidays that came with the tool',
  holidayColumns: { country: 'Country', version: 'From', hash: 'SHA-256' },
  /** The last line of the short block. */
  tool: (version: string, timeZoneData: string): string => `slaudit ${version}, time-zone data ${timeZoneData}`,
  holidayData: (countries: string): string => `holidays: ${countries}`,
  made: 'Made by',
  toolVersion: (version: string, build: string): string => `Tool: slaudit ${version}, build ${build}`,
  timeZoneData: (version: string): string => `Time-zone data: ${version}`,
  command: 'Command',
  again:
    'The same command on the same files, by the same build of the tool, makes this report again, byte by byte. slaudit verify REPORT does it and compares.',
  more: (count: number): string => `and ${COUNT.format(count)} more: view provenance`,
  verify: {
    holds: { yes: 'holds', no: 'does not hold', unknown: 'cannot be told' } satisfies Record<
      Verification['holds'],
      string
    >,
    reasons: {
      'no-report': 'there is no such file, or it cannot be read',
      'no-provenance': 'it does not say what it was made from, and no manifest stands beside it',
      'standard-input': 'an input came from standard input and was not kept',
      'other-key': 'people are hidden in it under another key than the one that is there now; only that key can tell',
      'key-missing': 'people are hidden in it under a key that is not there',
      'input-changed': 'an input is not the file that it was',
      'input-missing': 'an input is not there; --root says where the inputs lie',
      'input-added': 'the command now also reads a file that it did not read then',
      altered: 'made again from the same inputs, by the same build, it comes out otherwise: it was altered',
      'altered-since-manifest': 'it is not the file of which its manifest speaks',
      'other-version': 'it was made by another version, and comes out otherwise; the version that made it can tell',
      'other-version-same-figures': 'made by another version; the figures are the same',
      'other-version-other-figures': 'made by another version, and the figures are others',
      'other-build':
        'it was made by another build of this version, and comes out otherwise; the build that made it can tell',
      'other-build-same-figures': 'made by another build of this version; the figures are the same',
      'other-build-other-figures': 'made by another build of this version, and the figures are others',
      'not-made-again': 'it could not be made again',
    } satisfies Record<VerificationReason, string>,
    states: {
      same: 'same',
      changed: 'changed',
      missing: 'missing',
      added: 'added',
      'not-kept': 'not kept',
    } satisfies Record<FileThenAndNow['state'], string>,
    versions: {
      tool: 'tool',
      build: 'build',
      'time-zone-data': 'time-zone data',
      holidays: 'holidays',
    } satisfies Record<VersionThenAndNow['what'], string>,
    columns: { state: 'State', was: 'Then', now: 'Now', what: 'What' },
    inputs: 'Inputs',
    versionsTitle: 'Versions',
  },
};
