/** Texts on axes, in the theme's own colours. */
export const AXIS_TICK = { fill: 'var(--bui-fg-secondary)', fontSize: 12 };
