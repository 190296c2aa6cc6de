import type { KindSpec } from '../kind.js';

/** What runs commands on machines, and so can install tools. */
export const scriptKinds = {
  script: {
    cloudformation: [
      'AWS::SSM::Document',
      'AWS::CodeBuild::Project',
      'AWS::EC2::Instance',
      'AWS::EC2::LaunchTemplate',
      'AWS::AutoScaling::LaunchConfiguration',
    ],
    terraform: [
      'aws_ssm_document',
      'aws_codebuild_project',
      'aws_instance',
      'aws_launch_template',
      'aws_launch_configuration',
    ],
    fields: {
      /** A text, or the object that a Systems Manager document is. */
      commands: {
        shape: 'any',
        cloudformation: {
          'AWS::SSM::Document': 'Content',
          'AWS::CodeBuild::Project': 'Source.BuildSpec',
          'AWS::EC2::Instance': 'UserData',
          'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.UserData',
          'AWS::AutoScaling::LaunchConfiguration': 'UserData',
        },
        terraform: {
          aws_ssm_document: 'content',
          aws_codebuild_project: 'source[0].buildspec',
          aws_instance: 'user_data',
          aws_launch_template: 'user_data',
          aws_launch_configuration: 'user_data',
        },
      },
      moreCommands: {
        shape: 'any',
        cloudformation: { 'AWS::CodeBuild::Project': 'SecondarySources[].BuildSpec' },
        terraform: {
          aws_codebuild_project: 'secondary_sources[].buildspec',
          aws_instance: 'user_data_base64',
          aws_launch_configuration: 'user_data_base64',
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, KindSpec>>;
