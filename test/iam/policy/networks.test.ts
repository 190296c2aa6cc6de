import { expect } from 'chai';
import { networkCovers } from '../../../src/iam/policy/networks.js';

describe('networkCovers', () => {
  it('compares ranges and single addresses of both versions', () => {
    expect(networkCovers('10.0.0.0/8', '10.1.2.3')).to.equal(true);
    expect(networkCovers('10.0.0.0/8', '10.0.0.0/16')).to.equal(true);
    expect(networkCovers('10.0.0.0/16', '10.0.0.0/8')).to.equal(false);
    expect(networkCovers('10.0.0.0/8', '11.0.0.1')).to.equal(false);
    expect(networkCovers('0.0.0.0/0', '203.0.113.7/32')).to.equal(true);
    expect(networkCovers('2001:db8::/32', '2001:DB8:0:1::/64')).to.equal(true);
    expect(networkCovers('::/0', '::1')).to.equal(true);
    expect(networkCovers('0.0.0.0/0', '::/0')).to.equal(false);
    expect(networkCovers('1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8/128')).to.equal(true);
  });

  it('takes what is no range for a text', () => {
    for (const text of [
      '',
      '10.0.0.0/x',
      '10.0.0.0/33',
      '10.0.0',
      '1::2::3',
      '256.1.1.1',
      '10.0.0.0/8/8',
      '::/-1',
    ]) {
      expect(networkCovers(text, text), text).to.equal(true);
      expect(networkCovers(text, '10.0.0.1'), text).to.equal(false);
      expect(networkCovers('0.0.0.0/0', text), text).to.equal(false);
    }
  });
});
