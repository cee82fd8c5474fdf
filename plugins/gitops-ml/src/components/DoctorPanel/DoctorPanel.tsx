import { useViewState } from '../../hooks/useViewState';
import { Disclosure } from '../Disclosure/Disclosure';
import { DoctorReport } from './DoctorReport';

/** Opens the doctor's report; it is fetched only when somebody looks. */
export const DoctorPanel = () => {
  const state = useViewState();
  const isOpen = state.get('doctor') === 'open';
  return (
    <Disclosure
      title="Doctor"
      subtitle="From annotation to page: what was found, what was read, what is missing"
      isOpen={isOpen}
      onOpenChange={open =>
        state.set({ doctor: open ? 'open' : undefined }, { replace: true })
      }
    >
      {isOpen && <DoctorReport />}
    </Disclosure>
  );
};
