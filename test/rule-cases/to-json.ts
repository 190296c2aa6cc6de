import { withoutTag, type Node } from '../../src/parse/node.js';

/** A tree as JSON text, with CloudFormation's short forms (`!Ref`) in their long ones. */
export function toJson(node: Node, indent = ''): string {
  const { tag } = node;
  if (tag !== undefined) return call(tag.slice(1), withoutTag(node), indent);
  const deeper = `${indent}  `;
  if (node.kind === 'scalar') return scalar(node);
  if (node.kind === 'list')
    return block(
      '[',
      ']',
      node.items.map((item) => toJson(item, deeper)),
      indent,
    );
  const entries = node.entries.map(({ key, value }) => `${JSON.stringify(key)}: ${toJson(value, deeper)}`);
  return block('{', '}', entries, indent);
}

/** What YAML has and this conversion would lose: anchors with their aliases, and comments that suppress. */
export function isYamlOnly(text: string): boolean {
  return /(?:^|[\s:[{,])[&*][A-Za-z]/m.test(text) || /#\s*incident-lint-/.test(text);
}

/** The form of AWS's documentation: `!GetAtt Topic.TopicName` is `{"Fn::GetAtt": ["Topic", "TopicName"]}`. */
function call(name: string, argument: Node, indent: string): string {
  const long = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`;
  const inner =
    name === 'GetAtt' && argument.kind === 'scalar'
      ? JSON.stringify(splitOnce(argument.text))
      : toJson(argument, indent);
  return `{${JSON.stringify(long)}: ${inner}}`;
}

function splitOnce(text: string): string[] {
  const dot = text.indexOf('.');
  return dot === -1 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

function scalar({ text, type }: Extract<Node, { kind: 'scalar' }>): string {
  if (type === 'null') return 'null';
  const isJson = type === 'boolean' || (type === 'number' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text));
  return isJson ? text : JSON.stringify(text);
}

function block(start: string, end: string, items: readonly string[], indent: string): string {
  if (items.length === 0) return `${start}${end}`;
  return `${start}\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}${end}`;
}
