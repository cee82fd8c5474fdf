import { matchGlob } from '@gitops-ml/core';
import { builtinPolicy } from './builtinPolicy';
import { parsePolicy, Policy } from './parsePolicy';

/** Decides as casbin does with Argo CD's model: some rule allows, and none denies. */
export class Enforcer {
  #policy: Policy;

  constructor(policy: string) {
    this.#policy = parsePolicy(`${builtinPolicy}\n${policy}`);
  }

  setPolicy(policy: string): void {
    this.#policy = parsePolicy(`${builtinPolicy}\n${policy}`);
  }

  isAllowed(
    subject: string,
    resource: string,
    action: string,
    object: string,
  ): boolean {
    const names = this.#rolesOf(subject);
    const rules = this.#policy.rules.filter(
      rule =>
        names.has(rule.subject) &&
        matchGlob(rule.resource, resource) &&
        matchGlob(rule.action, action) &&
        matchGlob(rule.object, object),
    );
    return rules.length > 0 && rules.every(rule => rule.isAllowed);
  }

  /** The subject, its roles, and their roles. */
  #rolesOf(subject: string): Set<string> {
    const names = new Set([subject]);
    for (const name of names) {
      for (const role of this.#policy.roles.get(name) ?? []) names.add(role);
    }
    return names;
  }
}
