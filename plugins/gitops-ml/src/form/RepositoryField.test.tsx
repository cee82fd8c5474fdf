import { useEffect } from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { RepositoryField } from './RepositoryField';

// Stands for Backstage's picker: shows with which value it is rendered, and tells
// it at each render.
const Picker = (props: {
  formData?: string;
  onChange: (value?: string) => void;
}) => {
  const { formData, onChange } = props;
  useEffect(() => onChange(formData), [formData, onChange]);
  return <output>{formData ?? 'nothing'}</output>;
};

const renderForm = (initialState: Record<string, string>) =>
  renderInTestApp(
    <Stepper
      manifest={{
        title: 'A template',
        steps: [
          {
            title: 'Where it is kept',
            schema: {
              type: 'object',
              properties: {
                repoUrl: {
                  type: 'string',
                  pattern: '^[^_]*$',
                  errorMessage: { pattern: 'Use no underscore.' },
                  'ui:field': 'GitopsMlRepository',
                  'ui:options': { allowedHosts: ['forge.example'] },
                },
              },
            },
          },
        ],
      }}
      extensions={[
        { name: 'GitopsMlRepository', component: RepositoryField },
        { name: 'RepoUrlPicker', component: Picker },
      ]}
      initialState={initialState}
      onCreate={async () => {}}
    />,
  );

describe('RepositoryField', () => {
  it.each([
    [
      "begins with the component's name",
      { name: 'fraud' },
      'forge.example?repo=fraud',
    ],
    [
      'keeps what was chosen',
      { name: 'fraud', repoUrl: 'forge.example?repo=other' },
      'forge.example?repo=other',
    ],
    ['begins with nothing while there is no name', {}, 'nothing'],
  ])('%s', async (_, initialState, shown) => {
    renderForm(initialState);
    expect(await screen.findByText(shown)).toBeInTheDocument();
  });

  it('keeps what the schema says of a value until the value changes', async () => {
    renderForm({ name: 'fraud', repoUrl: 'forge.example?repo=a_b' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Review' }),
    );
    expect(await screen.findAllByText('Use no underscore.')).not.toHaveLength(
      0,
    );
  });
});
