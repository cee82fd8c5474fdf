import {
  RemixiconComponentType,
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiHistoryLine,
  RiLoader4Line,
  RiPauseCircleFill,
  RiQuestionLine,
  RiSubtractLine,
} from '@remixicon/react';
import { Status } from '../../view-model/status';

/** How a status looks: its shape and colour never stand without its word. */
interface StatusLook {
  word: string;
  icon: RemixiconComponentType;
  /** A theme token with enough contrast for text, in both themes. */
  color: string;
}

/** The one vocabulary of states on all pages. */
export const STATUS_LOOKS: Record<Status, StatusLook> = {
  healthy: {
    word: 'Healthy',
    icon: RiCheckboxCircleFill,
    color: 'var(--bui-positive-fg-subdued)',
  },
  progressing: {
    word: 'Progressing',
    icon: RiLoader4Line,
    color: 'var(--bui-announcement-fg-subdued)',
  },
  paused: {
    word: 'Paused',
    icon: RiPauseCircleFill,
    color: 'var(--bui-announcement-fg-subdued)',
  },
  degraded: {
    word: 'Degraded',
    icon: RiAlertFill,
    color: 'var(--bui-warning-fg-subdued)',
  },
  failed: {
    word: 'Failed',
    icon: RiCloseCircleFill,
    color: 'var(--bui-negative-fg-subdued)',
  },
  unknown: {
    word: 'Unknown',
    icon: RiQuestionLine,
    color: 'var(--bui-fg-secondary)',
  },
  absent: {
    word: 'None',
    icon: RiSubtractLine,
    color: 'var(--bui-fg-secondary)',
  },
  stale: {
    word: 'Stale',
    icon: RiHistoryLine,
    color: 'var(--bui-warning-fg-subdued)',
  },
};
