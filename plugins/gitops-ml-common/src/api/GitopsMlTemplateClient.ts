import { ResponseError } from '@backstage/errors';
import { z } from 'zod/v4';
import {
  NameCheckResponse,
  nameCheckResponseSchema,
  TemplateOptionsResponse,
  templateOptionsResponseSchema,
} from './template';

/** What feeds the form of the templates. Throws `ResponseError`. @public */
export interface GitopsMlTemplateApi {
  getTemplateOptions(): Promise<TemplateOptionsResponse>;
  checkName(name: string, repoUrl?: string): Promise<NameCheckResponse>;
}

/** {@link GitopsMlTemplateApi} over HTTP. @public */
export class GitopsMlTemplateClient implements GitopsMlTemplateApi {
  readonly #discovery: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetch: { fetch: typeof fetch };

  constructor(options: {
    discovery: { getBaseUrl(pluginId: string): Promise<string> };
    fetch: { fetch: typeof fetch };
  }) {
    this.#discovery = options.discovery;
    this.#fetch = options.fetch;
  }

  getTemplateOptions() {
    return this.#get('template-options', templateOptionsResponseSchema);
  }

  checkName(name: string, repoUrl?: string) {
    const query = new URLSearchParams({ name });
    if (repoUrl) query.set('repoUrl', repoUrl);
    return this.#get(`name-check?${query}`, nameCheckResponseSchema);
  }

  async #get<S extends z.ZodType>(
    path: string,
    schema: S,
  ): Promise<z.infer<S>> {
    const base = await this.#discovery.getBaseUrl('gitops-ml');
    const response = await this.#fetch.fetch(`${base}/v1/${path}`);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return schema.parse(await response.json());
  }
}
