import { Button, Tooltip, TooltipTrigger } from '@backstage/ui';
import { DeliveryView } from '@gitops-ml/backstage-plugin-gitops-ml-common';
import { Hint } from '../../components/Hint/Hint';
import { nameAction } from '../../view-model/live/describeAction';

/** An action, and what it does; one that can't be done now says why. */
export const ActionButton = (props: {
  action: DeliveryView['actions'][number];
  /** Why nothing can be done now. */
  blocked: string | undefined;
  onPress: () => void;
}) => {
  const { action, blocked } = props;
  const name = nameAction(action.id);
  const reason = blocked ?? action.reason;
  const isAllowed = action.allowed && blocked === undefined;
  const button = (
    <Button
      size="small"
      variant={action.id === 'promote' ? 'primary' : 'secondary'}
      destructive={action.id === 'abort'}
      isDisabled={!isAllowed}
      onPress={props.onPress}
    >
      {name}
    </Button>
  );
  if (!isAllowed) {
    return (
      <Hint text={`${name} is not possible now`} hint={reason} quiet>
        {button}
      </Hint>
    );
  }
  return (
    <TooltipTrigger delay={300}>
      {button}
      <Tooltip>{reason}</Tooltip>
    </TooltipTrigger>
  );
};
