import { EntityProvider } from '@backstage/plugin-catalog-react';
import { Header } from '@backstage/ui';
import { Navigate, Route, Routes } from 'react-router-dom';
import { DataTab } from '../src/tabs/data/DataTab';
import { FeaturesTab } from '../src/tabs/features/FeaturesTab';
import { ModelsTab } from '../src/tabs/models/ModelsTab';
import { fraudDetector } from '../src/__testUtils__/entity';

/** An entity page with nothing but our tabs. */
export const DevPage = () => (
  <EntityProvider entity={fraudDetector}>
    <Header
      title="fraud-detector"
      tabs={[
        { id: 'features', label: 'Feature views', href: '/entity/ml-features' },
        { id: 'data', label: 'Data versions', href: '/entity/ml-data' },
        { id: 'models', label: 'Model versions', href: '/entity/ml-models' },
      ]}
    />
    <Routes>
      <Route path="ml-features" element={<FeaturesTab />} />
      <Route path="ml-data" element={<DataTab />} />
      <Route path="ml-models" element={<ModelsTab />} />
      <Route path="*" element={<Navigate to="/entity/ml-features" replace />} />
    </Routes>
  </EntityProvider>
);
