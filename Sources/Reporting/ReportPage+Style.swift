extension ReportPage {
    /// Nothing is loaded and nothing runs; only the style element of the page itself counts.
    static let contentPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'none'; base-uri 'none'; form-action 'none'"

    static let style: Markup = """

        :root { color-scheme: light; --ink: #1b2430; --soft: #51606f; --line: #c9d1d9; --ground: #f4f6f8;
          --good: #0b6b3a; --bad: #a8201a; --open: #7a4b00; --link: #0b4f9e; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 68rem; padding: 1rem 1.25rem 4rem; color: var(--ink); background: #fff;
          font: 1rem/1.7 "Sarabun", "Noto Sans Thai", "Noto Sans Thai Looped", "Loma", "Leelawadee UI", Tahoma, sans-serif;
          overflow-wrap: anywhere; }
        a { color: var(--link); } a:focus-visible { outline: 3px solid #ffb000; outline-offset: 2px; }
        .skip { position: absolute; left: -999rem; } .skip:focus { position: static; }
        h1, h2, h3, h4, h5 { line-height: 1.4; margin: 1.6em 0 .5em; overflow-wrap: break-word; }
        h1 { font-size: 1.8rem; margin: 0 0 .6rem; } h2 { font-size: 1.45rem; border-bottom: 2px solid var(--line);
          padding-bottom: .2em; } h3 { font-size: 1.15rem; } h4 { font-size: 1.08rem; margin: 0 0 .3rem; }
        h5 { font-size: .92rem; margin: .9rem 0 .2rem; color: var(--soft); }
        .kicker { margin: 0; color: var(--soft); }
        .facts { display: flex; flex-wrap: wrap; gap: .4rem 2rem; margin: .5rem 0 1rem; }
        .facts dt { color: var(--soft); font-size: .87rem; } .facts dd { margin: 0; }
        .notice { border-left: 5px solid var(--open); background: #fff7e6; padding: .4rem 1rem; }
        .notice p { margin: .3rem 0; }
        nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; list-style: none; padding: 0; }
        .figure { font-size: 1.2rem; margin: .2rem 0; } .figure > strong { font-size: 2.6rem; line-height: 1.3; }
        .bar { display: block; width: 100%; height: auto; font-size: 20px; fill: var(--soft); }
        .bar .ground { fill: var(--ground); stroke: var(--soft); } .bar .sure { fill: #1f5f99; }
        .bar .stripe { fill: #1f5f99; } .bar .mark { stroke: var(--ink); stroke-width: 3; }
        .counts, .targets { list-style: none; padding: 0; } .counts { display: flex; flex-wrap: wrap; gap: .3rem 2rem; }
        .verdict { font-weight: 700; white-space: nowrap; } .satisfied > .verdict, .verdict.satisfied { color: var(--good); }
        .verdict.unsatisfied { color: var(--bad); } .verdict.undecided { color: var(--open); }
        .verdict.not_applicable { color: var(--soft); }
        .scroll { overflow-x: auto; } .scroll table:not(.scores) { min-width: 40rem; }
        table { border-collapse: collapse; width: 100%; margin: .4rem 0; font-size: .94rem; }
        th, td { border: 1px solid var(--line); padding: .35rem .55rem; text-align: start; vertical-align: top; }
        thead th { background: var(--ground); } tbody th { font-weight: 400; } tr.main th, tr.main td { font-weight: 700; }
        tr.sub th { padding-inline-start: 1.8rem; }
        .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
        td, tbody th { min-width: 4.5rem; } td.number { min-width: 0; }
        .item { border: 1px solid var(--line); border-left: 6px solid var(--soft); padding: .8rem 1rem; margin: 0 0 1rem; }
        .item.satisfied { border-left-color: var(--good); } .item.unsatisfied { border-left-color: var(--bad); }
        .item.undecided { border-left-color: #c98a00; }
        .result { margin: 0; } .worth { color: var(--soft); margin-inline-start: 1rem; font-size: .92rem; }
        .block ul, .block ol, .block p { margin: .1rem 0; } .advice { background: #eef5fb; padding: .1rem .8rem .5rem; }
        figure { margin: .3rem 0 .6rem; } blockquote { margin: 0; padding: .1rem .9rem; border-left: 3px solid var(--line); }
        figcaption { color: var(--soft); font-size: .87rem; padding-left: 1rem; } mark { background: #ffe79a; }
        code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .85em; }
        .digest { word-break: break-all; } .attempts { margin: 0; padding-left: 1rem; font-size: .87rem; }
        footer { margin-top: 3rem; color: var(--soft); border-top: 1px solid var(--line); }
        @media print {
          body { max-width: none; padding: 0; font-size: 10.5pt; } nav, .skip { display: none; }
          .item, tr, figure { break-inside: avoid; } h2, h3, h4, h5 { break-after: avoid; }
          a { color: inherit; text-decoration: none; } .scroll { overflow: visible; } .scroll table:not(.scores) { min-width: 0; } #appendix { break-before: page; }
        }

        """
}
