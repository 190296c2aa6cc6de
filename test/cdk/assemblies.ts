import { expect } from 'chai';
import { isError } from '../../src/report/problem.js';
import { temporaryFolder } from '../temporary-folder.js';
import { constructLine, lintFolder } from './lint-folder.js';

/** A template with a fault of `channel-unverified` in the channel Sms. */
export const faulty = {
  Resources: {
    Sms: {
      Type: 'AWS::SSMContacts::ContactChannel',
      Properties: {
        ContactId: 'arn:aws:ssm-contacts:eu-west-1:111122223333:contact/alice',
        ChannelName: 'sms',
        ChannelType: 'SMS',
        ChannelAddress: '+12025550100',
        DeferActivation: true,
      },
    },
  },
};

/** A stack in a manifest. */
export function stack(templateFile: string, more: object = {}): object {
  return {
    type: 'aws:cloudformation:stack',
    environment: 'aws://unknown-account/unknown-region',
    properties: { templateFile },
    ...more,
  };
}

/** A nested assembly in a manifest. */
export function stage(directoryName: string): object {
  return { type: 'cdk:cloud-assembly', properties: { directoryName } };
}

export function manifest(artifacts: Readonly<Record<string, object>>, version = '55.0.0'): object {
  return { version, artifacts };
}

/** A folder with files; what is no text is written as JSON. */
export function folderOf(files: Readonly<Record<string, unknown>>): string {
  return temporaryFolder(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? content : JSON.stringify(content),
      ]),
    ),
  );
}

/** The findings and the problems of a folder as short lines. */
export async function linesOf(files: Readonly<Record<string, unknown>>, paths = ['.']): Promise<string[]> {
  return linesIn(folderOf(files), paths);
}

/** As `linesOf`, of a folder that exists. */
export async function linesIn(folder: string, paths = ['.']): Promise<string[]> {
  const { outcome } = await lintFolder(folder, paths, ['channel-unverified']);
  expect(outcome.problems.every(isError)).to.equal(true);
  return [
    ...outcome.findings.map((finding) => `${finding.file} ${constructLine(finding)}`),
    ...outcome.problems.map(({ file = '', code, message }) => `${file} ${code}: ${message}`),
  ];
}
