import { expect } from 'chai';
import { mask } from '../../src/text/mask.js';

describe('mask', () => {
  const hidden = {
    'an e-mail address': ['to: alice.smith+oncall@corp.example', 'to: •••••••••••••••••••••••••••••••'],
    'an address whose sign is escaped': ['"bob\\u0040corp.example"', '"•••••••••••••••••••••"'],
    'an international number': ['"+12065550100"', '"••••••••••••"'],
    'a number in groups': ['"+49 (30) 1234-5678"', '"••••••••••••••••••"'],
    'a bare number in quotes': ["'12065550100'", "'•••••••••••'"],
    'a bare number in groups': ['"(206) 555-0100"', '"••••••••••••••"'],
    'a number as long as an account ID, by its key': [
      'ChannelAddress: 015112345678',
      'ChannelAddress: ••••••••••••',
    ],
    'a mistyped address, by its key': [
      '{"SimpleAddress": "alice at corp.example", "Type": "x"}',
      '{"SimpleAddress": "•••••••••••••••••••••", "Type": "x"}',
    ],
    'an escaped number, by its key': [
      'simple_address = "\\u002B493023125099"',
      'simple_address = "••••••••••••••••••"',
    ],
    'a bare number as a YAML value': ['SimpleAddress: 2065550100', 'SimpleAddress: ••••••••••'],
  };
  for (const [what, [text, masked]] of Object.entries(hidden))
    it(`hides ${what}`, () => {
      expect(mask(text ?? '')).to.equal(masked);
    });

  const shown = {
    'account IDs': '"123456789012"',
    'account IDs in ARNs': 'arn:aws:ssm-contacts:us-east-1:123456789012:contact/alice',
    'policy versions': "Version: '2012-10-17'",
    'address ranges': '"192.168.100.100/24"',
    'references under an address': 'ChannelAddress: !Ref Phone, simple_address = var.phone',
    'short numbers': 'DurationInMinutes: 15',
  };
  for (const [what, text] of Object.entries(shown))
    it(`shows ${what}`, () => {
      expect(mask(text)).to.equal(text);
    });
});
