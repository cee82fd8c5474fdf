import { html } from './html';

describe('html', () => {
  it('escapes text, in elements and attributes', () => {
    const name = `<a href='x'>"&`;
    expect(html`<b title="${name}">${name}</b>`.text).toBe(
      '<b title="&lt;a href=&#39;x&#39;&gt;&quot;&amp;">&lt;a href=&#39;x&#39;&gt;&quot;&amp;</b>',
    );
  });

  it('keeps markup, joins lists, and shows 0 but not undefined', () => {
    const items = [1, '<'].map(item => html`<i>${item}</i>`);
    expect(html`<b>${items}</b>${0}${undefined}`.text).toBe(
      '<b><i>1</i><i>&lt;</i></b>0',
    );
  });
});
