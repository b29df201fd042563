export type Language = 'zh' | 'en';

/** A text in the languages it was given in; a plain string in the policy stands for all. */
export type Title = Readonly<Partial<Record<Language, string>>>;
