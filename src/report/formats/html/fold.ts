import { escaped } from './escape.ts';

/** A part of a page that is closed until somebody opens it. */
export interface Fold {
  /** How it looks: a chapter, a part of one, a proof. */
  readonly look: 'chapter folded' | 'part' | 'part long' | 'proof';
  /** Of the part as a whole; absent: nobody asks for it by name. */
  readonly ownId?: string;
  /** To which links lead. */
  readonly id?: string;
  /** What is to be seen while it is closed, ready for HTML. */
  readonly summary: string;
  readonly body: string;
}

/**
 * The id to which links lead stands inside: a browser opens what is around the target of a link, or around a word that is
 * searched for, by itself, but never the target.
 */
export function fold({ look, ownId, id, summary, body }: Fold): string {
  const own = ownId === undefined ? '' : ` id="${ownId}"`;
  const target = id === undefined ? '' : ` id="${id}"`;
  return `<details class="${look}"${own}><summary>${summary}</summary>\n<div class="inside"${target}>\n${body}</div></details>\n`;
}

/** A heading within what is always to be seen. */
export function foldTitle(title: string, level: number): string {
  return `<h${level}>${escaped(title)}</h${level}>`;
}
