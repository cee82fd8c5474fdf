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
    /**
     * How long releases, and what was seen of deliveries, are remembered. Of each
     * environment the last release that became stable is never forgotten. Default: 365 days.
     */
    retention?: HumanDuration | string;
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
      /**
       * Namespaces whose workloads entities may show and act on without an Argo CD
       * application that manages them.
       */
      workloads?: Array<{
        /** An entity reference. One of entity and owner. */
        entity?: string;
        /** A group or user reference; entities that it owns. */
        owner?: string;
        /** A cluster's name in `kubernetes.clusterLocatorMethods`. */
        cluster: string;
        namespace: string;
      }>;
    };
    /**
     * Which of Backstage's clusters an Argo CD's destination is. Without a row it
     * is the cluster of the same name, else the one with the same URL; the cluster
     * that an Argo CD runs in always needs a row.
     */
    clusters?: Array<{
      /** An instance's name in `argocd.appLocatorMethods` or `gitopsMl.argocd`. */
      argocd: string;
      /** The destination's name or server, e.g. `in-cluster`. */
      destination: string;
      cluster: string;
    }>;
    /** Argo CDs whose Applications are read as resources of a cluster, not by their API. */
    argocd?: Array<{
      name: string;
      cluster: string;
      /** Where its Applications are, usually `argocd`. */
      namespace: string;
      /** The address of its pages. */
      url?: string;
    }>;
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
