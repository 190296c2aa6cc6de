import { formOf } from '../dialect/form.js';
import { readTemplate } from '../dialect/read-template.js';
import type { Resource } from '../dialect/resource.js';
import { ExportTable, type Template } from '../dialect/template.js';
import type { Document } from '../parse/document.js';
import type { Problem } from '../report/problem.js';
import { entryOf, type MapValue } from '../value/value.js';
import { answersIn, type Answer } from './answers.js';
import { completed, isSelectors, isStatus, trailDetails } from './trails.js';
import { valueOf } from './value.js';

/** What was captured from the account, as templates of resources that exist; they are never reported on. */
export function readEvidence(documents: readonly Document[]): Template[] {
  const outputs = documents.map((document) => ({ document, output: outputOf(document) }));
  const details = trailDetails(outputs.flatMap(({ output }) => output ?? []));
  const answers = outputs.map(({ output }) => (output === undefined ? undefined : answersIn(output)));
  const trails = answers.flat().filter((answer) => answer?.type === 'AWS::CloudTrail::Trail').length;
  return outputs.map(({ document, output }, index): Template => {
    if (isState(document))
      return { ...readTemplate(document, new ExportTable()), suppressions: [], isEvidence: true };
    const { file, problems } = document;
    const found = answers[index];
    const isDetail = output !== undefined && (isStatus(output) || isSelectors(output));
    const resources = (found ?? []).map((answer) =>
      resourceOf(
        answer.type === 'AWS::CloudTrail::Trail' ? completed(answer, details, trails === 1) : answer,
      ),
    );
    const unknown: Problem[] =
      found === undefined && !isDetail && problems.length === 0
        ? [
            {
              file: file.path,
              message: 'it is no output of a command that is read as evidence, and no state of Terraform',
              code: 'bad-evidence',
            },
          ]
        : [];
    return {
      file,
      resources,
      suppressions: [],
      problems: [...problems, ...unknown, ...cutOff(output)],
      isEvidence: true,
      isUnread: false,
    };
  });
}

/** An output of which a `--max-items` or `--no-paginate` left something out; what it holds counts. */
function cutOff(output: MapValue | undefined): Problem[] {
  const token = output && entryOf(output, 'NextToken');
  if (token?.value.kind !== 'text') return [];
  const { file, span } = token.keyPlace;
  const message = 'the output goes on: the command has to be run without --max-items and --no-paginate';
  return [{ file: file.path, range: file.rangeOf(span), message, code: 'bad-evidence', severity: 'warning' }];
}

function isState({ root }: Document): boolean {
  const form = formOf(root);
  return form === 'terraform-state' || form === 'terraform-raw-state';
}

function outputOf({ root, file }: Document): MapValue | undefined {
  if (root?.kind !== 'map') return undefined;
  const value = valueOf(root, undefined, file);
  return value.kind === 'map' ? value : undefined;
}

function resourceOf({ type, command, name, properties }: Answer): Resource {
  const { place } = properties;
  return {
    type,
    sourceType: command,
    name,
    place,
    when: [],
    properties,
    attributes: { kind: 'absent', place },
  };
}
