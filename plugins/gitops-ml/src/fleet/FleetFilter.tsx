import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useViewState } from '../hooks/useViewState';
import { FLEET_FILTERS } from '../view-model/live/countFleet';

const ALL = 'all';

const CHOICES = [
  { id: ALL, name: 'all' },
  ...FLEET_FILTERS,
  { id: 'findings', name: 'with findings' },
];

/** Shows a part of the fleet; which one is in the URL. */
export const FleetFilter = () => {
  const state = useViewState();
  const chosen = state.get('status');
  const isKnown = CHOICES.some(({ id }) => id === chosen);
  return (
    <ToggleButtonGroup
      aria-label="Which components"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[isKnown && chosen ? chosen : ALL]}
      onSelectionChange={keys => {
        const [key] = [...keys].map(String);
        state.set({ status: key === ALL ? undefined : key });
      }}
    >
      {CHOICES.map(({ id, name }) => (
        <ToggleButton key={id} id={id} size="small">
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};
