import { useMemo } from 'react';
import { Table, useTable } from '@backstage/ui';
import { Section } from '../../components/Section/Section';
import { useViewState } from '../../hooks/useViewState';
import { ModelSummary } from '../../view-model/collectModelSummaries';
import { modelColumns } from './modelColumns';

const PAGE_SIZE = 10;

/** All models, to choose one from. */
export const ModelList = (props: {
  summaries: ModelSummary[];
  chosen: string | undefined;
}) => {
  const { summaries, chosen } = props;
  const { hrefWith } = useViewState();
  const columns = useMemo(
    () =>
      modelColumns(
        ({ id }) => hrefWith({ model: id, version: undefined }),
        chosen,
      ),
    [hrefWith, chosen],
  );
  const { tableProps } = useTable({
    mode: 'complete',
    data: summaries,
    paginationOptions: {
      pageSize: PAGE_SIZE,
      type: summaries.length > PAGE_SIZE ? 'page' : 'none',
    },
  });
  return (
    <Section title="Models">
      <Table
        columnConfig={columns}
        {...tableProps}
        rowConfig={{
          getHref: ({ id }) => hrefWith({ model: id, version: undefined }),
        }}
      />
    </Section>
  );
};
