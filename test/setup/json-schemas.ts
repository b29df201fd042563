import { join } from 'node:path';
import { recordColumn } from '../../src/report/columns/columns.ts';
import type { RecordColumn } from '../../src/report/columns/registry.ts';
import { valueSets } from '../../src/report/columns/value-sets.ts';
import { type Declaration, type Member, type Module, readModule, type Type } from './type-reader.ts';

export type Schema = Record<string, unknown>;

const root = join(import.meta.dirname, '..', '..');
const source = (path: string) => join(root, 'src', path);

/** A type of a module under src/, by its name. */
export type Root = readonly [path: string, name: string];

interface Scope {
  readonly module: Module;
  readonly parameters: ReadonlyMap<string, { readonly type: Type; readonly scope: Scope }>;
}

/** A JSON Schema of what is written as JSON: from the types of the program and what their comments say. */
export function schemaOf(
  name: string,
  title: string,
  whole: Root,
  view: string,
  columns: readonly string[] | undefined,
): Schema {
  const definitions = new Map<string, Schema>();
  function recordOf(): Schema {
    if (columns === undefined) throw new Error(`${name} has no columns`);
    if (!definitions.has('record')) definitions.set('record', recordSchema(view, columns));
    return { $ref: '#/$defs/record' };
  }
  if (columns !== undefined) recordOf();
  const body = typeSchema(whole, definitions, recordOf);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:slaudit:schema:${name}:1`,
    title,
    ...body,
    $defs: Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function typeSchema([path, name]: Root, definitions: Map<string, Schema>, recordOf: () => Schema): Schema {
  const owners = new Map<string, Declaration>();

  function find(reference: string, module: Module): Declaration | undefined {
    const own = module.declarations.get(reference);
    if (own !== undefined) return own;
    const elsewhere = module.imports.get(reference);
    return elsewhere === undefined ? undefined : find(elsewhere[1], readModule(elsewhere[0]));
  }

  function words(constant: string, module: Module): string[] {
    const own = module.constants.get(constant);
    if (own !== undefined)
      return own.flatMap((word) => (typeof word === 'string' ? [word] : words(word.spread, module)));
    const elsewhere = module.imports.get(constant);
    if (elsewhere === undefined) throw new Error(`${module.path}: no constant ${constant}`);
    return words(elsewhere[1], readModule(elsewhere[0]));
  }

  function scopeOf(declaration: Declaration, args: readonly Type[], scope: Scope): Scope {
    const parameters = declaration.parameters.map((parameter, index) => {
      const type: Type = args[index] ?? { kind: 'keyword', value: 'unknown' };
      return [parameter, { type, scope }] as const;
    });
    return { module: declaration.module, parameters: new Map(parameters) };
  }

  /** What a type is, without names. */
  function resolve(type: Type, scope: Scope): { type: Type; scope: Scope; declaration?: Declaration } {
    if (type.kind === 'indexed') {
      // `(typeof EXIT)[keyof typeof EXIT]`: the numbers of a table.
      if (type.of.kind === 'typeof' && type.by.kind === 'keyof')
        return { type: { kind: 'keyword', value: 'number' }, scope };
      const { type: of, scope: inner } = resolve(type.of, scope);
      if (type.by.kind === 'keyword' && type.by.value === 'number') {
        if (of.kind === 'list') return resolve(of.of, inner);
        if (type.of.kind === 'typeof') return { type: union(words(type.of.name, scope.module)), scope };
        if (of.kind === 'tuple') return { type: { kind: 'union', of: of.of }, scope: inner };
      }
      const keys = literals(type.by, scope);
      const found = members(type.of, scope).filter(({ member }) => keys.includes(member.name));
      if (found.length === 0) throw new Error(`${scope.module.path}: nothing at ${JSON.stringify(type.by)}`);
      if (found.length === 1 && found[0] !== undefined) return resolve(found[0].member.type, found[0].scope);
      throw new Error('indexed by several');
    }
    if (type.kind === 'keyof') {
      if (type.of.kind === 'typeof') return { type: union(words(type.of.name, scope.module)), scope };
      return { type: union(members(type.of, scope).map(({ member }) => member.name)), scope };
    }
    if (type.kind !== 'reference') return { type, scope };
    const given = scope.parameters.get(type.name);
    if (given !== undefined) return resolve(given.type, given.scope);
    const [first, second] = type.args;
    if (type.name === 'Readonly' && first !== undefined) return resolve(first, scope);
    if (type.name === 'ReadonlyArray' && first !== undefined) return { type: { kind: 'list', of: first }, scope };
    if (type.name === 'NonNullable' && first !== undefined) {
      const inner = resolve(first, scope);
      if (inner.type.kind !== 'union') return inner;
      return {
        ...inner,
        type: { kind: 'union', of: inner.type.of.filter((part) => part.kind !== 'literal' || part.value !== null) },
      };
    }
    if (type.name === 'Extract' && first !== undefined && second !== undefined) {
      const kept = literals(second, scope);
      return { type: union(literals(first, scope).filter((word) => kept.includes(word))), scope };
    }
    if (type.name === 'Exclude' && first !== undefined && second !== undefined) {
      const inner = resolve(first, scope);
      const out = resolve(second, scope);
      const alternatives = inner.type.kind === 'union' ? inner.type.of : [inner.type];
      if (out.type.kind === 'object') {
        const kinds = literals(out.type.members[0]?.type ?? { kind: 'text' }, out.scope);
        const isOut = (part: Type) => {
          const own = members(part, inner.scope).find(({ member }) => member.name === 'kind');
          return own !== undefined && literals(own.member.type, own.scope).some((word) => kinds.includes(word));
        };
        return { ...inner, type: { kind: 'union', of: alternatives.filter((part) => !isOut(part)) } };
      }
      const left = literals(second, scope);
      return { type: union(literals(first, scope).filter((word) => !left.includes(word))), scope };
    }
    if (type.name === 'Pick' || type.name === 'Omit' || type.name === 'Partial') {
      return { type: { kind: 'intersection', of: [type] }, scope };
    }
    if (type.name === 'Record' && first !== undefined && second !== undefined) {
      const key = resolve(first, scope);
      if (key.type.kind === 'keyword') return { type: { kind: 'object', members: [], rest: second }, scope };
      const own = literals(first, scope).map(
        (word): Member => ({ name: word, isOptional: false, type: second, comment: '' }),
      );
      return { type: { kind: 'object', members: own }, scope };
    }
    const declaration = find(type.name, scope.module);
    if (declaration === undefined) throw new Error(`${scope.module.path}: unknown type ${type.name}`);
    const inner = scopeOf(declaration, type.args, scope);
    if (declaration.type.kind === 'object') return { type: declaration.type, scope: inner, declaration };
    const further = resolve(declaration.type, inner);
    return { declaration, ...further };
  }

  function literals(type: Type, scope: Scope): string[] {
    const { type: of, scope: inner } = resolve(type, scope);
    if (of.kind === 'literal' && typeof of.value === 'string') return [of.value];
    if (of.kind === 'union') return of.of.flatMap((part) => literals(part, inner));
    throw new Error(`${scope.module.path}: no words: ${JSON.stringify(type)}`);
  }

  interface Owned {
    readonly member: Member;
    readonly scope: Scope;
  }

  function members(type: Type, scope: Scope): Owned[] {
    if (type.kind === 'reference' && scope.parameters.get(type.name) === undefined) {
      const [first, second] = type.args;
      if ((type.name === 'Pick' || type.name === 'Omit') && first !== undefined && second !== undefined) {
        const keys = literals(second, scope);
        return members(first, scope).filter(({ member }) => keys.includes(member.name) === (type.name === 'Pick'));
      }
      if (type.name === 'Partial' && first !== undefined) {
        return members(first, scope).map(({ member, scope: inner }) => ({
          member: { ...member, isOptional: true },
          scope: inner,
        }));
      }
    }
    const { type: of, scope: inner, declaration } = resolve(type, scope);
    if (of.kind === 'intersection') return of.of.flatMap((part) => members(part, inner));
    if (of.kind === 'union') {
      // Of alternatives what each of them has: any of its types there.
      const [first = [], ...others] = of.of.map((part) => members(part, inner));
      return first.flatMap(({ member, scope: own }) => {
        const same = others.map((other) => other.find((each) => each.member.name === member.name)?.member.type);
        const types = same.filter((each) => each !== undefined);
        if (types.length < others.length) return [];
        return [{ member: { ...member, type: { kind: 'union' as const, of: [member.type, ...types] } }, scope: own }];
      });
    }
    if (of.kind !== 'object') throw new Error(`${scope.module.path}: no object: ${JSON.stringify(type)}`);
    const own = of.members.map((member) => ({ member, scope: inner }));
    const inherited = (declaration?.bases ?? []).flatMap((base) => members(base, inner));
    return [...inherited.filter(({ member }) => !own.some((each) => each.member.name === member.name)), ...own];
  }

  function objectSchema(owned: readonly Owned[], rest: Schema | undefined): Schema {
    const known = [...new Map(owned.map((each) => [each.member.name, each])).values()];
    return {
      type: 'object',
      properties: Object.fromEntries(
        known.map(({ member, scope }) => [member.name, described(schema(member.type, scope), member.comment)]),
      ),
      required: known.filter(({ member }) => !member.isOptional).map(({ member }) => member.name),
      additionalProperties: rest ?? false,
    };
  }

  function schema(type: Type, scope: Scope): Schema {
    if (type.kind === 'reference' && type.name === 'RecordOf') return recordOf();
    if (type.kind === 'reference' && scope.parameters.get(type.name) === undefined && !BUILT_IN.includes(type.name)) {
      const declaration = find(type.name, scope.module);
      if (declaration === undefined) throw new Error(`${scope.module.path}: unknown type ${type.name}`);
      if (declaration.parameters.length === 0 && isNamed(declaration)) return defined(declaration, scope);
    }
    const { type: of, scope: inner } = resolve(type, scope);
    switch (of.kind) {
      case 'keyword':
        return of.value === 'unknown' || of.value === 'object' ? {} : { type: of.value };
      case 'literal':
        return of.value === null ? { type: 'null' } : { const: of.value };
      case 'text':
        return { type: 'string' };
      case 'typeof':
        return { enum: words(of.name, inner.module) };
      case 'list':
        return { type: 'array', items: schema(of.of, inner) };
      case 'tuple':
        return {
          type: 'array',
          prefixItems: of.of.map((part) => schema(part, inner)),
          items: false,
          minItems: of.of.length,
        };
      case 'object':
      case 'intersection': {
        const rest = of.kind === 'object' && of.rest !== undefined ? schema(of.rest, inner) : undefined;
        return objectSchema(members(type, scope), rest);
      }
      case 'union':
        return unionSchema(of.of.map((part) => schema(part, inner)));
      default:
        return schema(of, inner);
    }
  }

  function isNamed({ type, bases }: Declaration): boolean {
    return type.kind === 'object' || bases.length > 0 || type.kind === 'union';
  }

  function defined(declaration: Declaration, scope: Scope): Schema {
    const taken = owners.get(declaration.name);
    const label =
      taken === undefined || taken === declaration ? declaration.name : `${declaration.name}_${owners.size}`;
    if (!definitions.has(label)) {
      owners.set(label, declaration);
      definitions.set(label, {});
      const reference: Type = { kind: 'reference', name: declaration.name, args: [] };
      const inner = scopeOf(declaration, [], scope);
      const body =
        declaration.type.kind === 'object'
          ? objectSchema(
              members(reference, { module: declaration.module, parameters: new Map() }),
              restOf(declaration, inner),
            )
          : schema(declaration.type, inner);
      definitions.set(label, described(body, declaration.comment));
    }
    return { $ref: `#/$defs/${label}` };
  }

  function restOf({ type }: Declaration, scope: Scope): Schema | undefined {
    return type.kind === 'object' && type.rest !== undefined ? schema(type.rest, scope) : undefined;
  }

  const module = readModule(source(path));
  return schema({ kind: 'reference', name, args: [] }, { module, parameters: new Map() });
}

