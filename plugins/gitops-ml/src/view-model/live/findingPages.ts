/**
 * What a finding's page says beside where it was found. The same stands in
 * `docs/findings/<code>.md`, which a test compares.
 */
export interface FindingPage {
  title: string;
  means: string;
  matters: string;
  fix: string[];
}

/** By code, in the order of the documentation. */
export const FINDING_PAGES: Record<string, FindingPage> = {
  'delivery-aborted': {
    title: 'A delivery was aborted',
    means:
      'An analysis, or a person, ended the delivery of a release on its way, and all traffic went back to the version that was stable before. Git and Argo CD still ask for the rejected release: desired and synced are the new one, running is the old one, and each of them is right.',
    matters:
      'Users are served by the old model. Whoever reads Git alone believes that the new one runs. And as long as Git asks for the rejected release, nothing newer is tried.',
    fix: [
      'Open Delivery: it names the step and the metric that failed, with the measurements. Decide whether the model is bad or the measurement.',
      'Is the model bad? Set the revision of the environment back to the last release that became stable there, by a pull request (the timeline of releases names it), or release a model that passes.',
      'Was the measurement bad, because its provider was down or a limit was wrong? Repair it, then press Retry.',
    ],
  },
  'delivery-stuck': {
    title: 'A delivery does not go on',
    means:
      'A delivery stands still for a reason that is no pause of its plan: its pods do not become ready in time or its spec is invalid, an analysis could not judge and waits for a person, or nothing of it changed for an hour although it is under way.',
    matters:
      'The new version is neither in use nor sent back, and a part of the traffic may already go to it. Later releases queue behind it.',
    fix: [
      'Open Delivery: the line above everything else says why, in the words of the controller.',
      'Do the pods not become ready? See what they say (image, readiness, resources). Release what repairs it, or take the promotion back.',
      'Was an analysis inconclusive? Look at what was measured, then promote or abort.',
      'Does nothing move? See whether the controller runs, and what the new pods wait for.',
    ],
  },
  'environment-behind': {
    title: 'An environment is behind the one before it',
    means:
      'The environment is to run something else than the one before it in the order of promotion. The finding names the parts that differ. Configuration does not count: each environment has its own.',
    matters:
      'It is how a promotion looks while it waits, and no error. It matters when it stays: then what was tried in the first environment is not what the next one gets.',
    fix: [
      'To promote, set the revision of the environment to a commit that ran stable in the one before it: one line of argocd/<instance>/environments/<environment>.yaml, by a pull request.',
      'To wait, do nothing.',
    ],
  },
  'cluster-drift': {
    title: 'The cluster differs from the commit that was applied',
    means:
      'Argo CD has applied the commit, and objects in the cluster differ from it all the same: somebody or something changed them there. ConfigMaps that are kept for going back do not count.',
    matters:
      'What runs is no longer what a commit says, so no revision brings it back. The next sync undoes the change without a word.',
    fix: [
      'Open the application in Argo CD: its difference names the fields, and managedFields of the object who wrote them.',
      'To keep the change, bring it into Git. To drop it, sync the application.',
      'Does a controller write the field (an autoscaler, a webhook)? Leave the field out of Git, or name it in ignoreDifferences of the ApplicationSet.',
    ],
  },
  'unbound-target': {
    title: 'A target is not bound to the entity',
    means:
      'The entity asks for an application, a namespace or a cluster that nothing ties to it: the application deploys another repository, or no configuration says which of Backstage’s clusters its destination is. What is not bound is not shown, and no action reaches it.',
    matters:
      'Annotations are requests, not authority. Otherwise whoever may write a catalog-info.yaml could see and stop the deliveries of others.',
    fix: [
      'Is the annotation wrong? Correct it in catalog-info.yaml.',
      'Does the application deploy this component from another repository? An operator allows it with a row of gitopsMl.allow.repositories.',
      'Are the workloads deployed without Argo CD? An operator grants the namespace with a row of gitopsMl.allow.workloads.',
      'Is the destination a cluster that Backstage knows by another name? An operator joins the two with a row of gitopsMl.clusters.',
    ],
  },
};
