import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// Reads the types of plain TypeScript modules (interfaces, type aliases, constant lists) with their doc comments, so that
// JSON Schemas can be printed from them. What it does not know it refuses.

export type Type =
  | { readonly kind: 'keyword' | 'literal'; readonly value: unknown }
  | { readonly kind: 'reference'; readonly name: string; readonly args: readonly Type[] }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'tuple' | 'union' | 'intersection'; readonly of: readonly Type[] }
  | { readonly kind: 'object'; readonly members: readonly Member[]; readonly rest?: Type }
  | { readonly kind: 'indexed'; readonly of: Type; readonly by: Type }
  | { readonly kind: 'typeof'; readonly name: string }
  | { readonly kind: 'keyof'; readonly of: Type }
  | { readonly kind: 'text' };

export interface Member {
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: Type;
  readonly comment: string;
}

export interface Declaration {
  readonly module: Module;
  readonly name: string;
  readonly parameters: readonly string[];
  /** Of an interface what it extends. */
  readonly bases: readonly Type[];
  readonly type: Type;
  readonly comment: string;
}

export interface Module {
  readonly path: string;
  readonly declarations: ReadonlyMap<string, Declaration>;
  /** Constant lists of words; of an object its keys. */
  readonly constants: ReadonlyMap<string, readonly (string | { readonly spread: string })[]>;
  /** Names from elsewhere: the module's path and the name there. */
  readonly imports: ReadonlyMap<string, readonly [path: string, name: string]>;
}

const modules = new Map<string, Module>();

export function readModule(path: string): Module {
  const known = modules.get(path) ?? parseModule(path, readFileSync(path, 'utf8'));
  modules.set(path, known);
  return known;
}

interface Token {
  readonly kind: 'name' | 'text' | 'number' | 'sign' | 'comment';
  readonly text: string;
}

