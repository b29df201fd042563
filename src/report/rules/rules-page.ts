import type { Policy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { RenderOptions } from '../formats/format.ts';
import { renderPage } from '../formats/terminal.ts';
import { type Page, type Reader, text, title } from '../page.ts';
import { numberChapters } from './number-chapters.ts';
import { rulesOf } from './rules.ts';

/** The rules of a policy in plain words, for people who will never read the policy itself. */
export function rulesPage(policy: Policy, { words, local }: Reader): Page {
  const toTheMinute = (at: Instant) => local(at).replace(/:00$/, '');
  return [
    title(policy.name),
    text(words.rules.about(words.rules.and(filesOf(policy)))),
    ...numberChapters(rulesOf(policy, { words, local: toTheMinute }), words),
  ];
}

/** The versions of a policy may stand in files of their own. */
function filesOf(policy: Policy): string[] {
  return [...new Set([...policy.earlier, policy].map(({ file }) => file))];
}

export function renderRules(policy: Policy, options: RenderOptions): string {
  return renderPage(rulesPage(policy, options), options);
}
