import { type Award, type BasisPoints, type Minor, PROPOSALS } from '../../../domain/consequence-rules.ts';
import type { Catalogue } from '../../../locale/catalogue.ts';

/** What money and shares are told in. */
export interface Purse {
  readonly words: Catalogue;
  /** Of ISO 4217; absent where the policy has no money. */
  readonly currency: string | undefined;
}

export function moneyText(amount: Minor, { words, currency = 'XXX' }: Purse): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return words.consequences.money(amount / 10 ** digits, currency);
}

export function shareText(share: BasisPoints, { words }: Purse): string {
  return words.rules.percent(share / 100);
}

/** What a tier brings. */
export function penaltyText(awards: readonly Award[], purse: Purse): string {
  const { awards: told, together } = purse.words.rules.consequences;
  return together(
    awards.map((award) => {
      if (award.kind === 'fine') return told.fine(moneyText(award.amount, purse));
      if (award.kind === 'points') return told.points(award.points);
      if (award.kind === 'action') return actionText(award, purse);
      if ('share' in award) return told.bonusShare(shareText(award.share, purse));
      return told.bonus(moneyText(award.amount, purse));
    }),
  );
}

/** What a reward gives. */
export function rewardText(awards: readonly Award[], purse: Purse): string {
  const { reward, together } = purse.words.rules.consequences;
  return together(
    awards.map((award) => {
      if (award.kind === 'points') return reward.awards.points(award.points);
      if (award.kind === 'action') return actionText(award, purse);
      if ('share' in award) return reward.awards.bonusShare(shareText(award.share, purse));
      return reward.awards.bonus(moneyText(award.amount, purse));
    }),
  );
}

function actionText({ action, months }: Award & { readonly kind: 'action' }, { words }: Purse): string {
  const { lasting, proposed } = words.rules.consequences;
  const name = words.consequences.brought[action];
  const what = months === undefined ? name : lasting(name, months);
  return PROPOSALS.includes(action) ? proposed(what) : what;
}