function tokens(source: string): Token[] {
  const pattern =
    /(\/\*\*[\s\S]*?\*\/)|\/\/.*|\/\*[\s\S]*?\*\/|('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`)|(\d[\w.]*)|([A-Za-z_$][\w$]*)|(=>|\.\.\.|[^\s\w])/g;
  return [...source.matchAll(pattern)].flatMap(([, comment, text, number, name, sign]): Token[] => {
    if (comment !== undefined) return [{ kind: 'comment', text: comment }];
    if (text !== undefined) return [{ kind: 'text', text }];
    if (number !== undefined) return [{ kind: 'number', text: number }];
    if (name !== undefined) return [{ kind: 'name', text: name }];
    return sign === undefined ? [] : [{ kind: 'sign', text: sign }];
  });
}

function parseModule(path: string, source: string): Module {
  const all = tokens(source);
  const declarations = new Map<string, Declaration>();
  const constants = new Map<string, (string | { spread: string })[]>();
  const imports = new Map<string, readonly [string, string]>();
  let at = 0;
  let comment = '';
  const module: Module = { path, declarations, constants, imports };

  const peek = (ahead = 0): string => all[at + ahead]?.text ?? '';
  const fail = (): never => {
    throw new Error(
      `${path}: cannot read ${all
        .slice(at, at + 8)
        .map(({ text }) => text)
        .join(' ')}`,
    );
  };
  function take(expected?: string): string {
    const text = peek();
    if (expected !== undefined && text !== expected) fail();
    at += 1;
    return text;
  }
  function skip(text: string): boolean {
    if (peek() !== text) return false;
    at += 1;
    return true;
  }
  function comments(): string {
    let last = '';
    while (all[at]?.kind === 'comment') last = take();
    return plain(last);
  }

  function type(): Type {
    comments();
    skip('|');
    const of = [intersection()];
    for (comments(); skip('|'); comments()) of.push(intersection());
    return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'union', of };
  }
  function intersection(): Type {
    comments();
    const of = [postfix()];
    while (skip('&')) of.push(postfix());
    return of.length === 1 && of[0] !== undefined ? of[0] : { kind: 'intersection', of };
  }
  function postfix(): Type {
    let read = primary();
    while (peek() === '[') {
      take('[');
      if (skip(']')) read = { kind: 'list', of: read };
      else {
        read = { kind: 'indexed', of: read, by: type() };
        take(']');
      }
    }
    return read;
  }
  function primary(): Type {
    if (skip('readonly')) return postfix();
    if (skip('keyof')) return { kind: 'keyof', of: postfix() };
    if (skip('typeof')) return { kind: 'typeof', name: take() };
    if (skip('(')) {
      const inner = type();
      take(')');
      return inner;
    }
    if (peek() === '{') return object();
    if (skip('[')) {
      const of: Type[] = [];
      while (!skip(']')) {
        skip('readonly');
        if (all[at]?.kind === 'name' && peek(1) === ':') at += 2;
        of.push(type());
        skip(',');
      }
      return { kind: 'tuple', of };
    }
    if (skip('-')) return { kind: 'literal', value: -Number(take()) };
    const token = all[at];
    if (token === undefined) return fail();
    at += 1;
    if (token.kind === 'text')
      return token.text.startsWith('`') ? { kind: 'text' } : { kind: 'literal', value: token.text.slice(1, -1) };
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text.replaceAll('_', '')) };
    if (token.kind !== 'name') return fail();
    if (token.text === 'true' || token.text === 'false') return { kind: 'literal', value: token.text === 'true' };
    if (token.text === 'null') return { kind: 'literal', value: null };
    if (['string', 'number', 'boolean', 'unknown', 'undefined', 'object'].includes(token.text)) {
      return { kind: 'keyword', value: token.text };
    }
    const args: Type[] = [];
    if (skip('<')) {
      while (!skip('>')) {
        args.push(type());
        skip(',');
      }
    }
    return { kind: 'reference', name: token.text, args };
  }
  function object(): Type {
    take('{');
    const members: Member[] = [];
    let rest: Type | undefined;
    for (let told = comments(); !skip('}'); told = comments()) {
      if (peek() === 'readonly' && peek(1) !== ':' && peek(1) !== '?') at += 1;
      if (skip('[')) {
        take();
        take(':');
        type();
        take(']');
        take(':');
        rest = type();
      } else {
        const name = take().replace(/^'(.*)'$/, '$1');
        const isOptional = skip('?');
        if (peek() === '(') return { kind: 'object', members: [...members, ...method()] };
        take(':');
        if (peek() === '(' && isFunction()) method();
        else members.push({ name, isOptional, type: type(), comment: told });
      }
      skip(';');
      skip(',');
    }
    return { kind: 'object', members, ...(rest !== undefined && { rest }) };
  }
  /** `(a: b) => c`: no JSON has it. */
  function isFunction(): boolean {
    let depth = 0;
    for (let ahead = 0; at + ahead < all.length; ahead += 1) {
      if (peek(ahead) === '(') depth += 1;
      if (peek(ahead) === ')') depth -= 1;
      if (depth === 0) return peek(ahead + 1) === '=>';
    }
    return false;
  }
  function method(): Member[] {
    let depth = 0;
    while (at < all.length) {
      const text = peek();
      if (depth === 0 && (text === ';' || text === '}')) break;
      if ('([{'.includes(text)) depth += 1;
      if (')]}'.includes(text)) depth -= 1;
      at += 1;
    }
    return [];
  }
  function parameters(): string[] {
    const names: string[] = [];
    if (!skip('<')) return names;
    while (!skip('>')) {
      names.push(take());
      if (skip('extends')) type();
      if (skip('=')) type();
      skip(',');
    }
    return names;
  }
  function names(): void {
    const listed: [string, string][] = [];
    for (take('{'); !skip('}'); skip(',')) {
      skip('type');
      const name = take();
      listed.push([skip('as') ? take() : name, name]);
    }
    if (!skip('from')) return;
    const from = take().slice(1, -1);
    if (!from.startsWith('.')) return;
    for (const [local, name] of listed) imports.set(local, [join(dirname(path), from), name]);
  }
  function list(name: string): void {
    const words: (string | { spread: string })[] = [];
    if (skip('[')) {
      for (comments(); !skip(']'); comments()) {
        if (skip('...')) words.push({ spread: take() });
        else if (all[at]?.kind === 'text') words.push(take().slice(1, -1));
        else at += 1;
      }
    } else if (peek() === '{') {
      let depth = 0;
      do {
        if ('([{'.includes(peek())) depth += 1;
        if (')]}'.includes(peek())) depth -= 1;
        if (depth === 1 && peek(1) === ':' && /^['\w]/.test(peek())) words.push(peek().replace(/^'(.*)'$/, '$1'));
        at += 1;
      } while (depth > 0 && at < all.length);
    }
    constants.set(name, words);
  }

  while (at < all.length) {
    const token = all[at];
    if (token?.kind === 'comment') {
      comment = comments();
      continue;
    }
    const own = comment;
    comment = '';
    if (token?.text === 'import' || token?.text === 'export') {
      at += 1;
      if (token.text === 'import' && peek() === '(') continue;
      if (peek() === 'type' && peek(1) === '{') at += 1;
      if (peek() === '{') names();
      else comment = own;
      continue;
    }
    if (token?.text === 'interface') {
      at += 1;
      const name = take();
      const own_ = parameters();
      const bases: Type[] = [];
      if (skip('extends')) {
        do bases.push(primary());
        while (skip(','));
      }
      declarations.set(name, { module, name, parameters: own_, bases, type: object(), comment: own });
    } else if (token?.text === 'type' && all[at + 1]?.kind === 'name' && ['=', '<'].includes(peek(2))) {
      at += 1;
      const name = take();
      const own_ = parameters();
      take('=');
      declarations.set(name, { module, name, parameters: own_, bases: [], type: type(), comment: own });
    } else if (token?.text === 'const' && all[at + 1]?.kind === 'name') {
      at += 1;
      const name = take();
      while (at < all.length && peek() !== '=') at += 1;
      at += 1;
      list(name);
    } else at += 1;
  }
  return module;
}

function plain(comment: string): string {
  return comment
    .replace(/^\/\*\*|\*\/$/g, '')
    .replaceAll(/\n\s*\*? ?/g, ' ')
    .trim();
}
