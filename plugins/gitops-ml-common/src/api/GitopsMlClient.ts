import { CompoundEntityRef } from '@backstage/catalog-model';
import { z } from 'zod/v4';
import { askJson, GitopsMlClientOptions } from './askJson';
import {
  dataHistoryResponseSchema,
  DataResponse,
  DataHistoryResponse,
  dataResponseSchema,
} from './data';
import {
  doctorResponseSchema,
  DoctorResponse,
  refreshResponseSchema,
  RefreshResponse,
} from './doctor';
import { entityPath } from './entityPath';
import {
  featureHistoryResponseSchema,
  FeatureHistoryResponse,
  featuresResponseSchema,
  FeaturesResponse,
} from './features';
import {
  modelResponseSchema,
  ModelResponse,
  modelsResponseSchema,
  ModelsResponse,
} from './models';

/** Which revision a view is about: a ref or commit; default is the default branch's head. @public */
export interface ViewOptions {
  revision?: string;
  signal?: AbortSignal;
}

/** What the back end answers about an entity. Throws `ResponseError`. @public */
export interface GitopsMlApi {
  getFeatures(
    entity: CompoundEntityRef,
    options?: ViewOptions,
  ): Promise<FeaturesResponse>;
  getFeatureHistory(
    entity: CompoundEntityRef,
    project: string,
    view: string,
    options?: ViewOptions,
  ): Promise<FeatureHistoryResponse>;
  getData(
    entity: CompoundEntityRef,
    options?: ViewOptions,
  ): Promise<DataResponse>;
  getDataHistory(
    entity: CompoundEntityRef,
    path: string,
    options?: ViewOptions,
  ): Promise<DataHistoryResponse>;
  getModels(
    entity: CompoundEntityRef,
    options?: ViewOptions,
  ): Promise<ModelsResponse>;
  getModel(
    entity: CompoundEntityRef,
    model: string,
    options?: ViewOptions,
  ): Promise<ModelResponse>;
  getDoctor(
    entity: CompoundEntityRef,
    options?: ViewOptions,
  ): Promise<DoctorResponse>;
  refresh(entity: CompoundEntityRef): Promise<RefreshResponse>;
}

/** {@link GitopsMlApi} over HTTP; unknown keys are dropped, unknown words pass. @public */
export class GitopsMlClient implements GitopsMlApi {
  readonly #options: GitopsMlClientOptions;

  constructor(options: GitopsMlClientOptions) {
    this.#options = options;
  }

  getFeatures(entity: CompoundEntityRef, options?: ViewOptions) {
    return this.#get(
      entityPath(entity, 'features'),
      {},
      featuresResponseSchema,
      options,
    );
  }

  getFeatureHistory(
    entity: CompoundEntityRef,
    project: string,
    view: string,
    options?: ViewOptions,
  ) {
    return this.#get(
      entityPath(entity, 'features', 'history'),
      { project, view },
      featureHistoryResponseSchema,
      options,
    );
  }

  getData(entity: CompoundEntityRef, options?: ViewOptions) {
    return this.#get(
      entityPath(entity, 'data'),
      {},
      dataResponseSchema,
      options,
    );
  }

  getDataHistory(
    entity: CompoundEntityRef,
    path: string,
    options?: ViewOptions,
  ) {
    return this.#get(
      entityPath(entity, 'data', 'history'),
      { path },
      dataHistoryResponseSchema,
      options,
    );
  }

  getModels(entity: CompoundEntityRef, options?: ViewOptions) {
    return this.#get(
      entityPath(entity, 'models'),
      {},
      modelsResponseSchema,
      options,
    );
  }

  getModel(entity: CompoundEntityRef, model: string, options?: ViewOptions) {
    return this.#get(
      entityPath(entity, 'models', model),
      {},
      modelResponseSchema,
      options,
    );
  }

  getDoctor(entity: CompoundEntityRef, options?: ViewOptions) {
    return this.#get(
      entityPath(entity, 'doctor'),
      {},
      doctorResponseSchema,
      options,
    );
  }

  refresh(entity: CompoundEntityRef): Promise<RefreshResponse> {
    const path = entityPath(entity, 'refresh');
    return askJson(this.#options, path, refreshResponseSchema, {
      method: 'POST',
    });
  }

  #get<S extends z.ZodType>(
    path: string,
    query: Record<string, string>,
    schema: S,
    { revision, signal }: ViewOptions = {},
  ): Promise<z.infer<S>> {
    const search = new URLSearchParams(query);
    if (revision) search.set('revision', revision);
    const url = search.size ? `${path}?${search}` : path;
    return askJson(this.#options, url, schema, { signal });
  }
}
