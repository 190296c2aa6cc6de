import { App } from 'aws-cdk-lib';
import { Chat } from '../lib/chat';
import { OnCall } from '../lib/on-call';

const env = { account: '111122223333', region: 'eu-central-1' };
const app = new App({ analyticsReporting: false });
const chat = new Chat(app, 'Chat', { env });
new OnCall(app, 'OnCall', { env, topic: chat.topic });
app.synth();
