/** The style of the page: light or dark as the reader's system is, and filters without a script. */
export const style = `
:root { color-scheme: light dark; --text: #1f2328; --dim: #59636e; --back: #ffffff; --card: #f6f8fa; --line: #d1d9e0;
  --link: #0969da; --error: #cf222e; --warning: #9a6700; --info: #0969da; --good: #1a7f37; --mark: #fff3c4; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --dim: #9198a1; --back: #0d1117; --card: #151b23;
  --line: #3d444d; --link: #6cb6ff; --error: #ff7b72; --warning: #d8a23a; --info: #6cb6ff; --good: #56d364; --mark: #4d3b00; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 68rem; background: var(--back); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { font-size: .85rem; margin: 1rem 0 .5rem; color: var(--dim); text-transform: uppercase; letter-spacing: .04em; }
code, pre { font: .9em/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
pre { margin: .5rem 0; padding: .5rem .75rem; background: var(--back); border: 1px solid var(--line);
  border-radius: 6px; overflow-x: auto; white-space: pre; overflow-wrap: normal; }
mark { background: var(--mark); color: inherit; font-weight: 600; border-radius: 2px; }
fieldset { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: .5rem .75rem;
  border: 1px solid var(--line); border-radius: 6px; }
legend, .dim, .number { color: var(--dim); }
label { cursor: pointer; }
.number { user-select: none; }
.result { font-size: 1.05rem; margin: .25rem 0; }
.bad { color: var(--error); } .good { color: var(--good); }
article { margin: .75rem 0; padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line);
  border-left: 4px solid var(--line); border-radius: 6px; }
article.error { border-left-color: var(--error); } article.warning { border-left-color: var(--warning); }
article.info { border-left-color: var(--info); }
article p { margin: .25rem 0; } article ul { margin: .25rem 0; padding-left: 1.25rem; }
.severity { font-weight: 700; } .error .severity { color: var(--error); }
.warning .severity { color: var(--warning); } .info .severity { color: var(--info); }
body:has(#show-error:not(:checked)) .error, body:has(#show-warning:not(:checked)) .warning,
body:has(#show-info:not(:checked)) .info, body:has(#show-possible:not(:checked)) .possible { display: none; }
details { margin: 1rem 0; } summary { cursor: pointer; font-weight: 600; }
footer { margin-top: 2.5rem; color: var(--dim); font-size: .85rem; }
@media print { fieldset { display: none; } article { break-inside: avoid; } details::details-content { display: block; } }
`;
