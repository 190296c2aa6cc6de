import { incidentPlan, isProduction, slack, topic } from '../../../test/chat-templates.js';
import { cases } from '../../../test/rule-cases.js';

/** A custom action with a command, offered in the channel of a response plan. */
function template(command: string, plans = incidentPlan('Plan', '!Ref Topic'), sections = ''): string {
  return `${sections}Resources:
${topic}${plans}${slack('SnsTopicArns: [!Ref Topic]\n      CustomizationResourceArns: [!Ref Action]')}  Action:
    Type: AWS::Chatbot::CustomAction
    Properties: { ActionName: clean-up, Definition: { CommandText: ${command} } }
`;
}

export default cases({
  good: [
    { name: 'a command that lists', template: template('ssm-incidents list-incident-records') },
    { name: 'reading rights in IAM', template: template('aws iam list-roles') },
    { name: 'a name that contains a verb', template: template('ssm get-delete-marker --name put-x') },
    {
      name: 'an action that no channel offers',
      template: `Resources:
  Action:
    Type: AWS::Chatbot::CustomAction
    Properties: { ActionName: clean-up, Definition: { CommandText: 'lambda invoke --function-name clean' } }
`,
    },
  ],
  bad: [
    {
      name: 'a function',
      template: template("«'lambda invoke --function-name clean --payload {}'»"),
      message:
        'A click on "Action" in the chat channel of "Slack" runs a command that deletes, ends, overwrites or invokes something.',
    },
    {
      name: 'a timeline of an incident, with the prefix that people type',
      template: template("«'@aws  SSM-Incidents delete-timeline-event --event-id $Event'»"),
    },
    { name: 'rights in IAM', template: template("«'iam attach-role-policy --role-name $Role'»") },
    {
      name: 'a value at the end that only deployment knows',
      template: template("«!Sub 'ec2 terminate-instances --region ${AWS::Region}'»"),
    },
    {
      name: 'a channel that no response plan is known to use',
      template: template("«'ec2 stop-instances --instance-ids $Id'»", ''),
      severity: 'info',
    },
    {
      name: 'a template written as JSON',
      template: `{
  "Resources": {
    "Teams": {
      "Type": "AWS::Chatbot::MicrosoftTeamsChannelConfiguration",
      "Properties": {
        "ConfigurationName": "incidents",
        "TeamId": "11111111-2222-3333-4444-555555555555",
        "TeamsTenantId": "11111111-2222-3333-4444-555555555555",
        "TeamsChannelId": "19%3aexample%40thread.tacv2",
        "IamRoleArn": "arn:aws:iam::111122223333:role/chat",
        "CustomizationResourceArns": [{ "Fn::GetAtt": ["Action", "CustomActionArn"] }]
      }
    },
    "Action": {
      "Type": "AWS::Chatbot::CustomAction",
      "Properties": { "ActionName": "clean-up", "Definition": { "CommandText": «"s3api delete-object --key $Key"» } }
    }
  }
}`,
      severity: 'info',
    },
  ],
  possible: [
    {
      name: 'one arm of a condition',
      template: template(
        "!If [IsProduction, sns list-topics, «~'sns delete-topic --topic-arn $Topic'»]",
        undefined,
        isProduction,
      ),
      when: 'not IsProduction',
    },
  ],
  undecided: [
    {
      name: 'a command from a parameter',
      template: template('«?!Ref Command»', undefined, 'Parameters: { Command: { Type: String } }\n'),
    },
    {
      name: 'a service from a parameter',
      template: template(
        "«?!Sub '${Service} describe-things'»",
        undefined,
        'Parameters: { Service: { Type: String } }\n',
      ),
    },
  ],
});
