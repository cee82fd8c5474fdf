import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { TemplateOptionsResponse } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { gitopsMlTemplateApiRef } from '../api';
import { Loaded, useLoaded } from './useLoaded';

/** Asks the back end for what the form can choose from: the configured names. */
export function useTemplateOptions(): Loaded<TemplateOptionsResponse> {
  const api = useApi(gitopsMlTemplateApiRef);
  return useLoaded(useCallback(() => api.getTemplateOptions(), [api]));
}
