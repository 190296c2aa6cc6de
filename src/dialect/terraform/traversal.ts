/**
 * The steps of a reference as Terraform writes it: `module.a["x.y"].aws_sns_topic.t[0].arn` has the steps `module`,
 * `a`, `["x.y"]`, `aws_sns_topic`, `t`, `[0]` and `arn`. It takes linear time on any text.
 */
export function stepsOf(text: string): string[] {
  const steps: string[] = [];
  let start = 0;
  let isQuoted = false;
  let depth = 0;
  const end = (offset: number): void => {
    if (offset > start) steps.push(text.slice(start, offset));
  };
  for (let offset = 0; offset < text.length; offset += 1) {
    const sign = text[offset];
    if (isQuoted) {
      if (sign === '\\') offset += 1;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === '[') {
      if (depth === 0) {
        end(offset);
        start = offset;
      }
      depth += 1;
    } else if (sign === ']') {
      depth -= 1;
      if (depth > 0) continue;
      depth = 0;
      end(offset + 1);
      start = offset + 1;
    } else if (sign === '.' && depth === 0) {
      end(offset);
      start = offset + 1;
    }
  }
  end(text.length);
  return steps;
}

/** The references that are no mere beginning of the one before: `a.b.arn` stands for the `a.b` that follows it. */
export function longestOf(references: Iterable<string>): string[] {
  const longest = new Set<string>();
  let last = '';
  for (const reference of references) {
    const isBeginning = last.startsWith(`${reference}.`) || last.startsWith(`${reference}[`);
    if (isBeginning) continue;
    longest.add(reference);
    last = reference;
  }
  return [...longest];
}

/** A module in an address. */
export interface ModuleStep {
  readonly name: string;
  /** Its index, such as `["x"]`; empty where it has none. */
  readonly key: string;
}

/** The modules on the way to a module, or to what stands in it, from the root on. */
export function moduleStepsOf(address: string): ModuleStep[] {
  const modules: ModuleStep[] = [];
  const steps = stepsOf(address);
  for (let index = 0; steps[index] === 'module';) {
    const [, name = '', key = ''] = steps.slice(index, index + 3);
    const hasKey = key.startsWith('[');
    modules.push({ name, key: hasKey ? key : '' });
    index += hasKey ? 3 : 2;
  }
  return modules;
}
