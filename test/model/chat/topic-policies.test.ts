import { expect } from 'chai';
import { topicIdentity, type Identity } from '../../../src/model/chat/chat.js';
import { policiesOf } from '../../../src/model/chat/topic-policies.js';
import type { Workspace } from '../../../src/model/workspace.js';
import { topic, topicPolicy } from '../../chat-templates.js';
import { workspaceOf } from '../workspaces.js';

const plan = `  Plan:
    Type: AWS::SSMIncidents::ResponsePlan
    Properties: { Name: web, ChatChannel: { ChatbotSns: [!Ref Topic] } }
`;

/** The topic of the only response plan. */
function asked(workspace: Workspace): Identity {
  const [leaf] = workspace.all('response-plan').flatMap(({ chatTopics }) => [...chatTopics]);
  if (leaf === undefined) throw new Error('there is no response plan with a topic');
  return topicIdentity(leaf, workspace);
}

function namesOf(workspace: Workspace): string[] {
  return policiesOf(asked(workspace), workspace).policies.map(({ policy }) => policy.resource.name);
}

describe('policiesOf', () => {
  it('finds every policy that names the topic, also among others', () => {
    const other = '  Other: { Type: AWS::SNS::Topic }\n';
    const policies = [
      topicPolicy([], '[!Ref Other, !GetAtt Topic.TopicArn]', 'Both'),
      topicPolicy([], '[!Ref Topic]', 'Second'),
      topicPolicy([], '[!Ref Other]', 'None'),
    ];
    const workspace = workspaceOf(`Resources:\n${topic}${plan}${other}${policies.join('')}`);
    expect(namesOf(workspace)).to.deep.equal(['Both', 'Second']);
    expect(policiesOf(asked(workspace), workspace).doubt).to.equal(undefined);
  });

  it('says why there may be more', () => {
    const parameter = 'Parameters: { Other: { Type: String } }\n';
    const unnamed = workspaceOf(`${parameter}Resources:\n${topic}${plan}${topicPolicy([], '[!Ref Other]')}`);
    expect(namesOf(unnamed)).to.deep.equal([]);
    expect(policiesOf(asked(unnamed), unnamed).doubt?.why).to.contain('parameter Other');
    const unread = workspaceOf(`Resources:\n${topic}${plan}`, 'Resources: [');
    expect(policiesOf(asked(unread), unread).doubt?.why).to.contain('could not be read');
  });
});
