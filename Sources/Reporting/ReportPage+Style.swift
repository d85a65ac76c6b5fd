extension ReportPage {
    /// The one style element. Its hash stands in `ReportPolicy`: change both together.
    static let style = colours + layout + parts + paper

    /// Light and dark. Every text colour has a contrast of at least 4.5 to every ground on which it stands.
    private static let colours: Markup = """

        :root { color-scheme: light dark;
          --paper: #ffffff; --ground: #f3f5f7; --ink: #16202c; --soft: #495765; --line: #b3bdc7; --band: #12355b;
          --link: #0b4f9e; --good: #00562f; --bad: #9b1c14; --open: #6f4400; --sure: #1d5a96; --tint: #eaf2fa;
          --warm: #fff5e0; --mark: #ffe38a; --onmark: #16202c; }
        @media screen and (prefers-color-scheme: dark) { :root {
          --paper: #12181f; --ground: #1c252e; --ink: #e9eef3; --soft: #b2bdc8; --line: #5a6874; --band: #0d2742;
          --link: #93c8ff; --good: #7cdba8; --bad: #ffa299; --open: #ffcb6b; --sure: #6fb2ee; --tint: #17293b;
          --warm: #30260f; --mark: #6b5300; --onmark: #fff6dc; } }

        """

    private static let layout: Markup = """
        * { box-sizing: border-box; }
        [hidden] { display: none !important; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; color: var(--ink); background: var(--paper); overflow-wrap: break-word;
          font: 1.0625rem/1.75 "Segoe UI", "Noto Sans", "Leelawadee UI", "Noto Sans Thai", "Noto Looped Thai",
          "Sukhumvit Set", Thonburi, Loma, Tahoma, sans-serif; }
        header, main, footer { padding-inline: max(1rem, calc((100% - 60rem) / 2)); }
        header { background: var(--band); color: #fff; display: flex; flex-wrap: wrap; align-items: center;
          justify-content: space-between; gap: .25rem 1.5rem; padding-block: .6rem; }
        header p { margin: 0; font-weight: 700; }
        main { padding-block: 1.5rem 3rem; } main:focus { outline: none; }
        footer { border-top: 1px solid var(--line); color: var(--soft); padding-block: 1rem 3rem; }
        h1, h2, h3, h4, h5 { line-height: 1.45; margin: 0; text-wrap: balance; }
        h1 { font-size: clamp(1.6rem, 5vw, 2.2rem); margin-bottom: .8rem; }
        h2 { font-size: clamp(1.35rem, 4vw, 1.65rem); margin: 3rem 0 .8rem; padding-top: .6rem;
          border-top: 3px solid var(--sure); }
        h3 { font-size: 1.2rem; margin: 2rem 0 .5rem; } h4 { font-size: 1.12rem; } h5 { font-size: 1rem; margin: 1rem 0 .2rem; }
        p, ul, ol, dl, figure { margin: .4rem 0; } ul, ol { padding-inline-start: 1.5rem; } li { margin: .2rem 0; }
        a { color: var(--link); text-underline-offset: .18em; }
        a[href^=http], .url, code { overflow-wrap: anywhere; }
        code { font: .88em/1.5 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; }
        :focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
        a:focus-visible, summary:focus-visible { background: #ffdd00; color: #0b0c0c; outline-color: #0b0c0c; }
        header :focus-visible { outline-color: #ffdd00; }
        .skip { position: absolute; inset-inline-start: 1rem; top: -10rem; padding: .4rem 1rem; z-index: 1; }
        .skip:focus { top: .4rem; background: #ffdd00; color: #0b0c0c; }
        button, select, input { font: inherit; color: var(--ink); background: var(--paper); border: 2px solid var(--soft);
          border-radius: 4px; min-height: 2.75rem; padding: .2rem .8rem; max-width: 100%; }
        button { cursor: pointer; } button:hover { background: var(--ground); }
        #languages { display: flex; gap: .4rem; }
        #languages button { background: transparent; color: #fff; border-color: #fff; min-height: 2.5rem; }
        #languages [aria-pressed=true] { background: #fff; color: #12355b; font-weight: 700; }
        table { border-collapse: collapse; width: 100%; margin: .6rem 0; }
        th, td { padding: .5rem .5rem; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
        tbody th { overflow-wrap: anywhere; }
        thead th { border-bottom: 2px solid var(--soft); font-size: .95rem; } tbody th { font-weight: 400; }
        .number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
        thead .number { white-space: normal; }
        summary { cursor: pointer; color: var(--link); padding: .35rem 0; min-height: 2rem; width: fit-content; }
        summary:hover { text-decoration: underline; }
        details > :not(summary) { margin-inline-start: 0; }

        """

    private static let parts: Markup = """
        .facts { display: flex; flex-wrap: wrap; gap: .5rem 2.2rem; } .facts dt { color: var(--soft); font-size: .92rem; }
        .facts dd { margin: 0; }
        .sure { background: var(--ground); border-inline-start: 6px solid var(--sure); padding: .8rem 1.1rem; margin: 1.2rem 0; }
        .sure h2 { font-size: 1.15rem; margin: 0; padding: 0; border: 0; } .sure ul { margin: .2rem 0 0; }
        .warn { font-weight: 700; }
        nav ol { display: flex; flex-wrap: wrap; gap: .2rem 1.8rem; padding: 0; list-style: none; }
        nav a { display: inline-block; padding: .2rem 0; }
        .figure { margin: 0; font-size: 1.1rem; } .figure strong { font-size: clamp(2.1rem, 8vw, 3.2rem); line-height: 1.3; }
        .lead { font-size: 1.15rem; font-weight: 700; margin-top: 0; }
        .counts { display: flex; flex-wrap: wrap; gap: .3rem 1.8rem; list-style: none; padding: 0; }
        .line, .bar { display: block; overflow: visible; }
        .line text { fill: var(--ink); font-size: .92rem; } .line .flag { font-weight: 700; } .line .pass { font-weight: 700; }
        .ground { fill: var(--ground); stroke: var(--soft); } rect.sure { fill: var(--sure); background: none; }
        .open { fill: url(#hatch); stroke: var(--sure); stroke-width: 1; }
        line { stroke: var(--ink); stroke-width: 1; } line.mark { stroke-dasharray: 3 3; }
        line.pass { stroke-width: 3; stroke-dasharray: none; } line.flag { stroke-width: 2; stroke: var(--sure); }
        .marks { color: var(--soft); font-size: .95rem; } .marks p { margin-bottom: 0; }
        .marks ul { display: flex; flex-wrap: wrap; gap: .1rem 1.6rem; list-style: none; padding: 0; margin: 0; }
        .bar { margin: .35rem 0 .2rem; max-width: 34rem; }
        .scores .main th, .scores .main td { font-weight: 700; background: var(--ground); }
        .scores .sub th { padding-inline-start: 1.4rem; }
        .urgent { border: 3px solid var(--bad); padding: 0 1.1rem .6rem; margin-top: 2.5rem; }
        .urgent h2 { border: 0; color: var(--bad); margin-top: .6rem; } .urgent h2::before { content: "⚠ "; }
        .v { display: inline-block; border: 2px solid currentColor; border-radius: 4px; padding: 0 .5em; line-height: 1.6;
          font-size: .95rem; white-space: nowrap; } .v::before, .o::before { content: "– "; }
        .v.satisfied { color: var(--good); } .v.satisfied::before, .o.satisfied::before { content: "✓ "; }
        .v.unsatisfied { color: var(--paper); background: var(--bad); border-color: var(--bad); }
        .v.unsatisfied::before, .o.unsatisfied::before { content: "✕ "; }
        .v.undecided { color: var(--open); border-style: dashed; } .v.undecided::before, .o.undecided::before { content: "? "; }
        .v.not_applicable { color: var(--soft); border-style: dotted; }
        .o.satisfied { color: var(--good); } .o.unsatisfied { color: var(--bad); }
        .o.undecided { color: var(--open); }
        .targets { list-style: none; padding: 0; font-weight: 700; }
        .plan { padding: 0; list-style: none; counter-reset: step; }
        .plan > li { counter-increment: step; display: grid; grid-template-columns: 2.4rem minmax(0, 1fr) 11rem; column-gap: .6rem;
          padding: .7rem 0; border-bottom: 1px solid var(--line); margin: 0; }
        .plan > li::before { content: counter(step) "."; font-weight: 700; font-size: 1.15rem; }
        .plan p { margin: 0; } .plan .fix { margin-top: .25rem; }
        .gain { text-align: end; font-variant-numeric: tabular-nums; } .gain > span { display: block; }
        .milestone { grid-column: 1 / -1; background: var(--tint); border-inline-start: 6px solid var(--sure); font-weight: 700;
          padding: .3rem .8rem; } .plan .milestone { margin-top: .7rem; } .milestone::before { content: "⚑ "; }
        .cause { border: 1px solid var(--line); border-inline-start: 6px solid var(--sure); padding: .6rem 1.1rem; margin: 1rem 0; }
        .cause h3 { margin: 0; }
        .filter { background: var(--ground); padding: .8rem 1.1rem; display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; }
        .filter p { margin: 0; } .filter label { display: block; font-weight: 700; } .filter .shown, .filter .tools { flex: 1 0 100%; }
        .tools button { margin: .3rem .5rem .3rem 0; }
        .list th button { border: 0; background: none; padding: .2rem 0; font-weight: 700; text-align: start; min-height: 2.25rem;
          text-decoration: underline; text-underline-offset: .18em; color: var(--link); }
        .list th button::after { content: " ↕"; } .list [aria-sort=ascending] button::after { content: " ▲"; }
        .list [aria-sort=descending] button::after { content: " ▼"; }
        .item { border: 1px solid var(--line); border-inline-start: 6px solid var(--soft); padding: .8rem 1.1rem; margin: 1rem 0;
          scroll-margin-top: .5rem; }
        .item.satisfied { border-inline-start-color: var(--good); } .item.unsatisfied { border-inline-start-color: var(--bad); }
        .item.undecided { border-inline-start-color: var(--open); border-inline-start-style: dashed; }
        .result { color: var(--soft); } .why { margin: .3rem 0; }
        .item .fix { background: var(--tint); padding: .4rem .9rem; margin: .6rem 0; } .item .fix h5 { margin: 0; }
        .parts { list-style: none; padding: 0; } .parts li { margin: .5rem 0; }
        figure { margin: .3rem 0 .7rem; } blockquote { margin: 0; padding: .2rem .9rem; border-inline-start: 3px solid var(--line); }
        blockquote span, q span { color: var(--soft); }
        figcaption { color: var(--soft); font-size: .9rem; padding-inline-start: 1rem; }
        mark { background: var(--mark); color: var(--onmark); padding: .05em .1em; }
        .letter { border: 1px solid var(--line); padding: .4rem 1rem; margin: .4rem 0; } .log li { margin: .8rem 0; }
        .log { padding: 0; list-style: none; font-size: .9rem; } .log li:target { background: var(--warm); }
        @media screen and (max-width: 44rem) {
          .plan > li { grid-template-columns: 2rem minmax(0, 1fr); } .gain { grid-column: 2; text-align: start; }
          .plan .gain { margin-top: .25rem; display: flex; flex-wrap: wrap; gap: 0 1.2rem; }
          .list, .list tbody, .list tr, .list th, .list td { display: block; border: 0; padding: 0; }
          .list thead tr { display: flex; flex-wrap: wrap; gap: 0 1.2rem; } .list tbody tr { border-bottom: 1px solid var(--line);
            padding: .6rem 0; display: flex; flex-wrap: wrap; gap: .1rem 1rem; align-items: baseline; }
          .list tbody th { flex: 1 0 100%; min-width: 0; } .list .part { color: var(--soft); }
          .scores th, .scores td { padding-inline: .25rem; } .scores .sub th { padding-inline-start: .6rem; }
          .item, .cause, .filter, .sure { padding-inline: .8rem; }
        }
        @media (forced-colors: active) {
          rect.sure { fill: CanvasText; } .open { stroke: CanvasText; } .ground { fill: Canvas; stroke: CanvasText; }
          line, line.flag { stroke: CanvasText; } .v.unsatisfied { border-width: 4px; } mark { outline: 2px solid Mark; }
          #languages [aria-pressed=true] { outline: 2px solid Highlight; }
        }

        """

    private static let paper: Markup = """
        @page { size: A4; margin: 15mm 15mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
        @media print {
          :root { --ground: #ffffff; --tint: #ffffff; --warm: #ffffff; --mark: #ffffff; }
          html { font-size: 9.5pt; } body { font-size: 1rem; line-height: 1.6; } header, main, footer { padding-inline: 0; }
          header { background: none; color: #000; border-bottom: 2px solid #000; padding-block: 0 .3rem; }
          nav, .skip, #languages, .filter, .copy { display: none !important; }
          main { padding-block: .8rem 0; } h2 { margin-top: 1.8rem; }
          h2, h3, h4, h5, figcaption, summary, .counts, .figure { break-after: avoid; } p, li, blockquote { orphans: 3; widows: 3; }
          .sure, .cause, .plan > li, .item, thead, tr, figure, .marks, svg, .letter, .log li { break-inside: avoid; }
          #items, #appendix, .list + .group { break-before: page; }
          .counts, .marks, svg { break-before: avoid; } thead { display: table-header-group; }
          th, td { padding-block: .25rem; } a { color: inherit; text-decoration: none; }
          .v.unsatisfied { color: #000; background: none; border: 3px solid #000; } .v, .o { color: #000 !important; }
          .item details { font-size: .92rem; line-height: 1.5; } .item { padding: .4rem .8rem; margin: .6rem 0; }
          .item p, .item ul, .item ol, .item li, .item figure, .parts li { margin-block: .1rem; } .item h5 { margin-top: .4rem; }
          .item .fix { padding: .2rem .8rem; margin-block: .3rem; } summary { min-height: 0; padding: .2rem 0 0; }
          .parts .v { line-height: 1.3; } mark { text-decoration: underline; text-decoration-thickness: 2px; padding: 0; }
          .milestone, .item .fix { border: 1px solid #000; } details::details-content { content-visibility: visible; display: block; }
          summary { color: #000; font-weight: 700; list-style: none; } summary::marker { content: ""; }
          .log { font-size: .85rem; line-height: 1.4; } .log li { margin: .4rem 0; }
          .list th[scope] button { display: contents; color: #000; } .list th[scope] button::after { content: ""; }
        }

        """
}
