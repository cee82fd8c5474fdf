import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  parseLocationRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  GITOPS_ML_CONFIG_REPOSITORY_ANNOTATION,
  GITOPS_ML_PATH_ANNOTATION,
  GITOPS_ML_REPOSITORY_ANNOTATION,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { redactUrl, safePath } from '@gitops-ml/core';
import { AllowRule } from '../../config/readAllowRules';
import { describeRepository, Repository } from '../../forge/describeRepository';
import { Forge } from '../../forge/forges';
import { isSameRepository } from '../../forge/repositoryKey';
import { isGranted } from './isGranted';

/** Why an entity shows nothing. */
export interface Unbound {
  kind: 'unbound';
  code:
    | 'no-annotation'
    | 'unsafe-path'
    | 'no-location'
    | 'not-on-a-forge'
    | 'needs-rule';
  status: 'not-configured' | 'forbidden';
  /** What it asks for, without credentials. */
  url: string | undefined;
  message: string;
  remedy: string;
}

/** The repository and folder that an entity may show. */
export interface Bound {
  kind: 'bound';
  repository: Repository;
  /** `''` for the root. */
  path: string;
  via: 'location' | 'rule';
}

/** What an entity is bound to. */
export type Binding = Bound | Unbound;

/** What binding depends on besides the entity. */
export interface BindingRules {
  forges: readonly Forge[];
  allow: readonly AllowRule[];
}

const NO_ANNOTATION: Unbound = {
  kind: 'unbound',
  code: 'no-annotation',
  status: 'not-configured',
  url: undefined,
  message: `The entity has no annotation ${GITOPS_ML_PATH_ANNOTATION}.`,
  remedy: `Add \`${GITOPS_ML_PATH_ANNOTATION}: .\` to its catalog-info.yaml (or the folder that it stands for).`,
};

/**
 * Decides which repository an entity may show. Its annotations are requests: the
 * one authority is the location that the catalog read it from (the catalog sets
 * `managed-by-location` itself; `source-location` may be written by anybody).
 * Another repository needs an allow rule.
 */
export function bindEntity(entity: Entity, rules: BindingRules): Binding {
  const annotations = entity.metadata.annotations ?? {};
  const folder = annotations[GITOPS_ML_PATH_ANNOTATION];
  if (folder === undefined) return NO_ANNOTATION;
  const path = safePath('', folder);
  if (path === undefined) return unsafePath(folder);
  const home = urlOf(annotations[ANNOTATION_LOCATION]);
  const wanted =
    annotations[GITOPS_ML_REPOSITORY_ANNOTATION] ??
    urlOf(annotations[ANNOTATION_SOURCE_LOCATION]) ??
    home;
  if (wanted === undefined) return noLocation(annotations[ANNOTATION_LOCATION]);
  const repository = describeRepository(wanted, rules.forges);
  if (!repository) return notOnAForge(wanted);
  const own = home && describeRepository(home, rules.forges);
  if (own && own.key === repository.key) {
    return { kind: 'bound', repository, path, via: 'location' };
  }
  return rules.allow.some(rule => allows(rule, entity, repository, rules))
    ? { kind: 'bound', repository, path, via: 'rule' }
    : needsRule(entity, repository);
}

function urlOf(ref: string | undefined): string | undefined {
  if (!ref) return undefined;
  try {
    const { type, target } = parseLocationRef(ref);
    return type === 'url' ? target : undefined;
  } catch {
    return undefined;
  }
}

function allows(
  rule: AllowRule,
  entity: Entity,
  repository: Repository,
  { forges }: BindingRules,
): boolean {
  return (
    isSameRepository(rule.url, repository.cloneUrl, forges) &&
    isGranted(rule, entity)
  );
}

/** The configuration repository that the entity names, where a rule allows it. */
export function bindConfigRepository(
  entity: Entity,
  rules: BindingRules,
): Repository | undefined {
  const url =
    entity.metadata.annotations?.[GITOPS_ML_CONFIG_REPOSITORY_ANNOTATION];
  const repository = url && describeRepository(url, rules.forges);
  return repository &&
    rules.allow.some(rule => allows(rule, entity, repository, rules))
    ? repository
    : undefined;
}

function unsafePath(folder: string): Unbound {
  return {
    kind: 'unbound',
    code: 'unsafe-path',
    status: 'not-configured',
    url: undefined,
    message: `The annotation ${GITOPS_ML_PATH_ANNOTATION} is ${JSON.stringify(
      folder,
    )}, which is no folder of a repository.`,
    remedy: 'Write a path relative to the repository, or `.` for its root.',
  };
}

function noLocation(location: string | undefined): Unbound {
  return {
    kind: 'unbound',
    code: 'no-location',
    status: 'not-configured',
    url: undefined,
    message: `The entity was not read from a repository (${
      location ? location.split(':')[0] : 'it has no location'
    }).`,
    remedy: `Register it by the URL of its catalog-info.yaml on a forge, or name a repository in ${GITOPS_ML_REPOSITORY_ANNOTATION} and allow it in gitopsMl.allow.repositories.`,
  };
}

function notOnAForge(url: string): Unbound {
  const shown = redactUrl(url);
  return {
    kind: 'unbound',
    code: 'not-on-a-forge',
    status: 'not-configured',
    url: shown,
    message: `${shown} is no repository on a configured forge.`,
    remedy:
      'Add its host to `integrations` (GitHub, GitLab, Gitea, Bitbucket or Azure), or correct the URL.',
  };
}

function needsRule(entity: Entity, { webUrl }: Repository): Unbound {
  return {
    kind: 'unbound',
    code: 'needs-rule',
    status: 'forbidden',
    url: webUrl,
    message: `The entity asks for ${webUrl}, which is not the repository that it was read from.`,
    remedy: `If it may show that repository, add {entity: ${stringifyEntityRef(
      entity,
    )}, url: ${webUrl}} to gitopsMl.allow.repositories.`,
  };
}
