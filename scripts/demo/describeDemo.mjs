const exampleSteps = (backstage, pushUrl) => `Three things to try:

1. Approve a canary. At the first start half of fraud-detector's production tries
   v1.4.0 and waits for you: look at its analyses, and promote or abort it
   ${backstage.url}/catalog/default/component/fraud-detector/ml-delivery
   The other tabs below "ML" hold ten weeks of its history.

2. Create one like it: ${backstage.url}/create

3. Change it, and watch the open page of its feature views. For instance:

     git clone ${pushUrl}/fraud-detector.git
     cd fraud-detector
     sed -i 's/days=7/days=14/' features/definitions/payment.py
     git commit -am "Remember payments longer" && git push`;

// A repository of somebody's own has the example's name: nothing is known of it.
const ownSteps = (
  backstage,
  pushUrl,
) => `The forge has a fraud-detector that the demo did not make, so it made no example
(npm run demo -- --reset forgets it, and makes the example).

Three things to try:

1. See what is registered: ${backstage.url}/catalog

2. Create an ML repository: ${backstage.url}/create

3. Push a repository of yours with a catalog-info.yaml whose component has the
   annotation gitops-ml/path, and register it on ${backstage.url}/catalog-import

     git push ${pushUrl}/NAME.git HEAD:main`;

/** What a person who just started the demo wants to know. */
export function describeDemo({ state, world, backstage, hasExample }) {
  const { organisation, urls } = world;
  const { username, password } = world.account;
  const host = urls.forge.replace('//', `//${username}:${password}@`);
  const describeSteps = hasExample ? exampleSteps : ownSteps;
  return `GitOps ML   ${backstage.url}
Sign in     press "Enter" (a guest, member of the group ml-team)
Git forge   ${urls.forge} (reads are open; pushes as ${username} / ${password})
Argo CD     ${urls.argocd} (its API, and a plain page for each application)
Cluster     ${urls.cluster} (kubectl --kubeconfig ${
    state.kubeconfig
  } get rollouts -A)
            no container runs in it: its controllers are simulated
DVC remote  ${
    urls.dvcRemote
  } (reads are open; writes as ${username} / ${password})

${describeSteps(backstage, `${host}/${organisation}`)}

Everything it knows lies in ${state.directory} (log: backstage.log).
Make something of it fail: npm run demo -- fault
Ctrl-C stops it. npm run demo -- --reset forgets it all.`;
}
