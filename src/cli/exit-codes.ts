/** Exit codes by name, numbered as in sysexits.h, so that a cron job can tell whose fault it was. */
export const EXIT = {
  done: 0,
  /** A threshold or objective was missed: an answer, not a failure. */
  missed: 1,
  wrongUsage: 64,
  unusableExport: 65,
  fileNotFound: 66,
  ourBug: 70,
  cannotWrite: 73,
  badPolicy: 78,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
