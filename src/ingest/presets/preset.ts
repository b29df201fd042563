/** A built-in mapping: how a vendor's export becomes tickets. */
export interface Preset {
  /** The product and which of its exports: `Jira Service Management: issues as CSV`. */
  readonly title: string;
  /** A policy's `records`, in YAML: what a user would write. Columns that an export may lack need no mark. */
  readonly records: string;
}
