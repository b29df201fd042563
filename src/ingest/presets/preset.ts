/**
 * A built-in mapping: how a vendor's export becomes tickets. Data only; `docs/presets.md` is printed from it. Texts are
 * English sentences, and may hold `code` as Markdown has it.
 */
export interface Preset {
  /** The product and which of its exports: `Jira: issues as CSV`. */
  readonly title: string;
  /** The beginning of such an export as the product writes it: its real header and a row or two, or a JSON document. */
  readonly sample: string;
  /** How to get the export out of the product. */
  readonly export: string;
  /** Languages of the product whose headers are known, as BCP 47 has them; absent: the export's names are never translated. */
  readonly languages?: readonly string[];
  /** What in this export leads astray, and what becomes of it; a sentence or two each. */
  readonly traps: readonly string[];
  /** Where header and habits are taken from: addresses of documentation, `owner/repository: path` of others' code. */
  readonly sources: readonly string[];
  /**
   * A policy's `records`, in YAML: what a user would write. Columns that an export may lack need no mark. Event names are
   * the usual ones where they fit (created, responded, resolved, reopened, closed), fields too (status, urgency, type,
   * channel, assignee, department, customer).
   */
  readonly records: string;
}
