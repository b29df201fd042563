import { type JsonSchema, policySchema } from './json-schema.ts';

/** A small policy that uses the main parts; a test reads it. */
const EXAMPLE = `slaudit: 1
name: After-sales response times
timezone: Asia/Shanghai
records:
  form: events
  ticket: 工单号
  at: 时间
  event: {column: 动作, values: {创建: created, 客服回复: responded, 解决: resolved}}
  actor: {column: 操作人, role: 角色}
  fields:
    urgency: {column: 紧急程度, values: {紧急: urgent, 一般: general}}
    status: 状态
    assignee: 负责人
    department: 部门
calendars:
  office:
    hours: {mon-fri: ["08:30-12:00", "13:30-18:00"]}
    holidays: [CN]
clocks:
  first_response:
    kind: response
    start: created
    stop: {event: responded, by: {role: 客服}}
    pause: {while: {status: 等待客户}}
    calendar: office
    charge: [holder, department]
    targets:
      - {id: urgent, when: {urgency: urgent}, within: 15m}
      - {within: 4h}
    attain: 90%
`;

/** The reference of the policy file's grammar, as Markdown. */
export function policyReference(): string {
  const schema = policySchema();
  // A definition is described once, after what first uses it.
  const pending: string[] = [];
  const met = new Set<string>(['text']);
  const meet = (id: string): void => {
    if (!met.has(id)) pending.push(id);
    met.add(id);
  };
  const sections = [
    '# The policy file',
    'Generated from the grammar (`src/policy/grammar/`); S-numbers are those of the semantics. Every fault in a policy ' +
      'is told with file, line and column. Keys marked *required* must be there; a key that is not listed is an error: ' +
      'nothing in a policy is passed over in silence.',
    `\`\`\`yaml\n${EXAMPLE}\`\`\``,
    table(schema, meet),
  ];
  for (const id of pending) {
    const part = schema.definitions?.[id] ?? {};
    const texts = [`## ${id}`, part.description ?? '', table(part, meet)];
    sections.push(...texts.filter((text) => text !== ''));
  }
  return `${sections.join('\n\n')}\n`;
}

type Meet = (id: string) => void;

/** One row for each key, those of maps inside included; nothing where there are no keys. */
function table(schema: JsonSchema, meet: Meet): string {
  const rows = keyRows(schema, '', meet);
  return rows.length === 0 ? '' : ['| key | value | meaning |', '|---|---|---|', ...rows].join('\n');
}

function keyRows(schema: JsonSchema, prefix: string, meet: Meet): string[] {
  return objectsIn(schema).flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).flatMap(([key, value]) => {
      const meaning = [required.includes(key) ? '*required*' : '', value.description ?? '']
        .filter((text) => text !== '')
        .join('. ');
      return [
        `| \`${prefix}${key}\` | ${kindOf(value, meet)} | ${meaning} |`,
        ...keyRows(value, `${prefix}${key}${stepInto(value)}.`, meet),
      ];
    }),
  );
}

/** The maps with keys of their own that stand in a schema without being a definition. */
function objectsIn(schema: JsonSchema): JsonSchema[] {
  if (schema.properties) return [schema];
  const inner = [...(schema.anyOf ?? []), schema.items, schema.additionalProperties || undefined];
  const objects = inner.flatMap((each) => (each ? objectsIn(each) : []));
  return objects.slice(0, 1);
}

/** How a key inside is written: `fields.<name>.column`, `ladders[].id`. */
function stepInto(schema: JsonSchema): string {
  if (schema.items) return '[]';
  return schema.additionalProperties ? '.<name>' : '';
}

function kindOf(schema: JsonSchema, meet: Meet): string {
  if (schema.$ref) {
    const id = schema.$ref.replace('#/definitions/', '');
    meet(id);
    return id === 'text' ? 'text' : `[${id}](#${id})`;
  }
  if (schema.allOf?.[0]) return kindOf(schema.allOf[0], meet);
  if (schema.anyOf) return [...new Set(schema.anyOf.map((each) => kindOf(each, meet)))].join(' or ');
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum) return schema.enum.map((each) => `\`${String(each)}\``).join(', ');
  if (schema.items) return `list of ${kindOf(schema.items, meet)}`;
  if (schema.properties) return 'map';
  if (schema.additionalProperties) return `map of name → ${kindOf(schema.additionalProperties, meet)}`;
  return schema.type === 'null' ? 'nothing' : String(schema.type ?? 'anything');
}
