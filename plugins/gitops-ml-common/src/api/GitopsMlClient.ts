import { CompoundEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { z } from 'zod/v4';
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
  readonly #discovery: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetch: { fetch: typeof fetch };

  constructor(options: {
    discovery: { getBaseUrl(pluginId: string): Promise<string> };
    fetch: { fetch: typeof fetch };
  }) {
    this.#discovery = options.discovery;
    this.#fetch = options.fetch;
  }

  getFeatures(entity: CompoundEntityRef, options?: ViewOptions) {
    return this.#get(entity, 'features', {}, featuresResponseSchema, options);
  }

  getFeatureHistory(
    entity: CompoundEntityRef,
    project: string,
    view: string,
    options?: ViewOptions,
  ) {
    return this.#get(
      entity,
      'features/history',
      { project, view },
      featureHistoryResponseSchema,
      options,
    );
  }

  getData(entity: CompoundEntityRef, options?: ViewOptions) {
    return this.#get(entity, 'data', {}, dataResponseSchema, options);
  }

  getDataHistory(
    entity: CompoundEntityRef,
    path: string,
    options?: ViewOptions,
  ) {
    return this.#get(
      entity,
      'data/history',
      { path },
      dataHistoryResponseSchema,
      options,
    );
  }

  getModels(entity: CompoundEntityRef, options?: ViewOptions) {
    return this.#get(entity, 'models', {}, modelsResponseSchema, options);
  }

  getModel(entity: CompoundEntityRef, model: string, options?: ViewOptions) {
    return this.#get(
      entity,
      `models/${encodeURIComponent(model)}`,
      {},
      modelResponseSchema,
      options,
    );
  }

  getDoctor(entity: CompoundEntityRef, options?: ViewOptions) {
    return this.#get(entity, 'doctor', {}, doctorResponseSchema, options);
  }

  async refresh(entity: CompoundEntityRef): Promise<RefreshResponse> {
    const url = await this.#url(entity, 'refresh');
    const response = await this.#fetch.fetch(url, { method: 'POST' });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return refreshResponseSchema.parse(await response.json());
  }

  async #url(entity: CompoundEntityRef, view: string): Promise<string> {
    const base = await this.#discovery.getBaseUrl('gitops-ml');
    const parts = [entity.namespace, entity.kind.toLowerCase(), entity.name];
    return `${base}/v1/entities/${parts
      .map(encodeURIComponent)
      .join('/')}/${view}`;
  }

  async #get<S extends z.ZodType>(
    entity: CompoundEntityRef,
    view: string,
    query: Record<string, string>,
    schema: S,
    options: ViewOptions = {},
  ): Promise<z.infer<S>> {
    const search = new URLSearchParams(query);
    if (options.revision) search.set('revision', options.revision);
    const url = await this.#url(entity, view);
    const response = await this.#fetch.fetch(
      search.size ? `${url}?${search}` : url,
      {
        signal: options.signal,
      },
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return schema.parse(await response.json());
  }
}
