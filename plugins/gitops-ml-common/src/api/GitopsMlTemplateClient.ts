import { askJson, GitopsMlClientOptions } from './askJson';
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
  readonly #options: GitopsMlClientOptions;

  constructor(options: GitopsMlClientOptions) {
    this.#options = options;
  }

  getTemplateOptions() {
    return askJson(
      this.#options,
      '/v1/template-options',
      templateOptionsResponseSchema,
    );
  }

  checkName(name: string, repoUrl?: string) {
    const query = new URLSearchParams({ name });
    if (repoUrl) query.set('repoUrl', repoUrl);
    return askJson(
      this.#options,
      `/v1/name-check?${query}`,
      nameCheckResponseSchema,
    );
  }
}
