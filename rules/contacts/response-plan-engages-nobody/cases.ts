import { isProduction, topic } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';
import { afterApply, marked, planOf, ref, stateOf } from '../../../test/terraform-documents.js';

const chat = 'ChatChannel: { ChatbotSns: [!Ref Topic] }';
const pagerDuty =
  '[{ PagerDutyConfiguration: { Name: web, SecretId: !ImportValue pager, PagerDutyIncidentConfiguration: { ServiceId: P1X } } }]';
const escalation = `  Escalation:
    Type: AWS::SSMContacts::Contact
    Properties: { Alias: web, DisplayName: Web, Type: ESCALATION }
`;

/** A response plan with lines of its own, whose key carries the mark, after other sections of the template. */
function plan(lines: readonly string[], key = 'Plan', sections = ''): string {
  return `${sections}Resources:
${topic}${escalation}  ${key}:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties:
      Name: web
      IncidentTemplate: { Title: The web shop does not answer, Impact: 1 }
${lines.map((line) => `      ${line}\n`).join('')}`;
}

const arn = (index: number): string =>
  `'arn:aws:ssm-contacts:eu-central-1:111122223333:contact/c${String(index)}'`;
const many = (count: number): string => Array.from({ length: count }, (_, index) => arn(index)).join(', ');
const people = 'Parameters: { People: { Type: CommaDelimitedList } }\n';
const noOne = "Parameters: { People: { Type: CommaDelimitedList, Default: '' } }\n";
const template = { incident_template: [{ title: 'The web shop does not answer', impact: 1 }] };

