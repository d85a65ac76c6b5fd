import Reporting

extension ReviewPage {
    /// The one style element. Every text colour has a contrast of at least 4.5 to its ground.
    static let style: Markup = """

        :root { color-scheme: light; --ink: #16202c; --soft: #495765; --line: #b3bdc7; --band: #12355b; --link: #0b4f9e;
          --good: #00562f; --bad: #9b1c14; --open: #6f4400; --mark: #ffe38a; }
        * { box-sizing: border-box; }
        [hidden] { display: none !important; }
        body { margin: 0; color: var(--ink); background: #fff; overflow-wrap: break-word;
          font: 1rem/1.65 "Noto Sans", "Leelawadee UI", "Noto Sans Thai", "Sukhumvit Set", Thonburi, Loma, Tahoma, sans-serif; }
        header { background: var(--band); color: #fff; padding: .6rem 1rem; } header p { margin: .2rem 0; }
        h1 { font-size: 1.3rem; margin: 0; } h2 { font-size: 1.25rem; margin: .2rem 0; } h3 { font-size: 1.05rem; margin: .8rem 0 .2rem; }
        h4 { font-size: 1rem; margin: .2rem 0; } p { margin: .3rem 0; } a { color: var(--link); }
        #who { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; padding: .5rem 1rem; border-bottom: 1px solid var(--line); }
        #said { margin: 0; font-weight: 700; } #progress { font-variant-numeric: tabular-nums; font-weight: 700; }
        #work { display: grid; grid-template-columns: minmax(14rem, 20rem) 1fr; }
        nav { border-inline-end: 1px solid var(--line); padding: .5rem; }
        nav h2 { font-size: 1rem; } #queue { list-style: none; margin: 0; padding: 0; }
        #queue button { width: 100%; text-align: start; border: 0; border-inline-start: 4px solid transparent; background: none; min-height: 2.2rem; border-radius: 0; padding: .2rem .5rem; }
        #queue [aria-current] { background: #eaf2fa; border-color: var(--link); } #queue .done .mark { color: var(--good); } #queue .mark { color: var(--open); font-weight: 700; }
        main { padding: .5rem 1rem 1rem; } main:focus { outline: none; }
        .beside { display: flex; gap: .8rem; border: 1px solid var(--line); }
        .beside > div { flex: 1 1 0; min-width: 0; max-height: 55vh; overflow: auto; padding: 0 .8rem; } .beside > .pictures { flex-grow: 1.5; background: #f3f5f7; }
        .wide .beside > div:not(.pictures) { display: none; } figure { margin: 0 0 1rem; } figcaption ul { margin: 0; padding-inline-start: 1.2rem; }
        figure img { display: block; max-width: 100%; height: auto; background: #fff; border: 1px solid var(--line); }
        .elements, .dates { padding-inline-start: 1.2rem; } blockquote { margin: .3rem 0; padding: .2rem .6rem; border-inline-start: 3px solid var(--line); white-space: normal; }
        mark { background: var(--mark); color: var(--ink); } .page { border-top: 1px solid var(--line); padding: .3rem 0; }
        .url, .digest { overflow-wrap: anywhere; } .digest { color: var(--soft); font-size: .85rem; }
        .satisfied { color: var(--good); } .unsatisfied { color: var(--bad); } .undecided, .not_applicable { color: var(--open); } .hint { color: var(--soft); }
        .blind article:not(.judged) .machine { display: none; }
        #decision { position: sticky; bottom: 0; background: #f3f5f7; border: 1px solid var(--line); padding: .4rem .8rem; }
        .row { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; margin: .2rem 0; } .row label { min-width: 9rem; } textarea { flex: 1; }
        button, select, input, textarea { font: inherit; color: var(--ink); background: #fff; border: 2px solid var(--soft); border-radius: 4px; min-height: 2.4rem; padding: .2rem .7rem; max-width: 100%; }
        button { cursor: pointer; } [aria-pressed=true] { background: var(--band); color: #fff; } [aria-invalid=true] { border-color: var(--bad); }
        kbd { font: .8em ui-monospace, monospace; border: 1px solid currentColor; border-radius: 3px; padding: 0 .3em; }
        :focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
        footer { color: var(--soft); padding: .5rem 1rem 2rem; }
        @media (max-width: 60rem) { #work { grid-template-columns: 1fr; } nav { max-height: 30vh; overflow: auto; } .beside { display: block; }
          .beside > div { max-height: none; } .beside > .pictures { max-height: 70vh; } }

        """
}
