import type { FileRole } from '../../domain/provenance.ts';

const COUNT = new Intl.NumberFormat('en-US');

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
  toolVersion: (version: string): string => `Tool: slaudit ${version}`,
  timeZoneData: (version: string): string => `Time-zone data: ${version}`,
  command: 'Command',
  again:
    'The same command on the same files, by the same version of the tool, makes this report again, byte by byte. slaudit verify REPORT does it and compares.',
  more: (count: number): string => `and ${COUNT.format(count)} more: view provenance`,
};
