import { isProduction } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { marked, planOf } from '../../../test/terraform-documents.js';

const replicationSet = `
  Main:
    Type: AWS::SSMIncidents::ReplicationSet
    Properties: { Regions: [{ RegionName: eu-central-1 }], DeletionProtected: true }
`;

/** A workspace with Incident Manager, and user data. */
function userData(data: string, sections = ''): string {
  return `${sections}Resources:${replicationSet}  Bastion:
    Type: AWS::EC2::Instance
    Properties:
      UserData: ${data}
`;
}

/** A Systems Manager document, beside Incident Manager, that runs one line. */
function runs(line: string): string {
  return `Resources:${replicationSet}  Setup:
    Type: AWS::SSM::Document
    Properties:
      DocumentType: Command
      Content:
        schemaVersion: '2.2'
        mainSteps:
          - { action: 'aws:runShellScript', name: setup, inputs: { runCommand: [cd /tmp, ${line}] } }
`;
}

const minimum = { tools: { minimum: { awsCli: '2.30', powershell: '5.0.100' } } };

export default cases({
  good: [
    {
      name: 'trap 6: whatever is current, of which no template says more',
      template: runs('pip install awscli'),
    },
    {
      name: 'a recent version of each',
      template: userData(`
        Fn::Base64: |
          curl -o cli.zip https://awscli.amazonaws.com/awscli-exe-linux-x86_64-2.34.1.zip
          pwsh -c "Install-Module AWS.Tools.EC2 -RequiredVersion 5.0.120"`),
      settings: minimum,
    },
    {
      name: 'the module that installs the others, which has versions of its own',
      template: runs("'Install-Module -Name AWS.Tools.Installer -RequiredVersion 1.0.2'"),
    },
    {
      name: 'no Incident Manager in the workspace, written as JSON',
      template: `{
  "Resources": {
    "Build": {
      "Type": "AWS::CodeBuild::Project",
      "Properties": {
        "Artifacts": { "Type": "NO_ARTIFACTS" },
        "Environment": { "ComputeType": "BUILD_GENERAL1_SMALL", "Image": "aws/codebuild/standard:7.0", "Type": "LINUX_CONTAINER" },
        "ServiceRole": "arn:aws:iam::111122223333:role/build",
        "Source": { "Type": "NO_SOURCE", "BuildSpec": "phases: { install: { commands: [pip install awscli==1.16] } }" }
      }
    }
  }
}`,
    },
    { name: 'a script of which no tool is part', template: userData("!Base64 'yum update -y'") },
    {
      name: 'a gap that is no version',
      template: userData("!Base64 { 'Fn::Sub': 'cfn-signal --stack ${AWS::StackName}; echo awscli' }"),
    },
  ],
  bad: [
    {
      name: 'version 1 of the AWS CLI in a Systems Manager document',
      template: runs('«pip install awscli==1.16.300»'),
      message: '"Setup" installs AWS CLI 1, which has been in maintenance since August 2026.',
      severity: 'info',
    },
    { name: 'version 1 by apt', template: runs("«'apt-get install -y awscli=1.18.69-1ubuntu0.20.04.1'»") },
    {
      name: 'an old version 2 in an archive of AWS’s',
      template: runs('«curl https://awscli.amazonaws.com/awscli-exe-linux-aarch64-2.0.30.zip»'),
      message: '"Setup" installs a version of AWS CLI 2 older than 2.22.0.',
    },
    {
      name: 'an old version 2 for Windows, below the configured minimum',
      template: userData(
        "«!Sub 'msiexec /i https://awscli.amazonaws.com/AWSCLIV2-2.29.5.msi # ${AWS::Region}'»",
      ),
      settings: minimum,
      message: '"Bastion" installs a version of AWS CLI 2 older than 2.30.',
    },
    {
      name: 'an old image',
      template: runs('«docker run --rm amazon/aws-cli:2.0.6 sts get-caller-identity»'),
    },
    { name: 'an old version by Chocolatey', template: runs('«choco install awscli -y --version 2.1.3»') },
    {
      name: 'AWS Tools for PowerShell without support',
      template: runs('«Install-Module -Name AWSPowerShell.NetCore -RequiredVersion 4.1.0 -Force»'),
      message:
        '"Setup" installs AWS Tools for PowerShell of a version before 5, without support since June 2026.',
    },
    {
      name: 'AWS Tools for PowerShell below the configured minimum',
      template: runs('«Install-AWSToolsModule AWS.Tools.EC2 -MaximumVersion 5.0.99»'),
      settings: minimum,
      message: '"Setup" installs AWS Tools for PowerShell of a version before 5.0.100.',
    },
    {
      name: 'both in user data that is joined, written as JSON',
      template: {
        'incidents.yaml': `Resources:${replicationSet}`,
        'group.json': `{
  "Resources": {
    "Group": {
      "Type": "AWS::EC2::LaunchTemplate",
      "Properties": {
        "LaunchTemplateData": {
          "UserData": { "Fn::Base64": ««{ "Fn::Join": ["\\n", [
            "#!/bin/bash -xe",
            { "Fn::Sub": "aws configure set region \${AWS::Region}" },
            "pip3 install 'awscli~=1.29'",
            "pwsh -c 'Install-Module AWSPowerShell -RequiredVersion 3.3.563.1'"
          ]] }»» }
        }
      }
    }
  }
}`,
      },
    },
    {
      name: 'user data that stands in the template as Base64',
      // curl -O https://s3.amazonaws.com/aws-cli/awscli-bundle-1.22.9.zip
      template: userData(
        '«Y3VybCAtTyBodHRwczovL3MzLmFtYXpvbmF3cy5jb20vYXdzLWNsaS9hd3NjbGktYnVuZGxlLTEuMjIuOS56aXA=»',
      ),
    },
    {
      name: 'the specification of a second source of CodeBuild',
      template: `Resources:${replicationSet}  Build:
    Type: AWS::CodeBuild::Project
    Properties:
      Artifacts: { Type: NO_ARTIFACTS }
      Environment: { ComputeType: BUILD_GENERAL1_SMALL, Image: 'aws/codebuild/standard:7.0', Type: LINUX_CONTAINER }
      ServiceRole: arn:aws:iam::111122223333:role/build
      Source: { Type: NO_SOURCE, BuildSpec: 'phases: { build: { commands: [make] } }' }
      SecondarySources:
        - Type: CODECOMMIT
          BuildSpec: «'phases: { install: { commands: [pip install awscli===1.27.1] } }'»
`,
    },
    {
      name: 'scripts of Terraform',
      template: {
        'main.tf': `
resource "aws_ssmincidents_replication_set" "main" {
  region { name = "eu-central-1" }
}
resource "aws_ssm_document" "setup" {
  name          = "setup"
  document_type = "Command"
  content = jsonencode({ mainSteps = [{ inputs = { runCommand = [«"pip install awscli==1.16"»] } }] })
}
resource "aws_launch_template" "workers" {
  user_data = base64encode(«"pip install awscli==1.16 # \${aws_ssm_document.setup.name}"»)
}
resource "aws_codebuild_project" "build" {
  name = "build"
  source {
    type      = "NO_SOURCE"
    buildspec = «"phases: { install: { commands: [pip install awscli==1.16] } }"»
  }
}
`,
      },
    },
    {
      name: 'user data in a plan of Terraform’s',
      template: planOf({
        'aws_ssmincidents_replication_set.main': { region: [{ name: 'eu-central-1' }] },
        'aws_instance.bastion': { user_data: marked('«', 'pip install awscli==1.16') },
      }),
    },
  ],
  possible: [
    {
      name: 'one arm of a condition',
      template: userData(
        "«~!Base64 { 'Fn::If': [IsProduction, pip install awscli, pip install awscli==1.20.1] }»",
        isProduction,
      ),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a version that only deployment knows',
      template: userData(
        "«?!Sub 'pip install awscli==${Version}'»",
        'Parameters: { Version: { Type: String } }\n',
      ),
    },
    {
      name: 'a script that only a parameter holds',
      template: userData('«?!Ref Script»', 'Parameters: { Script: { Type: String } }\n'),
    },
  ],
});
