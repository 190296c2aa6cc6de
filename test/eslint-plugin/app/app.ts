import { App } from 'aws-cdk-lib';
import { OnCall } from './on-call.js';
import { Response } from './response.js';

// A CDK app as users write one, over several files.

const app = new App();
const onCall = new OnCall(app, 'OnCall', { isPilot: false, phone: '+4915123456789' });
new Response(app, 'Response', onCall);
app.synth();
