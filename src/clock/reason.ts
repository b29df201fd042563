import type { Millis } from '../domain/time.ts';
import { REMARKS, type Remark } from '../domain/verdict.ts';

/** The record's `reason`: the weightiest remark, with its detail; '' for a plain verdict. */
export function reasonOf(
  remarks: readonly Remark[],
  bounds: { readonly best: Millis; readonly worst: Millis } | undefined,
): string {
  if (remarks.length === 0) return '';
  const [first] =
    remarks.length === 1 ? remarks : [...remarks].sort((a, b) => REMARKS.indexOf(a.kind) - REMARKS.indexOf(b.kind));
  if (first === undefined) return '';
  if (first.kind === 'imprecise' && first.detail === undefined && bounds !== undefined) {
    return `imprecise: best ${bounds.best / 1000} s, worst ${bounds.worst / 1000} s`;
  }
  return first.detail === undefined ? first.kind : `${first.kind}: ${first.detail}`;
}
