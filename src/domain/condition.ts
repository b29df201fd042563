/** All tests must hold; the empty list always holds. */
export type Condition = readonly Test[];

export type Test =
  | { readonly field: string; readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly field: string; readonly kind: 'compare'; readonly operator: Operator; readonly value: string };

export type Operator = '<' | '<=' | '>' | '>=' | '=' | '!=';
