/**
 * The folder of the repository that the entity stands for, `.` for its root.
 * An entity with it gets the ML tabs. It is a request, not authority.
 * @public
 */
export const GITOPS_ML_PATH_ANNOTATION = 'gitops-ml/path';

/** Another repository to read instead; needs an allow rule in configuration. @public */
export const GITOPS_ML_REPOSITORY_ANNOTATION = 'gitops-ml/repository';

/** The signal channel; its messages carry a topic and no names. @public */
export const GITOPS_ML_SIGNAL_CHANNEL = 'gitops-ml';

/** A repository with the entity's deployment configuration; needs an allow rule. @public */
export const GITOPS_ML_CONFIG_REPOSITORY_ANNOTATION = 'gitops-ml/config-repo';
