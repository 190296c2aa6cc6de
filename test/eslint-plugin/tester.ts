import * as parser from '@typescript-eslint/parser';
import { RuleTester } from '@typescript-eslint/rule-tester';
import { after } from 'mocha';
import plugin from '../../src/eslint-plugin/index.js';
import type { MessageId } from '../../src/eslint-plugin/rule.js';

RuleTester.afterAll = after;

/** typescript-eslint's, with its parser. */
export const tester = new RuleTester({ languageOptions: { parser } });

type TestedRule = Parameters<typeof tester.run<MessageId, []>>[1];

/** A rule of the plugin. */
export function ruleOf(id: string): TestedRule {
  const rule = plugin.rules[id];
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  // The tester's types are typescript-eslint's, the plugin's those of ESLint.
  return rule as unknown as TestedRule;
}

/** A stack around some lines, which begin on line 10. */
export function stack(lines: string): string {
  return `
import { aws_iam as iam, App, Stack } from 'aws-cdk-lib';
import * as chatbot from 'aws-cdk-lib/aws-chatbot';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import { CfnContact, CfnContactChannel } from 'aws-cdk-lib/aws-ssmcontacts';
import * as incidents from 'aws-cdk-lib/aws-ssmincidents';
const stack = new Stack(new App(), 'OnCall');
export function make(isProd: boolean, props: { defer: boolean; channels: string[] }, others: object): void {

${lines}
}`;
}
