/** The five parts of a state, in the order in which all pages show them. */
export const STATE_PARTS = [
  'code',
  'features',
  'data',
  'model',
  'configuration',
] as const;

export type StatePartName = (typeof STATE_PARTS)[number];

/** How pages call the parts. */
export const STATE_PART_TITLES: Record<StatePartName, string> = {
  code: 'Code',
  features: 'Features',
  data: 'Data',
  model: 'Model',
  configuration: 'Configuration',
};
