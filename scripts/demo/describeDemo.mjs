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

1. Push an ML repository (one with DVC, GTO tags or Feast definitions; yours,
   or a clone of a public one). In its folder:

     cat > catalog-info.yaml <<'END'
     apiVersion: backstage.io/v1alpha1
     kind: Component
     metadata:
       name: my-model
       annotations: { gitops-ml/path: . }
     spec: { type: ml-service, lifecycle: experimental, owner: ml-team }
     END
     git add catalog-info.yaml && git commit -m "Describe it for the catalog"
     git push ${pushUrl}/${organisation}/my-model.git HEAD:main --tags

2. Register it: open ${backstage.url}/catalog-import and give it

     ${urls.forge}/${organisation}/my-model/src/branch/main/catalog-info.yaml

3. See what is in it: the tabs below "ML" of
   ${backstage.url}/catalog/default/component/my-model

Everything it knows lies in ${state.directory} (log: backstage.log).
Ctrl-C stops it. npm run demo -- --reset forgets it all.`;
}
