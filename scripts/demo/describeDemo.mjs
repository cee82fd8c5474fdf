/** What a person who just started the demo wants to know. */
export function describeDemo({ state, world, backstage }) {
  const { organisation, urls } = world;
  const { username, password } = world.account;
  const pushUrl = urls.forge.replace('//', `//${username}:${password}@`);
  return `GitOps ML   ${backstage.url}
Sign in     press "Enter" (a guest, member of the group ml-team)
Git forge   ${urls.forge} (reads are open; pushes as ${username} / ${password})
Argo CD     ${urls.argocd} (its API; nothing is deployed)
DVC remote  ${urls.dvcRemote} (reads are open; writes as ${username} / ${password})

Three things to try:

1. See what is in fraud-detector, ten weeks of an ML repository: the tabs below
   "ML" of ${backstage.url}/catalog/default/component/fraud-detector

2. Create one like it: ${backstage.url}/create

3. Change it, and watch the open page. For instance:

     git clone ${pushUrl}/${organisation}/fraud-detector.git
     cd fraud-detector
     sed -i 's/days=7/days=14/' features/definitions/payment.py
     git commit -am "Remember payments longer" && git push

Everything it knows lies in ${state.directory} (log: backstage.log).
Ctrl-C stops it. npm run demo -- --reset forgets it all.`;
}
