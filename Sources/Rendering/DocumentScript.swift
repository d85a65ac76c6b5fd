import FoundationEssentials

/// The script that writes a document down. It runs in a world of its own (`Page.createIsolatedWorld`), where the page's
/// scripts have changed nothing; only names of form fields and pictures reach into it (a field named `attributes`
/// hides a form's attributes), so everything is read by the prototypes' own getters. No recursion: depth is the page's
/// choice.
enum DocumentScript {
    /// What it gives.
    struct Writing: Decodable, Sendable {
        let html: String
        let address: String
        let isCut: Bool
    }

    /// `isFrame`: only what is inside the body, with absolute links.
    static func expression(limit: Int, isFrame: Bool) -> String { "(\(source))(\(limit), \(isFrame))" }

    private static let source = #"""
        (limit, isFrame) => {
          const getter = (of, name) => {
            const get = Object.getOwnPropertyDescriptor(of.prototype, name).get;
            return (node) => get.call(node);
          };
          const type = getter(Node, 'nodeType'), last = getter(Node, 'lastChild'), previous = getter(Node, 'previousSibling');
          const text = getter(CharacterData, 'data'), attributes = getter(Element, 'attributes');
          const name = getter(Element, 'localName'), shadow = getter(Element, 'shadowRoot');
          const assigned = (slot) => HTMLSlotElement.prototype.assignedNodes.call(slot, { flatten: true });
          const left = new Set(['script', 'style', 'noscript', 'template']);
          const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source',
            'track', 'wbr']);
          const escape = (value) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
          const facts = (script) => { const child = last(script); return child ? text(child).replace(/</g, '\\u003c') : ''; };
          const output = [];
          let length = 0, isCut = false;
          const put = (piece) => { output.push(piece); length += piece.length; };
          const open = (element, tag) => {
            let start = '<' + tag;
            for (const attribute of attributes(element)) {
              let value = attribute.value;
              if (value.length > 65536) continue;
              if (isFrame && (attribute.name === 'href' || attribute.name === 'src')) {
                try { value = new URL(value, base).href; } catch { }
              }
              start += ' ' + attribute.name + '="' + value.replace(/&/g, '&amp;').replace(/"/g, '&quot;') + '"';
            }
            put(start + '>');
          };
          const root = getter(Document, 'documentElement')(document);
          const base = getter(Node, 'baseURI')(document);
          const body = getter(Document, 'body')(document);
          const stack = [];
          const children = (node) => {
            for (let child = last(node); child; child = previous(child)) stack.push(child);
          };
          if (isFrame) { if (body) children(body); } else { put('<!DOCTYPE html>'); if (root) stack.push(root); }
          while (stack.length) {
            const node = stack.pop();
            if (typeof node === 'string') { put(node); continue; }
            if (length >= limit) { isCut = true; continue; }
            switch (type(node)) {
            case 3: put(escape(text(node).slice(0, limit))); break;
            case 1: {
              const tag = name(node);
              const isFacts = tag === 'script' && node.getAttribute('type') === 'application/ld+json';
              if (left.has(tag) && !isFacts) break;
              if (isFacts) { put('<script type="application/ld+json">' + facts(node) + '<\/script>'); break; }
              open(node, tag);
              if (empty.has(tag)) break;
              stack.push('</' + tag + '>');
              const inside = shadow(node);
              if (inside) children(inside);
              else if (tag === 'slot' && assigned(node).length) for (const child of assigned(node).reverse()) stack.push(child);
              else children(node);
            } }
          }
          const address = getter(Document, 'URL')(document);
          return JSON.stringify({ html: output.join('').toWellFormed(), address: address.toWellFormed(), isCut });
        }
        """#
}
