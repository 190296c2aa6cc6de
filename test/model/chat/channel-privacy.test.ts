import { expect } from 'chai';
import { isSlackChannelId, isTeamsChannelId } from '../../../src/model/chat/channel-privacy.js';

describe('the ID of a chat channel', () => {
  it('of Slack begins with C or G', () => {
    expect(['C07EXAMPLE01', 'G07EXAMPLE01'].filter(isSlackChannelId)).to.have.lengthOf(2);
    expect(
      ['D07EXAMPLE01', 'U07EXAMPLE01', '#incidents', 'Cats and dogs', ''].filter(isSlackChannelId),
    ).to.deep.equal([]);
  });

  it('of Teams is a thread, encoded or not', () => {
    const threads = ['19%3aabc%40thread.tacv2', '19%3Aabc%40THREAD.tacv2', '19:abc@thread.skype'];
    expect(threads.filter(isTeamsChannelId)).to.deep.equal(threads);
  });

  it('of Teams is no address of a channel and no name', () => {
    const others = [
      'https://teams.microsoft.com/l/channel/19%3aabc%40thread.tacv2',
      'incidents',
      '@thread:19',
      '19:abc @thread.tacv2',
    ];
    expect(others.filter(isTeamsChannelId)).to.deep.equal([]);
  });
});
