/** 名称或数字嵌入句中时，汉字与西文之间空一格。 */
export function cn(texts: TemplateStringsArray, ...values: string[]): string {
  return texts.slice(1).reduce((text, next, index) => beside(beside(text, values[index] ?? ''), next), texts[0] ?? '');
}

function beside(left: string, right: string): string {
  const isMixed = /\p{Script=Han}$/u.test(left)
    ? /^[\w%]/.test(right)
    : /[\w%]$/.test(left) && /^\p{Script=Han}/u.test(right);
  return left + (isMixed ? ' ' : '') + right;
}
