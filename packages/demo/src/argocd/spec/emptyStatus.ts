/** The status of an Application that nothing has looked at, as Argo CD prints it. */
export const emptyStatus = {
  sync: {
    status: '',
    comparedTo: { source: { repoURL: '' }, destination: {} },
  },
  health: {},
  summary: {},
  sourceHydrator: {},
};
