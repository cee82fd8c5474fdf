import { parseTagName } from './parseTagName';

describe('parseTagName', () => {
  it.each([
    ['m@v1.2.3', { kind: 'register', artifact: 'm', version: 'v1.2.3' }],
    ['m@v1.2.3#5', { kind: 'register', artifact: 'm', version: 'v1.2.3' }],
    ['m@v1.2.3!', { kind: 'deregister', artifact: 'm', version: 'v1.2.3' }],
    ['m@v1.2.3!#2', { kind: 'deregister', artifact: 'm', version: 'v1.2.3' }],
    ['m#prod', { kind: 'assign', artifact: 'm', stage: 'prod' }],
    ['m#prod#1', { kind: 'assign', artifact: 'm', stage: 'prod' }],
    ['m#prod!', { kind: 'unassign', artifact: 'm', stage: 'prod' }],
    ['m#prod!#2', { kind: 'unassign', artifact: 'm', stage: 'prod' }],
    ['m#prod/eu', { kind: 'assign', artifact: 'm', stage: 'prod/eu' }],
    ['m@deprecated', { kind: 'deprecate', artifact: 'm' }],
    ['m@deprecated#3', { kind: 'deprecate', artifact: 'm' }],
    ['m@created', { kind: 'create', artifact: 'm' }],
    [
      'a/b.c_d=m@v1.0.0-rc.1+build.5',
      {
        kind: 'register',
        artifact: 'a/b.c_d:m',
        version: 'v1.0.0-rc.1+build.5',
      },
    ],
  ])('reads %s', (name, action) => {
    expect(parseTagName(name)).toEqual(action);
  });

  // gto/tests/test_tag.py, `test_parse_wrong_names`, and some of ours.
  it.each([
    '',
    '###',
    '@@@',
    'model@v1',
    'nn#prod#-1',
    'model@v111',
    'model-prod',
    'model@0.0.1',
    'model-prod-v1',
    'model#prod#-1',
    'model#prod#1-2',
    'model#prod?#1-2',
    'model#prod@v1.2.3',
    'model@v1.2.3#prod',
    'model-prod-v1-stage',
    'model@prod@v1@stage-1',
    'namespace/model@0.0.1',
    '@namespace/model@0.0.1',
    'model#prod#v1#stage#1-',
    'model#prod-v1-stage@1-2',
    'model#prod-v1-stage@1-2#@',
    'v1.2.3',
    'a=b=m@v1.0.0',
    'm@v01.0.0',
    'm@v1.0.0-01',
    'm@deprecated!',
    '-m@v1.0.0',
    'm-@v1.0.0',
    'm#prod\n',
  ])('passes over %j', name => {
    expect(parseTagName(name)).toBeUndefined();
  });

  it('ends on names made to be tried in many ways', () => {
    const name = `${'a-'.repeat(2000)}=${'b/'.repeat(2000)}#${'c_'.repeat(
      2000,
    )}`;
    expect(parseTagName(name)).toBeUndefined();
  });
});
