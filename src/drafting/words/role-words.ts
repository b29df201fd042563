import type { Role } from '../../domain/profile.ts';

/** What a header says, by the words that help desks and ledgers put there. */
export interface RoleWords {
  readonly role: Role;
  /** Whole headers, in every spelling: case, spaces, `_`, `-`, `.` and brackets do not count. */
  readonly words: readonly string[];
  /** Parts of headers, surer ones first. English parts are whole words. */
  readonly parts: readonly string[];
}
