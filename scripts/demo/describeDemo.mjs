import { account, organisation } from './world.mjs';

/** What a person who just started the demo wants to know. */
export function describeDemo({ state, world, backstage }) {
  const { username, password } = account;
  const pushUrl = world.forge.url.replace('//', `//${username}:${password}@`);
  return `GitOps ML   ${backstage.url}
Sign in     press "Enter" (a guest, member of the group ml-team)
Git forge   ${world.forge.url} (reads are open; pushes as ${username} / ${password})

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

     ${world.forge.url}/${organisation}/my-model/src/branch/main/catalog-info.yaml

3. See what is in it: the tabs below "ML" of
   ${backstage.url}/catalog/default/component/my-model

Everything it knows lies in ${state.directory} (log: backstage.log).
Ctrl-C stops it. npm run demo -- --reset forgets it all.`;
}
