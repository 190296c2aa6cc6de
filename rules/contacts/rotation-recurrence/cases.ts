import { cases, type RuleCase } from '../../../test/rule-cases.js';
import { marked, planOf } from '../../../test/terraform-documents.js';

interface Parts {
  readonly zone?: string;
  readonly start?: string;
  readonly multiplier?: string;
  readonly settings?: string;
  readonly sections?: string;
  readonly key?: string;
}

/** A rotation, with parts of it as given. */
function rotation(parts: Parts = {}): string {
  const { zone = 'Europe/Berlin', start = "'2026-01-05T08:00:00'", multiplier = '1' } = parts;
  const { settings = "\n        DailySettings: ['08:00']", sections = '', key = 'Week' } = parts;
  return `${sections}
Resources:
  ${key}:
    Type: AWS::SSMContacts::Rotation
    Properties:
      Name: week-days
      ContactIds: [!ImportValue ann, !ImportValue bob]
      StartTime: ${start}
      TimeZoneId: ${zone}
      Recurrence:
        NumberOfOnCalls: 1
        RecurrenceMultiplier: ${multiplier}${settings}
`;
}

const weekly = '\n        WeeklySettings: [{ DayOfWeek: MON, HandOffTime: "08:00" }]';
const daily = "\n        DailySettings: ['08:00']";
const monthly = (day: string): string =>
  `\n        MonthlySettings: [{ DayOfMonth: ${day}, HandOffTime: '08:00' }]`;
const isProd = "Conditions: { IsProd: !Equals [!Ref AWS::AccountId, '111122223333'] }";
const today = '2026-11-24';

function zone(name: string): RuleCase {
  return { name: `the time zone ${name}`, template: rotation({ zone: name }) };
}

function noZone(name: string): RuleCase {
  return {
    name: `no time zone: ${name}`,
    template: rotation({ zone: `«${name}»` }),
    message: 'Rotation "Week" has a time zone that is no name such as America/Los_Angeles.',
    severity: 'error',
  };
}

const planned = (more: object): string =>
  planOf({
    'aws_ssmcontacts_rotation.week': {
      name: 'week',
      time_zone_id: 'Europe/Berlin',
      recurrence: [
        {
          number_of_on_calls: 1,
          recurrence_multiplier: 1,
          daily_settings: [{ hour_of_day: 8, minute_of_hour: 0 }],
        },
      ],
      ...more,
    },
  });

