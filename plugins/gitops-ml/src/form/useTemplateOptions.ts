import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { TemplateOptionsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { gitopsMlTemplateApiRef } from '../api';

/** The configured names, once they are there, or why they are not. */
type TemplateOptions =
  | { status: 'loading' }
  | { status: 'ok'; value: TemplateOptionsResponse }
  | { status: 'failed'; message: string };

/** Asks the back end for what the form can choose from. */
export function useTemplateOptions(): TemplateOptions {
  const api = useApi(gitopsMlTemplateApiRef);
  const [options, setOptions] = useState<TemplateOptions>({
    status: 'loading',
  });
  useEffect(() => {
    let gone = false;
    const set = (next: TemplateOptions) => !gone && setOptions(next);
    api.getTemplateOptions().then(
      value => set({ status: 'ok', value }),
      (error: Error) => set({ status: 'failed', message: error.message }),
    );
    return () => {
      gone = true;
    };
  }, [api]);
  return options;
}
