/** The look of all pages, light and dark. */
export const stylesheet = `:root {
  color-scheme: light dark;
  --text: #1f2328; --quiet: #59636e; --back: #ffffff; --inset: #f6f8fa;
  --line: #d1d9e0; --link: #0550ae; --added: #dafbe1; --removed: #ffebe9;
  --marked: #fff8c5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6edf3; --quiet: #9198a1; --back: #0d1117; --inset: #151b23;
    --line: #3d444d; --link: #79b8ff; --added: #12361f; --removed: #3d1418;
    --marked: #3b2e00;
  }
}
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif }
nav, main { max-width: 64rem; margin: 0 auto; padding: 0.75rem 1rem }
nav { border-bottom: 1px solid var(--line) }
a { color: var(--link) }
h1 { font-size: 1.4rem; margin: 0.5rem 0 }
h2 { font-size: 1.1rem; margin: 1.75rem 0 0.5rem }
table { border-collapse: collapse; width: 100% }
th { text-align: left; font-weight: 600 }
th, td { border-bottom: 1px solid var(--line); padding: 0.35rem 0.75rem 0.35rem 0; vertical-align: top }
ul { padding-left: 1.2rem }
pre, code { font: 13px/1.5 ui-monospace, monospace }
pre { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; background: var(--inset); margin: 0.5rem 0; padding: 0.75rem }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem }
dt, .quiet { color: var(--quiet) }
dd { margin: 0; overflow-wrap: anywhere }
.lines { padding: 0.5rem 0 }
.lines span { display: block; padding-right: 0.75rem; white-space: pre; width: max-content; min-width: 100%; box-sizing: border-box }
.lines span:target { background: var(--marked) }
.lines a { display: inline-block; width: 4em; margin-right: 1em; text-align: right; color: var(--quiet); text-decoration: none }
.lines a::before { content: attr(data-line) }
.diff span { display: block; white-space: pre; width: max-content; min-width: 100% }
.diff .added { background: var(--added) }
.diff .removed { background: var(--removed) }
.diff .file { font-weight: 600 }
`;