export default cases({
  good: [
    { name: 'trap 19: a daily rotation, with a hyphen in its name', template: rotation() },
    { name: 'a weekly rotation', template: rotation({ settings: weekly }) },
    { name: 'a monthly rotation', template: rotation({ settings: monthly('28') }) },
    { name: 'a hundred weeks, as a text', template: rotation({ multiplier: "'100'", settings: weekly }) },
    zone('America/Los_Angeles'),
    zone('America/Argentina/Buenos_Aires'),
    zone('US/Eastern'),
    zone('UTC'),
    zone('Asia/Kolkata'),
    { name: 'trap 20: a start without quotes', template: rotation({ start: '2026-01-05T08:00:00' }) },
    { name: 'a start that is not far away', template: rotation({ start: "'2027-02-01T08:00:00'" }), today },
    {
      name: 'trap 20: the aws provider’s start has a zone, and need not be there',
      template: planned({ start_time: '2026-01-05T08:00:00+01:00' }),
    },
    { name: 'no start in a plan of Terraform’s', template: planned({}) },
    {
      name: 'another rhythm in each arm',
      template: rotation({
        settings: `
        DailySettings: !If [IsProd, ['08:00'], !Ref AWS::NoValue]
        WeeklySettings: !If [IsProd, !Ref AWS::NoValue, [{ DayOfWeek: MON, HandOffTime: "08:00" }]]`,
        sections: isProd,
      }),
    },
  ],
  bad: [
    noZone('PST'),
    noZone('IST'),
    noZone('GMT+1'),
    noZone("'+01:00'"),
    noZone('Mars/Olympus_Mons'),
    noZone('America/Los Angeles'),
    {
      name: 'two rhythms',
      template: rotation({ settings: `${daily}${weekly}`, key: '«Week»' }),
      message: 'Rotation "Week" does not hand over in exactly one rhythm, be it daily, weekly or monthly.',
      severity: 'error',
    },
    { name: 'no rhythm', template: rotation({ settings: '', key: '«Week»' }) },
    {
      name: 'an empty rhythm',
      template: rotation({ settings: '\n        DailySettings: []', key: '«Week»' }),
    },
    {
      name: 'a multiplier of nothing',
      template: rotation({ multiplier: '«0»' }),
      message: 'Rotation "Week" has a recurrence multiplier that is not from 1 to 100.',
    },
    { name: 'a multiplier beyond the limit', template: rotation({ multiplier: '«101»' }) },
    {
      name: 'a day that not every month has',
      template: rotation({ settings: monthly('«31»') }),
      severity: 'warning',
      message: 'Rotation "Week" hands over on a day that not every month has.',
    },
    {
      name: 'a day that no month has',
      template: rotation({ settings: monthly('«32»') }),
      severity: 'error',
      message: 'Rotation "Week" hands over on a day that no month has.',
    },
    {
      name: 'trap 20: CloudFormation’s start has no zone',
      template: rotation({ start: "«'2026-01-05T08:00:00Z'»" }),
      message:
        'Rotation "Week" starts at a time that is not written like 2026-01-31T08:00:00, without a time zone.',
    },
    {
      name: 'a start far ahead',
      template: rotation({ start: "«'2027-06-01T08:00:00'»" }),
      today,
      severity: 'info',
      message: 'Rotation "Week" starts more than 90 days from now, and until then nobody is on call by it.',
    },
    {
      name: 'written as JSON',
      template: `{
        "Resources": {
          "Week": {
            "Type": "AWS::SSMContacts::Rotation",
            "Properties": {
              "Name": "week",
              "ContactIds": ["arn:aws:ssm-contacts:eu-central-1:111122223333:contact/ann"],
              "StartTime": "2026-01-05T08:00:00",
              "TimeZoneId": «"CEST"»,
              "Recurrence": { "NumberOfOnCalls": 1, "RecurrenceMultiplier": 1, "DailySettings": ["08:00"] }
            }
          }
        }
      }`,
    },
    {
      name: 'trap 20: the aws provider’s start without a zone',
      template: planned({ start_time: marked('«', '2026-01-05T08:00:00') }),
      message:
        'Rotation "aws_ssmcontacts_rotation.week" starts at a time that is not written like 2026-01-31T08:00:00Z, with a time zone.',
    },
    {
      name: 'in a configuration of Terraform’s',
      template: {
        'main.tf': `
resource "aws_ssmcontacts_rotation" "week" {
  contact_ids  = ["arn:aws:ssm-contacts:eu-central-1:111122223333:contact/ann"]
  name         = "week"
  time_zone_id = «"PST"»
  recurrence {
    number_of_on_calls    = 1
    recurrence_multiplier = 1
    monthly_settings {
      day_of_month = «30»
      hand_off_time {
        hour_of_day    = 8
        minute_of_hour = 0
      }
    }
  }
}
`,
      },
      severity: ['error', 'warning'],
    },
  ],
  possible: [
    {
      name: 'a time zone in one arm',
      template: rotation({ zone: '!If [IsProd, Europe/Berlin, «~CEST»]', sections: isProd }),
      when: 'not IsProd',
    },
    {
      name: 'a second rhythm in one arm',
      template: rotation({
        settings: `${daily}\n        WeeklySettings: !If [IsProd, [{ DayOfWeek: MON, HandOffTime: "08:00" }], !Ref AWS::NoValue]`,
        sections: isProd,
        key: '«~Week»',
      }),
      when: 'IsProd',
    },
  ],
  undecided: [
    {
      name: 'a time zone that only deployment knows',
      template: rotation({ zone: '«?!Ref Zone»', sections: 'Parameters: { Zone: { Type: String } }' }),
    },
    {
      name: 'a day that only deployment knows',
      template: rotation({
        settings: monthly('«?!Ref Day»'),
        sections: 'Parameters: { Day: { Type: Number } }',
      }),
    },
  ],
});
