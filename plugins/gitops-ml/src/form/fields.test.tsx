import { useState } from 'react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  GitopsMlTemplateApi,
  TemplateOptionsResponse,
} from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { gitopsMlTemplateApiRef } from '../api';
import { DvcRemoteField } from './DvcRemoteField';
import { EnvironmentInput } from './EnvironmentInput';
import { EnvironmentsField } from './EnvironmentsField';
import { NameField } from './NameField';

function createApi(
  options: Partial<TemplateOptionsResponse> = {},
): GitopsMlTemplateApi {
  return {
    getTemplateOptions: async () => ({
      schemaVersion: 1,
      argocdInstances: ['main', 'east'],
      dvcRemotes: ['https://data.example/'],
      ...options,
    }),
    checkName: async () => ({
      schemaVersion: 1,
      catalog: 'free',
      repository: 'free',
    }),
  };
}

const render = (element: JSX.Element, api = createApi()) =>
  renderInTestApp(element, { apis: [[gitopsMlTemplateApiRef, api]] });

const Environments = (props: { seen: (next?: EnvironmentInput[]) => void }) => {
  const [value, setValue] = useState<EnvironmentInput[]>();
  return (
    <EnvironmentsField
      formContext={{ formData: { name: 'fraud' } }}
      formData={value}
      onChange={next => {
        setValue(next);
        props.seen(next);
      }}
      rawErrors={[]}
      required
      schema={{}}
    />
  );
};

describe('EnvironmentsField', () => {
  it('begins with staging and production on the first instance', async () => {
    const seen = jest.fn();
    render(<Environments seen={seen} />);
    const staging = await screen.findByRole('group', {
      name: 'Environment staging',
    });
    expect(
      within(staging).getByPlaceholderText('fraud-staging'),
    ).toBeInTheDocument();
    expect(seen).toHaveBeenCalledWith([
      { name: 'staging', instance: 'main' },
      { name: 'production', instance: 'main' },
    ]);
  });

  it('adds and removes environments, and leaves out what is empty', async () => {
    const seen = jest.fn();
    render(<Environments seen={seen} />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove environment staging' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Add environment' }),
    );
    const [, added] = screen.getAllByRole('group', { name: /^Environment/ });
    await userEvent.type(within(added).getByLabelText('Name'), 'qa');
    await userEvent.type(within(added).getByLabelText('Namespace'), 'n');
    await userEvent.clear(within(added).getByLabelText('Namespace'));
    expect(seen).toHaveBeenLastCalledWith([
      { name: 'production', instance: 'main' },
      { name: 'qa', instance: 'main', namespace: undefined },
    ]);
  });

  it('says what the platform team must configure', async () => {
    render(
      <Environments seen={() => {}} />,
      createApi({ argocdInstances: [] }),
    );
    expect(
      await screen.findByText(/argocd\.appLocatorMethods/),
    ).toBeInTheDocument();
  });

  it('says why the names could not be had', async () => {
    render(<Environments seen={() => {}} />, {
      ...createApi(),
      getTemplateOptions: async () => {
        throw new Error('You may not use gitops-ml.template.use');
      },
    });
    expect(
      await screen.findByText('You may not use gitops-ml.template.use'),
    ).toBeInTheDocument();
  });
});

describe('DvcRemoteField', () => {
  const field = (onChange: (next?: string) => void) => (
    <DvcRemoteField
      formContext={{}}
      formData={undefined}
      onChange={onChange}
      rawErrors={[]}
      required
      schema={{ title: 'DVC remote' }}
    />
  );

  it('takes the only remote without asking', async () => {
    const seen = jest.fn();
    render(field(seen));
    expect(await screen.findByText('DVC remote')).toBeInTheDocument();
    expect(seen).toHaveBeenCalledWith('https://data.example/');
  });

  it('leaves the choice between several', async () => {
    const seen = jest.fn();
    render(
      field(seen),
      createApi({ dvcRemotes: ['https://a.example/', 'https://b.example/'] }),
    );
    expect(await screen.findByText('DVC remote')).toBeInTheDocument();
    expect(seen).not.toHaveBeenCalled();
  });

  it('says what the platform team must configure', async () => {
    render(
      field(() => {}),
      createApi({ dvcRemotes: [] }),
    );
    expect(
      await screen.findByText(/gitopsMl\.dvc\.remotes/),
    ).toBeInTheDocument();
  });
});

describe('NameField', () => {
  it('shows each thing that is wrong once, as an alert', async () => {
    render(
      <NameField
        formContext={{}}
        formData="Fraud"
        onChange={() => {}}
        rawErrors={['is taken', 'is taken']}
        required
        schema={{ title: 'Name' }}
      />,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('is taken');
    expect(screen.getAllByText('is taken')).toHaveLength(1);
  });
});
