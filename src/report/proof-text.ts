import type { Proof } from '../domain/proof.ts';
import type { RenderOptions } from './formats/format.ts';
import { renderPage } from './formats/terminal.ts';
import { proofPage } from './proof-page.ts';

/** The proof as a page of text for the terminal or a file. */
export function renderProof(proof: Proof, options: RenderOptions): string {
  return renderPage(proofPage(proof, options), options);
}
