import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useViewState } from '../../hooks/useViewState';

const ALL = 'all environments';

/** Shows one environment, or all of them. Nothing to choose where there is one. */
export const EnvironmentChoice = (props: {
  names: string[];
  chosen: string | undefined;
}) => {
  const state = useViewState();
  if (props.names.length < 2) return null;
  return (
    <ToggleButtonGroup
      aria-label="Environment"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.chosen ?? ALL]}
      onSelectionChange={keys => {
        const [key] = [...keys].map(String);
        state.set({ environment: key === ALL ? undefined : key });
      }}
    >
      {[ALL, ...props.names].map(name => (
        <ToggleButton key={name} id={name} size="small">
          {name}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};