const BUILT_IN = [
  'Readonly',
  'ReadonlyArray',
  'NonNullable',
  'Extract',
  'Exclude',
  'Pick',
  'Omit',
  'Partial',
  'Record',
];

function union(texts: readonly string[]): Type {
  return { kind: 'union', of: texts.map((value) => ({ kind: 'literal', value })) };
}

function unionSchema(parts: readonly Schema[]): Schema {
  const constants = parts.flatMap((part) => ('const' in part ? [part['const']] : []));
  const others = parts.filter((part) => !('const' in part));
  const isNull = (part: Schema) => part['type'] === 'null' && Object.keys(part).length === 1;
  if (constants.length === 2 && constants.includes(true) && constants.includes(false)) {
    return unionSchema([{ type: 'boolean' }, ...others]);
  }
  if (constants.length > 0 && others.every(isNull)) return { enum: [...constants, ...others.map(() => null)] };
  const [only] = others.filter((part) => !isNull(part));
  const isPlain =
    others.length === 2 &&
    others.some(isNull) &&
    only !== undefined &&
    typeof only['type'] === 'string' &&
    Object.keys(only).length === 1;
  if (constants.length === 0 && isPlain) return { type: [only['type'], 'null'] };
  const every = [
    ...(constants.length === 1 ? [{ const: constants[0] }] : constants.length > 1 ? [{ enum: constants }] : []),
    ...others,
  ];
  return every.length === 1 && every[0] !== undefined ? every[0] : { anyOf: every };
}

function described(schema: Schema, comment: string): Schema {
  return comment === '' ? schema : { description: comment, ...schema };
}

/** A record of a view; of those that carry the records' own fields every other key is one, under the policy's name. */
function recordSchema(view: string, columns: readonly string[]): Schema {
  return {
    description: 'A record, as NDJSON has it on a line.',
    type: 'object',
    properties: Object.fromEntries(columns.map((key) => [key, columnSchema(recordColumn(view, key))])),
    required: columns,
    additionalProperties: view === 'verdicts' ? { type: ['string', 'null'] } : false,
  };
}

function columnSchema({ kind, meaning, values }: RecordColumn): Schema {
  if (kind === 'word' && values !== undefined) return { description: meaning, enum: [...valueSets[values], null] };
  const type =
    kind === 'flag' ? 'boolean' : kind === 'count' ? 'integer' : QUANTITIES.includes(kind) ? 'number' : 'string';
  return { description: meaning, type: [type, 'null'], ...(kind === 'utc' && { format: 'date-time' }) };
}

const QUANTITIES: readonly RecordColumn['kind'][] = [
  'number',
  'percent',
  'points',
  'money',
  'seconds',
  'signed-seconds',
];
