import { App, Stack, Validations } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { CfnContact, CfnContactChannel } from 'aws-cdk-lib/aws-ssmcontacts';

/** An app of ten stacks with 600 resources; with an argument its synthesis runs the plugin of that module. */
const app = new App();
for (let number = 0; number < 10; number += 1) {
  const stack = new Stack(app, `OnCall${String(number)}`);
  for (let person = 0; person < 20; person += 1) {
    const alias = `person-${String(number)}-${String(person)}`;
    const contact = new CfnContact(stack, `Contact${String(person)}`, {
      alias,
      displayName: alias,
      type: 'PERSONAL',
    });
    new CfnContactChannel(stack, `Channel${String(person)}`, {
      contactId: contact.attrArn,
      channelName: 'mobile',
      channelType: 'SMS',
      channelAddress: '+493023125014',
    });
    new Topic(stack, `Topic${String(person)}`);
  }
}
const [, , module] = process.argv;
if (module !== undefined) {
  const { IncidentLint } = (await import(module)) as typeof import('../../src/cdk-plugin/index.js');
  Validations.of(app).addPlugins(new IncidentLint());
}
app.synth();
