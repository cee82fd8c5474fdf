import { Enforcer } from './Enforcer';
import { leastRole } from './leastRole';

describe('Enforcer', () => {
  it.each([
    ['projects', 'create', 'ml-churn', true],
    ['projects', 'create', 'other', false],
    ['projects', 'get', 'ml-churn', false],
    ['projects', 'update', 'ml-churn', false],
    ['applicationsets', 'create', 'ml-churn/ml-churn', true],
    ['applicationsets', 'create', 'default/ml-churn', false],
    ['applicationsets', 'update', 'ml-churn/ml-churn', false],
    ['applications', 'get', 'ml-churn/churn-staging', true],
    ['applications', 'create', 'ml-churn/churn-staging', false],
    ['repositories', 'create', 'ml-churn/http://host/x', false],
  ])(
    'the least role may %s %s %s: %s',
    (resource, action, object, expected) => {
      const enforcer = new Enforcer(leastRole);
      expect(enforcer.isAllowed('backstage', resource, action, object)).toBe(
        expected,
      );
      expect(enforcer.isAllowed('somebody', resource, action, object)).toBe(
        false,
      );
    },
  );

  it('lets the account admin do everything, by the built-in policy', () => {
    const enforcer = new Enforcer('');
    expect(enforcer.isAllowed('admin', 'projects', 'delete', 'x')).toBe(true);
    expect(enforcer.isAllowed('admin', 'applications', 'get', 'a/b')).toBe(
      true,
    );
  });

  it('follows roles of roles, also in a circle', () => {
    const enforcer = new Enforcer(
      'g, a, r1\ng, r1, r2\ng, r2, r1\np, r2, projects, get, *, allow',
    );
    expect(enforcer.isAllowed('a', 'projects', 'get', 'x')).toBe(true);
  });

  it('lets one denial win over every permission', () => {
    const enforcer = new Enforcer(
      'p, a, projects, *, *, allow\np, a, projects, create, ml-secret, deny',
    );
    expect(enforcer.isAllowed('a', 'projects', 'create', 'ml-x')).toBe(true);
    expect(enforcer.isAllowed('a', 'projects', 'create', 'ml-secret')).toBe(
      false,
    );
  });

  it.each(['p, a, projects, get, *', 'x, a, b', 'p, a, b, c, d, maybe'])(
    'refuses the line %s',
    line => {
      expect(() => new Enforcer(line)).toThrow(line);
    },
  );
});
