import { expect } from 'chai';
import { addressFault, isFreeMail, isPlaceholder } from '../../../src/model/contacts/addresses.js';
import { anything, someLiteral } from '../../../src/model/leaf.js';

const noPlus = 'does not start with "+" and a country code';
const otherSigns = 'has signs that no phone number has';

describe('the address of a channel', () => {
  const numbers: readonly (readonly [string, string | undefined])[] = [
    ['+49301234567', undefined],
    ['+49 (30) 123-45.67', undefined],
    [' +49 30 1234567\n', undefined],
    ['+1234567', undefined],
    ['+123456', 'has fewer than 7 digits'],
    ['+123456789012345', undefined],
    ['+1234567890123456', 'has more than 15 digits'],
    [`+49${' '.repeat(320)}301234567`, 'has more than 320 characters'],
    ['0301234567', noPlus],
    ['0049301234567', noPlus],
    ['(+49) 301234567', noPlus],
    ['alice', noPlus],
    ['+0301234567', 'has a country code that starts with 0'],
    ['+(0) 301234567', 'has a country code that starts with 0'],
    ['+49 30 CALLME', otherSigns],
    ['+49/30/1234567', otherSigns],
    ['+٤٩٣٠١٢٣٤٥٦٧', otherSigns],
    ['', 'is empty'],
    [' \t', 'is empty'],
  ];
  for (const type of ['SMS', 'VOICE'] as const)
    for (const [number, fault] of numbers)
      it(`${JSON.stringify(number)} of type ${type} ${fault ?? 'fits'}`, () => {
        expect(addressFault(number, type)).to.equal(fault);
      });

  const mails: readonly (readonly [string, string | undefined])[] = [
    ['alice@corp.io', undefined],
    ['alice+duty@mail.corp.io', undefined],
    [`${'a'.repeat(312)}@corp.io`, undefined],
    [`${'a'.repeat(313)}@corp.io`, 'has more than 320 characters'],
    ['alice', 'has no "@"'],
    ['+49 30 1234567', 'is a phone number, which no channel of type EMAIL takes'],
    ['alice@bob@corp.io', 'has more than one "@"'],
    ['alice@corp.io ', 'has a space in it'],
    ['alice@\u00A0corp.io', 'has a space in it'],
    ['mailto:alice@corp.io', 'has signs that no e-mail address has'],
    ['@corp.io', 'has nothing before "@"'],
    ['alice@', 'has no complete domain after "@"'],
    ['alice@corp', 'has no complete domain after "@"'],
    ['alice@.corp.io', 'has no complete domain after "@"'],
    ['alice@corp.io.', 'has no complete domain after "@"'],
  ];
  for (const [mail, fault] of mails)
    it(`${JSON.stringify(mail.slice(-30))} of type EMAIL ${fault ?? 'fits'}`, () => {
      expect(addressFault(mail, 'EMAIL')).to.equal(fault);
    });

  it('of one type is named when it stands in a channel of another', () => {
    expect(addressFault('alice@corp.io', 'SMS')).to.equal(
      'is an e-mail address, which no channel of type SMS takes',
    );
    expect(addressFault('alice@corp.io', 'VOICE')).to.equal(
      'is an e-mail address, which no channel of type VOICE takes',
    );
  });

  for (const gap of [anything, someLiteral]) {
    it(`with a gap (${gap === anything ? 'anything' : 'some literal'}) is wrong where its literal parts are`, () => {
      expect(addressFault(`0049${gap}`, 'SMS')).to.equal(noPlus);
      expect(addressFault(`${gap}@corp.io`, 'VOICE')).to.contain('is an e-mail address');
      expect(addressFault(`+49 ${gap} HOME`, 'VOICE')).to.equal(otherSigns);
      expect(addressFault(`+1234567890123456${gap}`, 'SMS')).to.equal('has more than 15 digits');
      expect(addressFault(`${gap}@corp@io`, 'EMAIL')).to.equal('has more than one "@"');
      expect(addressFault(`${gap} @corp.io`, 'EMAIL')).to.equal('has a space in it');
      expect(addressFault(`@${gap}`, 'EMAIL')).to.equal('has nothing before "@"');
      expect(addressFault(`${gap}@corp`, 'EMAIL')).to.equal('has no complete domain after "@"');
    });

    it(`with a gap (${gap === anything ? 'anything' : 'some literal'}) is not wrong where the gap may mend it`, () => {
      for (const number of [gap, `${gap}0301234567`, `+49${gap}`, `+${gap}`])
        expect(addressFault(number, 'SMS')).to.equal(undefined);
      for (const mail of [gap, `alice${gap}`, `${gap}@corp.io`, `alice@${gap}`, `alice@corp.${gap}`])
        expect(addressFault(mail, 'EMAIL')).to.equal(undefined);
    });
  }

  for (const address of ['SECRET0301234567', 'secret @corp.io', 'secret@', '0301234567', '+49SECRET'])
    it(`is not repeated in what is wrong with it: ${address}`, () => {
      for (const type of ['SMS', 'VOICE', 'EMAIL'] as const) {
        const fault = addressFault(address, type);
        expect(fault).to.be.a('string');
        expect(fault).not.to.match(/secret|corp|\d{4}/i);
      }
    });
});

describe('a placeholder', () => {
  for (const address of [
    'a@example.com',
    'a@EXAMPLE.NET',
    'a@mail.example.org',
    'a@example',
    'a@corp.test',
    'a@corp.invalid',
    'a@localhost',
    'change.me@corp.io',
    'xxx@corp.io',
    `${anything}@example.com`,
    `a@${someLiteral}.example.com`,
    '+1 (206) 555-0100',
    '12065550199',
    '206-555-0150',
    '555-0123',
    '+11111111111',
    '+99999999',
    '+1 000 000 0000',
    '+1234567890',
    '0123456789',
    'changeme',
    'Change-Me please',
    'todo: number',
    'TBD',
    '+49 Xxx xxxX',
  ])
    it(`is ${JSON.stringify(address)}`, () => {
      expect(isPlaceholder(address)).to.equal(true);
    });

  for (const address of [
    '',
    'a@corp.io',
    'a@notexample.com',
    'a@example.com.corp.io',
    'a@example.de',
    'a@contest',
    'a@corp.xxx',
    'todor@corp.io',
    'mastodon',
    '+1 206 555 0099',
    '+1 206 555 0200',
    '+49 206 555 0100',
    '+21 2555 0100',
    '+111111',
    '+11111111112',
    '+12345678901',
    `${anything}example.com`,
    `a@${anything}example.com`,
    `a@example.com${anything}`,
    `+1111111${anything}`,
    anything,
  ])
    it(`is not ${JSON.stringify(address)}`, () => {
      expect(isPlaceholder(address)).to.equal(false);
    });
});

describe('the address of a free service', () => {
  it('is one by its domain, whatever its case', () => {
    expect(isFreeMail('ann@gmail.com')).to.equal(true);
    expect(isFreeMail('ann@GMX.de')).to.equal(true);
    expect(isFreeMail('ann@gmail.com.corp.io')).to.equal(false);
  });

  it('is not known where the domain has a gap', () => {
    expect(isFreeMail(`${anything}@gmail.com`)).to.equal(true);
    expect(isFreeMail(`ann@${anything}`)).to.equal(undefined);
  });
});
