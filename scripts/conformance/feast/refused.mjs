// What Feast refuses and we must name: definition repositories, see ../feast.test.mjs.

import { one, VIEW } from './shared.mjs';

export const refused = [
  one(
    'two views of one name',
    `
a = FeatureView(name="same", entities=[driver], source=stats, schema=[Field(name="x", dtype=Int64)])
b = FeatureView(name="SAME", entities=[driver], source=stats, schema=[Field(name="x", dtype=Int64)])
`,
    { refused: 'duplicate-name' },
  ),
  one(
    'a projection in a global',
    `${VIEW}
part = view[["a"]]
`,
    { refused: 'duplicate-name' },
  ),
  one(
    'two sources of one name',
    `
a = FileSource(name="same", path="a.parquet", timestamp_field="ts")
b = FileSource(name="Same", path="b.parquet", timestamp_field="ts")
`,
    { refused: 'duplicate-name' },
  ),
  one(
    'a project of another name',
    `
from feast import Project
project = Project(name="another")
`,
    { refused: 'invalid-value' },
  ),
  one(
    'a feature that the view lacks',
    `${VIEW}
from feast import FeatureService
service = FeatureService(name="s", features=[view[["missing"]]])
`,
    { refused: 'unknown-reference' },
  ),
  one(
    'a syntax error',
    `
view = FeatureView(name="broken", entities=[driver], source=stats
other = Entity(name="after")
`,
    { refused: 'python-syntax' },
  ),
];
