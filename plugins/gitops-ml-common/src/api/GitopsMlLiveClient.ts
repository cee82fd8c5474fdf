import { CompoundEntityRef } from '@backstage/catalog-model';
import { askJson, GitopsMlClientOptions } from './askJson';
import {
  DeliveryActionRequest,
  DeliveryActionResponse,
  deliveryActionResponseSchema,
  DeliveryResponse,
  deliveryResponseSchema,
} from './delivery';
import { entityPath } from './entityPath';
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
  readonly #options: GitopsMlClientOptions;

  constructor(options: GitopsMlClientOptions) {
    this.#options = options;
  }

  getEnvironments(entity: CompoundEntityRef, options?: LiveOptions) {
    const path = entityPath(entity, 'environments');
    return askJson(this.#options, path, environmentsResponseSchema, options);
  }

  getReleases(
    entity: CompoundEntityRef,
    options: LiveOptions & { environment?: string } = {},
  ) {
    const { environment, signal } = options;
    const query = environment ? `?${new URLSearchParams({ environment })}` : '';
    const path = `${entityPath(entity, 'releases')}${query}`;
    return askJson(this.#options, path, releasesResponseSchema, { signal });
  }

  getDelivery(entity: CompoundEntityRef, options?: LiveOptions) {
    const path = entityPath(entity, 'delivery');
    return askJson(this.#options, path, deliveryResponseSchema, options);
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
    return askJson(this.#options, '/v1/fleet', fleetResponseSchema, options);
  }

  #act(
    entity: CompoundEntityRef,
    { environment, kind, name }: DeliveryTarget,
    action: string,
    request: DeliveryActionRequest,
  ) {
    const path = entityPath(
      entity,
      'delivery',
      environment,
      name,
      'actions',
      action,
    );
    return askJson(
      this.#options,
      `${path}?${new URLSearchParams({ kind })}`,
      deliveryActionResponseSchema,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      },
    );
  }
}
