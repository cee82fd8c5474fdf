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

const Environments = (props: {
  seen: (next?: EnvironmentInput[]) => void;
  errors?: object;
}) => {
  const [value, setValue] = useState<EnvironmentInput[]>();
  return (
    <EnvironmentsField
      formContext={{ formData: { name: 'fraud' } }}
      formData={value}
      onChange={next => {
        setValue(next);
        props.seen(next);
      }}
      errorSchema={props.errors}
      rawErrors={[]}
      required
      schema={{}}
      uiSchema={{}}
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
      within(staging).getByDisplayValue('fraud-staging'),
    ).toBeInTheDocument();
    expect(seen).toHaveBeenCalledWith([
      expect.objectContaining({ name: 'staging', instance: 'main' }),
      {
        name: 'production',
        instance: 'main',
        cluster: 'in-cluster',
        namespace: 'fraud-production',
      },
    ]);
  });

  it('adds and removes environments, with the namespace of its name', async () => {
    const seen = jest.fn();
    render(<Environments seen={seen} />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove environment staging' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Add environment' }),
    );
    const added = screen.getByRole('group', { name: 'Environment 2' });
    await userEvent.type(within(added).getByLabelText('Name'), 'qa');
    expect(seen).toHaveBeenLastCalledWith([
      expect.objectContaining({ name: 'production' }),
      {
        name: 'qa',
        instance: 'main',
        cluster: 'in-cluster',
        namespace: 'fraud-qa',
      },
    ]);
  });

  it('says which environment a sentence of the schema is about', async () => {
    render(
      <Environments
        seen={() => {}}
        errors={{ 1: { name: { __errors: ['name it otherwise.'] } } }}
      />,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'production: name it otherwise.',
    );
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
      uiSchema={{}}
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
