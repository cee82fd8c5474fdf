import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Reading ML repositories for the pages of catalog entities. */
  gitopsMl?: {
    mirrors?: {
      /**
       * The folder for bare mirrors, one per repository. Default: `gitops-ml-mirrors`
       * in `backend.workingDirectory`, else in the system's temporary folder.
       */
      directory?: string;
      /** Bytes that one mirror may take on disk. Default: 2147483648 (2 GiB). */
      maxBytes?: number;
      /** How long one clone or fetch may take. Default: 5 minutes. */
      timeout?: HumanDuration | string;
    };
    /** How often each repository is looked at without a push event. Default: 60 seconds. */
    refresh?: HumanDuration | string;
    allow?: {
      /**
       * Repositories that entities may show although they were not read from
       * there. Without a rule such an entity shows nothing. An `owner` rule
       * trusts whoever may set `spec.owner` in the catalog.
       */
      repositories?: Array<{
        /** An entity reference, e.g. `component:default/fraud`. One of entity and owner. */
        entity?: string;
        /** A group or user reference; entities that it owns. */
        owner?: string;
        /** The repository's URL as it is cloned or browsed. */
        url: string;
      }>;
    };
  };

  events?: {
    modules?: {
      gitea?: {
        /**
         * The secret of Gitea's webhooks; without it they are refused.
         * @visibility secret
         */
        webhookSecret?: string;
      };
    };
  };
}
