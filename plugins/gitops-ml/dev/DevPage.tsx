import { EntityProvider } from '@backstage/plugin-catalog-react';
import { Container, Header } from '@backstage/ui';
import { Route, Routes } from 'react-router-dom';
import { OverviewCard } from '../src/card/OverviewCard';
import { DataTab } from '../src/tabs/data/DataTab';
import { DeliveryTab } from '../src/tabs/delivery/DeliveryTab';
import { FeaturesTab } from '../src/tabs/features/FeaturesTab';
import { ModelsTab } from '../src/tabs/models/ModelsTab';
import { OverviewTab } from '../src/tabs/overview/OverviewTab';
import { fraudDetector } from '../src/__testUtils__/entity';

const BASE = '/catalog/default/component/fraud-detector';

const TABS = [
  { id: 'card', label: 'Card', href: BASE },
  { id: 'overview', label: 'ML overview', href: `${BASE}/ml-overview` },
  { id: 'features', label: 'Feature views', href: `${BASE}/ml-features` },
  { id: 'data', label: 'Data versions', href: `${BASE}/ml-data` },
  { id: 'models', label: 'Model versions', href: `${BASE}/ml-models` },
  { id: 'delivery', label: 'Delivery', href: `${BASE}/ml-delivery` },
];

/** An entity page with nothing but our tabs and card. */
export const DevPage = () => (
  <EntityProvider entity={fraudDetector}>
    <Header title="fraud-detector" tabs={TABS} />
    <Routes>
      <Route path="ml-overview" element={<OverviewTab />} />
      <Route path="ml-features" element={<FeaturesTab />} />
      <Route path="ml-data" element={<DataTab />} />
      <Route path="ml-models" element={<ModelsTab />} />
      <Route path="ml-delivery" element={<DeliveryTab />} />
      <Route
        path="*"
        element={
          <Container>
            <OverviewCard />
          </Container>
        }
      />
    </Routes>
  </EntityProvider>
);
