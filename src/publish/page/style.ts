/** The bulletin's style sheet: one column, readable at 320 px and on paper, light and dark by the reader's own setting. */
export const STYLE = `:root{--ink:#1c2126;--soft:#4d5761;--line:#cfd6dd;--paper:#fff;--tint:#f2f5f7;--accent:#0b5a86;--mark:#b3541e}
@media(prefers-color-scheme:dark){:root{--ink:#e6eaee;--soft:#aab4bd;--line:#3a434b;--paper:#14181b;--tint:#1d2328;--accent:#7cc0ea;--mark:#eb9a66}}
*{box-sizing:border-box}html{-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:62rem;padding:1rem 1.1rem 3rem;background:var(--paper);color:var(--ink);font:1rem/1.55 "Noto Sans",system-ui,sans-serif;overflow-wrap:break-word}
h1{font-size:1.65rem;line-height:1.2;margin:.4rem 0}h2{font-size:1.2rem;margin:2rem 0 .5rem;border-top:1px solid var(--line);padding-top:.8rem}h3{font-size:1rem;margin:1rem 0 .2rem}
a{color:var(--accent)}a:focus-visible,summary:focus-visible,button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.meta,.cites,figcaption,small{color:var(--soft);font-size:.85rem}.cites a{white-space:nowrap}.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.3rem}
ul.plain{list-style:none;padding:0}ul.plain>li{margin:.45rem 0}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:.5rem;padding:0;list-style:none}
.figures details{background:var(--tint);padding:.5rem .7rem;border-radius:.3rem;height:100%}.figures b{display:block;font-size:1.5rem;line-height:1.2}.figures summary{cursor:pointer;list-style:none}.figures summary::-webkit-details-marker{display:none}.figures summary::after{content:" +";color:var(--accent)}.figures details[open] summary::after{content:" −"}.figures code{font-size:.75rem;overflow-wrap:anywhere}
.two{display:grid;gap:1.2rem}@media(min-width:52rem){.two{grid-template-columns:1fr 1fr}}
figure{margin:0}svg{display:block;width:100%;height:auto;background:var(--tint)}svg text{fill:var(--ink);font:12px "Noto Sans",sans-serif}
article{border-top:1px solid var(--line);padding:.6rem 0}article h3{margin-top:0}
blockquote{margin:.3rem 0 .3rem;padding-left:.8rem;border-left:3px solid var(--line)}blockquote p{margin:.1rem 0}
.tag{display:inline-block;border:1px solid var(--line);border-radius:1rem;padding:0 .6rem;font-size:.8rem;margin-right:.3rem}
table{border-collapse:collapse;width:100%;font-size:.87rem}th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--line)}
@media(max-width:40rem){table.wide thead{position:absolute;left:-99rem}table.wide tr{display:block;padding:.5rem 0;border-bottom:1px solid var(--line)}table.wide td{display:flex;gap:.6rem;border:0;padding:.1rem 0}table.wide td::before{content:attr(data-head);flex:0 0 8.5rem;color:var(--soft)}}
.zoom{border:0;padding:0;background:none;cursor:zoom-in}.zoom img{max-width:100%;height:auto;display:block}[popover]{border:1px solid var(--line);padding:.6rem;max-width:96vw;max-height:96vh;overflow:auto;background:var(--paper);color:var(--ink)}[popover] img{max-width:100%;height:auto}
progress{width:100%;height:1.1rem;accent-color:var(--accent)}.support{background:var(--tint);padding:.8rem 1rem;border-radius:.3rem;margin-top:2rem}.scale{display:flex;justify-content:space-between}
@media print{@page{size:A4;margin:18mm 15mm}:root{--ink:#000;--soft:#333;--line:#999;--paper:#fff;--tint:#f4f4f4;--accent:#000;--mark:#000}body{max-width:none;padding:0;font-size:10pt}h2{break-after:avoid}blockquote,figure,tr,.figures details{break-inside:avoid}h3{break-after:avoid}.skip,.zoom+a,nav,.support,[popover]{display:none}a{text-decoration:none}.two{grid-template-columns:1fr 1fr}}`