export default cases({
  good: [
    { name: 'an escalation plan', template: plan(['Engagements: [!GetAtt Escalation.Arn]']) },
    { name: 'five contacts', template: plan([`Engagements: [${many(5)}]`]) },
    {
      name: 'trap 12: the Ref of an engagement plan, which is the ARN of its contact',
      template: `${plan(['Engagements: [!Ref Stages]'])}  Stages:
    Type: AWS::SSMContacts::Plan
    Properties: { ContactId: !Ref Escalation, Stages: [] }
`,
    },
    {
      name: 'trap 24: a lone text where a list is meant, as in AWS’s sample',
      template: plan(['Engagements: !Ref Escalation']),
      invalid: true,
    },
    {
      name: 'trap 25: a contact of another account, which is shared',
      template: plan(["Engagements: ['arn:aws:ssm-contacts:eu-central-1:444455556666:contact/duty']"]),
    },
    {
      name: 'a contact by an import that nobody exports',
      template: plan(['Engagements: [!ImportValue web]']),
    },
    { name: 'PagerDuty, which engages people of its own', template: plan([`Integrations: ${pagerDuty}`]) },
    {
      name: 'somebody in one arm of a condition, and PagerDuty in the other',
      template: plan(
        [
          'Engagements: !If [IsProduction, [!Ref Escalation], !Ref AWS::NoValue]',
          `Integrations: !If [IsProduction, !Ref AWS::NoValue, ${pagerDuty}]`,
        ],
        'Plan',
        isProduction,
      ),
    },
    {
      name: 'a contact of Terraform’s that only the apply creates',
      template: planOf({
        'aws_ssmcontacts_contact.web': { alias: 'web', type: 'ESCALATION' },
        'aws_ssmincidents_response_plan.web': {
          ...{ name: 'web', ...template, engagements: [ref('aws_ssmcontacts_contact.web.arn')] },
        },
      }),
    },
    {
      name: 'contacts of Terraform’s that are counted, and PagerDuty elsewhere',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_contact" "team" {
  count = 2
  alias = "team-\${count.index}"
  type  = "ESCALATION"
}

resource "aws_ssmincidents_response_plan" "web" {
  name        = "web"
  engagements = aws_ssmcontacts_contact.team[*].arn
  incident_template {
    title  = "The web shop does not answer"
    impact = 1
  }
}

resource "aws_ssmincidents_response_plan" "shop" {
  name = "shop"
  incident_template {
    title  = "The shop does not answer"
    impact = 1
  }
  integration {
    pagerduty {
      name       = "shop"
      secret_id  = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:pager"
      service_id = "P1X"
    }
  }
}
`,
      },
    },
  ],
  bad: [
    {
      name: 'neither engagements nor chat',
      template: plan([], '«Plan»'),
      message:
        'Response plan "Plan" engages nobody and has no chat channel, so nobody hears of its incidents.',
      severity: 'error',
    },
    {
      name: 'chat without engagements',
      template: plan([chat], '«Plan»'),
      message:
        'Response plan "Plan" engages nobody, so only those who look into its chat channel hear of its incidents.',
      severity: 'warning',
    },
    { name: 'an empty list', template: plan([chat, 'Engagements: «[]»']), severity: 'warning' },
    { name: 'NoValue', template: plan([chat, 'Engagements: !Ref AWS::NoValue'], '«Plan»') },
    {
      name: 'trap 48: a notification target, which is no chat channel',
      template: plan(['Engagements: «[]»']).replace(
        'Impact: 1',
        'Impact: 1, NotificationTargets: [{ SnsTopicArn: !Ref Topic }]',
      ),
      severity: 'error',
    },
    { name: 'a topic where a contact belongs', template: plan([chat, 'Engagements: «[!Ref Topic]»']) },
    {
      name: 'six contacts',
      template: plan([`Engagements: «[${many(6)}]»`]),
      severity: 'error',
      message: 'Response plan "Plan" engages more than 5 contacts, which AWS does not take.',
      invalid: true,
    },
    {
      name: 'as JSON',
      template: `{
  "Resources": {
    «"Plan"»: {
      "Type": "AWS::SSMIncidents::ResponsePlan",
      "Properties": {
        "Name": "web",
        "IncidentTemplate": { "Title": "The web shop does not answer", "Impact": 1 },
        "Integrations": []
      }
    }
  }
}`,
      severity: 'error',
    },
    {
      name: 'no engagements in Terraform',
      template: {
        'main.tf': `
resource "aws_ssmincidents_response_plan" «"web"» {
  name         = "web"
  chat_channel = ["arn:aws:sns:eu-central-1:111122223333:incidents"]
  incident_template {
    title  = "The web shop does not answer"
    impact = 1
  }
}
`,
      },
      severity: 'warning',
    },
    {
      name: 'null in a plan of Terraform’s',
      template: planOf({
        '«aws_ssmincidents_response_plan.web»': { name: 'web', ...template, engagements: null },
      }),
      severity: 'error',
    },
    {
      name: 'trap 45: an argument of awscc that is left out, which the plan calls unknown',
      template: planOf({
        '«awscc_ssmincidents_response_plan.web»': {
          name: 'web',
          engagements: afterApply,
          incident_template: { title: 'The web shop does not answer', impact: 1 },
        },
      }),
      severity: 'error',
    },
    {
      name: 'an empty list in a state',
      template: stateOf({
        'aws_ssmincidents_response_plan.web': {
          name: 'web',
          ...template,
          chat_channel: ['arn:aws:sns:eu-central-1:111122223333:incidents'],
          engagements: marked('«', []),
        },
      }),
      severity: 'warning',
    },
  ],
  possible: [
    {
      name: 'nobody in one arm of a condition',
      template: plan(
        ['Engagements: !If [IsProduction, [!Ref Escalation], !Ref AWS::NoValue]'],
        '«~Plan»',
        isProduction,
      ),
      when: 'not IsProduction',
      severity: 'error',
    },
    {
      name: 'an empty list in one arm of a condition, with chat in that arm only',
      template: plan(
        [
          'Engagements: !If [IsProduction, [!Ref Escalation], «~[]»]',
          'ChatChannel: !If [IsProduction, !Ref AWS::NoValue, { ChatbotSns: [!Ref Topic] }]',
        ],
        'Plan',
        isProduction,
      ),
      when: 'not IsProduction',
      severity: 'warning',
    },
    {
      name: 'PagerDuty in one arm of a condition',
      template: plan(
        [`Integrations: !If [IsProduction, ${pagerDuty}, !Ref AWS::NoValue]`],
        '«~Plan»',
        isProduction,
      ),
      when: 'not IsProduction',
      severity: 'error',
    },
    {
      name: 'a list that a parameter leaves empty',
      template: plan(['Engagements: «~!Ref People»'], 'Plan', noOne),
      when: 'parameter People keeps its default',
      severity: 'error',
    },
  ],
  undecided: [
    {
      name: 'a list that a parameter gives',
      template: plan(['Engagements: «?!Ref People»'], 'Plan', people),
      reason: 'parameter People has no default and no allowed values',
    },
    {
      name: 'a list that a variable of Terraform’s gives',
      template: {
        'main.tf': `
variable "people" {
  type = list(string)
}

resource "aws_ssmincidents_response_plan" "web" {
  name        = "web"
  engagements = «?var.people»
  incident_template {
    title  = "The web shop does not answer"
    impact = 1
  }
}
`,
      },
    },
  ],
});
