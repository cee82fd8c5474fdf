export interface Config {
  /** The Argo CDs, with the keys that other Argo CD plugins use. */
  argocd?: {
    /** For instances that have no credentials of their own. */
    username?: string;
    /** @visibility secret */
    password?: string;
    /** @visibility secret */
    token?: string;
    appLocatorMethods?: Array<{
      /** Only `config` is read. */
      type: string;
      instances?: Array<{
        name: string;
        /** The address of the API and of the pages, e.g. `https://argocd.example.com`. */
        url: string;
        /** A token of an Argo CD account; or username and password. @visibility secret */
        token?: string;
        username?: string;
        /** @visibility secret */
        password?: string;
      }>;
    }>;
  };
  gitopsMl?: {
    dvc?: {
      /**
       * HTTP remotes that may be asked whether an object was pushed, and that
       * the scaffolder pushes to where username and password are given.
       * Repositories name URLs freely, so only those below a prefix that stands
       * here are contacted.
       */
      remotes?: Array<{
        /** E.g. `https://data.example.com/team-a/`. */
        urlPrefix: string;
        username?: string;
        /** @visibility secret */
        password?: string;
      }>;
    };
  };
}
