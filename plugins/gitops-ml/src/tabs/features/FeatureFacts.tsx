import {
  FeastProjectView,
  FeatureViewView,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Absent } from '../../components/Absent/Absent';
import { CommitText } from '../../components/CommitText/CommitText';
import { Fact, FactList } from '../../components/FactList/FactList';
import { Hint } from '../../components/Hint/Hint';
import { SpotLink } from '../../components/SpotLink/SpotLink';
import { Unknown } from '../../components/Unknown/Unknown';
import { describeTtl } from '../../view-model/describeTtl';
import { describeSources } from '../../view-model/describeSources';

const NOT_STATIC = 'Not written as a literal, so only running the code tells.';

function optionalFacts(view: FeatureViewView): Fact[] {
  const tags = Object.entries(view.tags).map(([key, tag]) => `${key}=${tag}`);
  const facts: [string, string | undefined][] = [
    ['Description', view.description],
    ['Mode', view.mode],
    ['Owner', view.owner],
    ['Tags', tags.join(', ') || undefined],
    ['Not literal', view.unresolvedFields.join(', ') || undefined],
  ];
  return facts.flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, value }],
  );
}

const Entities = ({ view }: { view: FeatureViewView }) => {
  if (view.unresolvedFields.includes('entities')) {
    return <Unknown why={NOT_STATIC} />;
  }
  if (view.entities.length === 0) return <Absent what="No entity." />;
  const keys = view.joinKeys.length
    ? ` (join keys ${view.joinKeys.join(', ')})`
    : '';
  return <>{`${view.entities.join(', ')}${keys}`}</>;
};

const Online = ({ online }: { online: boolean | undefined }) =>
  online === undefined ? (
    <Unknown why={NOT_STATIC} />
  ) : (
    <>{online ? 'yes' : 'no'}</>
  );

/** What a view's definition says besides its schema. */
export const FeatureFacts = (props: {
  project: FeastProjectView;
  view: FeatureViewView;
}) => {
  const { project, view } = props;
  const ttl = describeTtl(view.ttlSeconds);
  return (
    <FactList
      facts={[
        { name: 'Kind', value: view.type },
        { name: 'Project', value: project.name },
        { name: 'Entities', value: <Entities view={view} /> },
        ...describeSources(project, view).map(source => ({
          name: 'Source',
          value: source,
        })),
        {
          name: 'TTL',
          value: ttl ? <Hint {...ttl} quiet /> : <Unknown why={NOT_STATIC} />,
        },
        { name: 'Online', value: <Online online={view.online} /> },
        ...optionalFacts(view),
        { name: 'Defined in', value: <SpotLink {...view.definedIn} /> },
        ...(view.changedIn
          ? [
              {
                name: 'Changed in',
                value: <CommitText commit={view.changedIn} />,
              },
            ]
          : []),
      ]}
    />
  );
};
