import { decodeReview } from './decodeReview';

const text = (number: number, value: string) => [
  number * 8 + 2,
  value.length,
  ...Buffer.from(value),
];
const message = (number: number, fields: number[]) => [
  number * 8 + 2,
  fields.length,
  ...fields,
];
const envelope = (raw: number[]) =>
  Buffer.from([
    ...Buffer.from('k8s\0'),
    ...message(1, [...text(1, 'authorization.k8s.io/v1'), ...text(2, 'X')]),
    ...message(2, raw),
  ]);

describe('decodeReview', () => {
  it('reads what is asked about a resource', () => {
    const attributes = [
      ...text(1, 'ml'),
      ...text(2, 'patch'),
      ...text(3, 'argoproj.io'),
      ...text(5, 'rollouts'),
      ...text(6, 'status'),
    ];
    const bytes = envelope(message(2, message(1, attributes)));
    expect(decodeReview('SelfSubjectAccessReview', bytes)).toEqual({
      spec: {
        resourceAttributes: {
          namespace: 'ml',
          verb: 'patch',
          group: 'argoproj.io',
          version: '',
          resource: 'rollouts',
          subresource: 'status',
          name: '',
        },
      },
    });
  });

  it('reads of which namespace the rules are asked', () => {
    const bytes = envelope(message(2, text(1, 'ml')));
    expect(decodeReview('SelfSubjectRulesReview', bytes)).toEqual({
      spec: { namespace: 'ml' },
    });
  });

  it.each([
    ['nothing', Buffer.from('')],
    ['no envelope', Buffer.from('{"spec":{}}')],
    ['a message that ends early', Buffer.from('k8s\0\x12\x7fab')],
    [
      'a length that never ends',
      Buffer.from('k8s\0\x12\xff\xff\xff\xff\xff', 'latin1'),
    ],
    ['a field of no known type', Buffer.from('k8s\0\x13')],
  ])('refuses %s', (_what, bytes) => {
    expect(() => decodeReview('SelfSubjectAccessReview', bytes)).toThrow(
      RangeError,
    );
  });
});
