import { CompoundEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { z } from 'zod/v4';
import {
  DeliveryActionRequest,
  DeliveryActionResponse,
  deliveryActionResponseSchema,
  DeliveryResponse,
  deliveryResponseSchema,
} from './delivery';
import {
  EnvironmentsResponse,
  environmentsResponseSchema,
  FleetResponse,
  fleetResponseSchema,
  ReleasesResponse,
  releasesResponseSchema,
} from './state';

/** Which workload of an entity an action is meant for. @public */
export interface DeliveryTarget {
  environment: string;
  /** Of the object, e.g. `Rollout`. */
  kind: string;
  name: string;
}

/** What an aborted request is told by. @public */
export interface LiveOptions {
  signal?: AbortSignal;
}

/** What the back end answers about what runs. Throws `ResponseError`. @public */
export interface GitopsMlLiveApi {
  getEnvironments(
    entity: CompoundEntityRef,
    options?: LiveOptions,
  ): Promise<EnvironmentsResponse>;
  getReleases(
    entity: CompoundEntityRef,
    options?: LiveOptions & { environment?: string },
  ): Promise<ReleasesResponse>;
  getDelivery(
    entity: CompoundEntityRef,
    options?: LiveOptions,
  ): Promise<DeliveryResponse>;
  /** What an action would do; changes nothing. */
  planAction(
    entity: CompoundEntityRef,
    target: DeliveryTarget,
    action: string,
  ): Promise<DeliveryActionResponse>;
  /** Acts, unless the object has moved on since the plan was made (409). */
  act(
    entity: CompoundEntityRef,
    target: DeliveryTarget,
    action: string,
    resourceVersion: string,
  ): Promise<DeliveryActionResponse>;
  /** Every component that the viewer may see. */
  getFleet(options?: LiveOptions): Promise<FleetResponse>;
}

/** {@link GitopsMlLiveApi} over HTTP; unknown keys are dropped, unknown words pass. @public */
export class GitopsMlLiveClient implements GitopsMlLiveApi {
  readonly #discovery: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetch: { fetch: typeof fetch };

  constructor(options: {
    discovery: { getBaseUrl(pluginId: string): Promise<string> };
    fetch: { fetch: typeof fetch };
  }) {
    this.#discovery = options.discovery;
    this.#fetch = options.fetch;
  }

  getEnvironments(entity: CompoundEntityRef, options?: LiveOptions) {
    const path = pathOf(entity, 'environments');
    return this.#ask(path, environmentsResponseSchema, options);
  }

  getReleases(
    entity: CompoundEntityRef,
    options: LiveOptions & { environment?: string } = {},
  ) {
    const { environment, signal } = options;
    const query = environment ? `?${new URLSearchParams({ environment })}` : '';
    const path = `${pathOf(entity, 'releases')}${query}`;
    return this.#ask(path, releasesResponseSchema, { signal });
  }

  getDelivery(entity: CompoundEntityRef, options?: LiveOptions) {
    const path = pathOf(entity, 'delivery');
    return this.#ask(path, deliveryResponseSchema, options);
  }

  planAction(
    entity: CompoundEntityRef,
    target: DeliveryTarget,
    action: string,
  ) {
    return this.#act(entity, target, action, {
      schemaVersion: 1,
      dryRun: true,
    });
  }

  act(
    entity: CompoundEntityRef,
    target: DeliveryTarget,
    action: string,
    resourceVersion: string,
  ) {
    return this.#act(entity, target, action, {
      schemaVersion: 1,
      dryRun: false,
      resourceVersion,
    });
  }

  getFleet(options?: LiveOptions) {
    return this.#ask('/v1/fleet', fleetResponseSchema, options);
  }

  #act(
    entity: CompoundEntityRef,
    { environment, kind, name }: DeliveryTarget,
    action: string,
    request: DeliveryActionRequest,
  ) {
    const path = pathOf(
      entity,
      'delivery',
      environment,
      name,
      'actions',
      action,
    );
    return this.#ask(
      `${path}?${new URLSearchParams({ kind })}`,
      deliveryActionResponseSchema,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      },
    );
  }

  async #ask<S extends z.ZodType>(
    path: string,
    schema: S,
    options: RequestInit = {},
  ): Promise<z.infer<S>> {
    const base = await this.#discovery.getBaseUrl('gitops-ml');
    const response = await this.#fetch.fetch(`${base}${path}`, options);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return schema.parse(await response.json());
  }
}

function pathOf(entity: CompoundEntityRef, ...view: string[]): string {
  const { namespace, kind, name } = entity;
  const parts = [namespace, kind.toLowerCase(), name, ...view];
  return `/v1/entities/${parts.map(encodeURIComponent).join('/')}`;
}
