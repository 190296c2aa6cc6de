import { createRequire } from 'node:module';

/** An element as a reader of XML sees it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface Sax {
  readonly parser: (strict: boolean) => {
    onopentag: (tag: {
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
    }) => void;
    onclosetag: () => void;
    ontext: (text: string) => void;
    onerror: (error: Error) => void;
    readonly write: (text: string) => { readonly close: () => void };
  };
}

/** Comes with cfn-include's SDK, which reads AWS's answers with it; it has no types. */
const { parser: newParser } = createRequire(import.meta.url)('sax') as Sax;

/** Signs that XML 1.0 does not allow, even escaped (§2.2). */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

/** The root of a well-formed document; throws on any other. */
export function readXml(document: string): XmlElement {
  if (forbidden.test(document)) throw new Error('a character that XML does not allow');
  const parser = newParser(true);
  const open: {
    name: string;
    attributes: Readonly<Record<string, string>>;
    children: XmlElement[];
    text: string;
  }[] = [{ name: '', attributes: {}, children: [], text: '' }];
  parser.onopentag = ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.ontext = (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(document).close();
  const [root, ...others] = open[0]?.children ?? [];
  if (root === undefined || others.length > 0) throw new Error('not one root');
  return root;
}
