import { useState } from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Entity } from '@backstage/catalog-model';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { EntityField } from './EntityField';

const entity = (kind: string, name: string, title?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', ...(title && { title }) },
});

const catalog = catalogApiMock({
  entities: [
    entity('Group', 'ml-team', 'ML team'),
    entity('Group', 'others', 'Others'),
    entity('System', 'payments'),
  ],
});

const Field = (props: {
  options: { kinds: string[]; proposeOwnGroup?: boolean };
  seen: (next?: string) => void;
}) => {
  const [value, setValue] = useState<string>();
  return (
    <EntityField
      formContext={{}}
      formData={value}
      onChange={next => {
        setValue(next);
        props.seen(next);
      }}
      rawErrors={[]}
      required
      schema={{ title: 'Owner' }}
      uiSchema={{ 'ui:options': props.options }}
    />
  );
};

const render = (
  options: { kinds: string[]; proposeOwnGroup?: boolean },
  seen: (next?: string) => void = () => {},
) =>
  renderInTestApp(<Field options={options} seen={seen} />, {
    apis: [
      [catalogApiRef, catalog],
      [
        identityApiRef,
        mockApis.identity({ ownershipEntityRefs: ['group:default/ml-team'] }),
      ],
    ],
  });

describe('EntityField', () => {
  it("begins with the user's own group where it is told to", async () => {
    const seen = jest.fn();
    render({ kinds: ['Group'], proposeOwnGroup: true }, seen);
    expect(await screen.findByDisplayValue('ML team')).toBeInTheDocument();
    expect(seen).toHaveBeenCalledWith('group:default/ml-team');
  });

  it('offers the kinds that it is told to, by their titles', async () => {
    const seen = jest.fn();
    render({ kinds: ['Group'] }, seen);
    await userEvent.click(await screen.findByRole('combobox'));
    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual(['ML team', 'Others']);
    await userEvent.click(screen.getByRole('option', { name: 'Others' }));
    expect(seen).toHaveBeenLastCalledWith('group:default/others');
  });

  it('drops a text that names no entity', async () => {
    const seen = jest.fn();
    render({ kinds: ['Group'] }, seen);
    const box = await screen.findByRole('combobox');
    await userEvent.type(box, 'nobody');
    await userEvent.tab();
    expect(box).toHaveValue('');
    expect(seen).not.toHaveBeenCalledWith(expect.any(String));
  });

  it('says why the catalog could not be asked', async () => {
    jest.spyOn(catalog, 'getEntities').mockRejectedValueOnce(new Error('down'));
    render({ kinds: ['Group'] });
    expect(await screen.findByText('down')).toBeInTheDocument();
  });
});
